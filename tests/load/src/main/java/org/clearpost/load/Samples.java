package org.clearpost.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What one way of doing something reached, over all its windows. */
final class Samples {

    private long[] times = new long[1 << 16];
    private int count;
    private long nanos;

    /** Runs all lanes for this long and keeps what they reached. */
    void run(List<? extends Lane> lanes, Duration length) throws Exception {
        var start = System.nanoTime();
        var stop = start + length.toNanos();
        try (var threads = Executors.newFixedThreadPool(lanes.size())) {
            var running = lanes.stream()
                    .map(lane -> threads.submit((Callable<long[]>) () -> repeat(lane, stop)))
                    .toList();
            for (var each : running) {
                add(each.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        nanos += System.nanoTime() - start;
    }

    /** Does it once and keeps how long it took. */
    void once(Lane lane) throws Exception {
        var before = System.nanoTime();
        lane.once();
        var took = System.nanoTime() - before;
        add(new long[] {took});
        nanos += took;
    }

    private static long[] repeat(Lane lane, long stop) throws Exception {
        var times = new long[1 << 14];
        var done = 0;
        for (var before = System.nanoTime(); before < stop; ) {
            lane.once();
            var after = System.nanoTime();
            if (done == times.length) {
                times = Arrays.copyOf(times, done * 2);
            }
            times[done++] = after - before;
            before = after;
        }
        return Arrays.copyOf(times, done);
    }

    private void add(long[] more) {
        while (count + more.length > times.length) {
            times = Arrays.copyOf(times, times.length * 2);
        }
        System.arraycopy(more, 0, times, count, more.length);
        count += more.length;
    }

    int count() {
        return count;
    }

    /** A second. */
    double rate() {
        return count * 1e9 / nanos;
    }

    /** Milliseconds that this share of all took at most. */
    double milliseconds(double share) {
        if (count == 0) {
            throw new IllegalStateException("Nothing was measured.");
        }
        var sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) Math.floor(count * share))] / 1e6;
    }
}
