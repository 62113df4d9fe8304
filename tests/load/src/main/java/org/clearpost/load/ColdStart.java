package org.clearpost.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.clearpost.load.Line.Run;

/** M10: how long until everything is served, how soon a service that came back is called again, and what all of it weighs. */
final class ColdStart {

    /** What a peer of the same architecture reached, tuned, on a machine like this one. */
    private static final double PEER_SECONDS = 49.8;

    private static final double PEER_MEBIBYTES = 1_667;

    private final RunningPlatform platform;

    ColdStart(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Stops it and starts it again, on data that is there. */
    Line start(Run run) {
        platform.down();
        var before = System.nanoTime();
        platform.up();
        var seconds = (System.nanoTime() - before) / 1e9;
        return Line.atMost(
                "M10 start",
                "cold start to everything served, no cache of an earlier start, / tuned peer",
                seconds / PEER_SECONDS,
                0.35,
                "",
                Map.of("seconds", seconds, "peer seconds", PEER_SECONDS),
                run);
    }

    Line memory(Run run) {
        var mebibytes = platform.proportionalMebibytes();
        return Line.atMost(
                "M10 memory",
                "memory (PSS) with PostgreSQL and the launcher after load / tuned peer",
                mebibytes / PEER_MEBIBYTES,
                0.85,
                "",
                Map.of("MiB", mebibytes, "peer MiB", PEER_MEBIBYTES),
                run);
    }

    /** From the moment the service says it is ready to the first answer through the gateway. */
    Line lag(String setting, Run run) throws Exception {
        var path = "/api/media/settings/%s/accounts".formatted(setting);
        Supplier<String> client = platform.clientTokens();
        var warmUp = client.get();
        if (warmUp.isEmpty()) {
            throw new BenchException("identity gave an empty token");
        }
        var port = platform.part(RunningPlatform.MEDIA).port();
        platform.control().takeAway(RunningPlatform.MEDIA, false);
        var ready = new AtomicLong();
        var served = new AtomicLong();
        var watching = List.of(
                watch(port, "/actuator/health/readiness", () -> null, ready),
                watch(platform.port(), path, client::get, served));
        platform.control().mend(RunningPlatform.MEDIA);
        for (var each : watching) {
            each.join(TimeUnit.MINUTES.toMillis(2));
        }
        if (ready.get() == 0 || served.get() == 0) {
            throw new BenchException("The service did not come back.");
        }
        var seconds = Math.max(0, (served.get() - ready.get()) / 1e9);
        return Line.atMost(
                "M10 registry lag",
                "a service that came back, from ready to answering through the gateway",
                seconds,
                1,
                " s",
                Map.of("seconds", seconds),
                run);
    }

    private interface Token {
        @org.jspecify.annotations.Nullable String get();
    }

    private static Thread watch(int port, String path, Token token, AtomicLong at) {
        return Thread.ofPlatform().daemon().start(() -> {
            while (at.get() == 0) {
                try (var wire = new Wire(port)) {
                    if (wire.get(path, token.get()).status() == 200) {
                        at.set(System.nanoTime());
                    } else {
                        Thread.sleep(10);
                    }
                } catch (IOException e) {
                    pause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
