package org.clearpost.gateway.edge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clearpost.gateway.GatewaySettings.Limit;

/**
 * A rate per key, kept as one number per key: the time at which the key will have used up nothing (GCRA).
 *
 * <p>Bounded: keys at rest are forgotten without changing any answer, and when too many are busy at once the rest share
 * one allowance.
 */
final class RateLimit {

    private static final int MOST_KEYS = 100_000;
    private static final long SWEEP_INTERVAL = 1_000_000_000L;
    private static final String REST = "";

    private final ConcurrentHashMap<String, Long> free = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);
    private final long interval;
    private final long tolerance;

    RateLimit(Limit limit) {
        this.interval = 60_000_000_000L / limit.perMinute();
        this.tolerance = interval * (limit.burst() - 1);
    }

    /** Takes one request from the key's allowance: 0 when it may pass, else nanoseconds to wait. */
    long take(String key, long now) {
        if (free.size() >= MOST_KEYS && !free.containsKey(key)) {
            sweep(now);
        }
        String counted = free.size() >= MOST_KEYS && !free.containsKey(key) ? REST : key;
        long[] wait = {0};
        free.compute(counted, (k, at) -> {
            long from = at == null || at < now ? now : at;
            wait[0] = Math.max(0, from - now - tolerance);
            return wait[0] > 0 ? at : Long.valueOf(from + interval);
        });
        return wait[0];
    }

    /** At most once a second: looking through every key for every stranger would be the attack itself. */
    private void sweep(long now) {
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_INTERVAL)) {
            free.values().removeIf(at -> at <= now);
        }
    }

    int keys() {
        return free.size();
    }
}
