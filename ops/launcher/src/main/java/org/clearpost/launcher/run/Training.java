package org.clearpost.launcher.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearpost.launcher.compose.Topology.Application;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches of applications that have none, one after the other, at the lowest priority, while the
 * platform already serves: the first start is not slowed down, the next one is several times faster.
 *
 * <p>A training that fails changes nothing; it is tried again after the next start.
 */
public final class Training {

    /** A cache takes about 100 MB, and what is free is for people's data first. */
    private static final long NEEDED = 2L << 30;

    /** So that the first look at the pages is not slowed down. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Platform platform;
    private final Path logs;
    private volatile boolean quietly = true;
    private final Thread thread = new Thread(this::run, "training");
    private volatile @Nullable Process current;
    private volatile boolean cancelled;

    /** When to begin. */
    public enum When {
        NOW,
        WHEN_QUIET,
        NEVER
    }

    public Training(Platform platform, Path logs) {
        this.platform = platform;
        this.logs = logs;
        thread.setDaemon(true);
    }

    /** Begins in the background; nobody needs to wait for it. */
    public void begin(When when) {
        quietly = when == When.WHEN_QUIET;
        if (when != When.NEVER) {
            thread.start();
        }
    }

    /** Ends it, wherever it is. */
    public void cancel() {
        cancelled = true;
        thread.interrupt();
        var running = current;
        if (running != null) {
            end(running);
        }
    }

    /** Also the second JVM, which writes the cache when the first has ended. */
    private static void end(Process running) {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
    }

    private void run() {
        try {
            if (quietly) {
                Thread.sleep(PAUSE);
            }
            for (var application : platform.applications()) {
                if (cancelled || platform.isStopping() || logs.toFile().getUsableSpace() < NEEDED) {
                    return;
                }
                if (quietly) {
                    awaitQuiet();
                }
                train(application);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the machine to whoever is busy on it. */
    private static void awaitQuiet() throws InterruptedException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        while (system.getSystemLoadAverage() >= system.getAvailableProcessors()) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private void train(Application application) throws InterruptedException {
        var unpacked = platform.unpacked(application);
        if (!unpacked.canBeTrained()) {
            return;
        }
        try {
            var running = unpacked.train(
                    environmentOf(application),
                    logs.resolve("training-" + application.name() + ".log"),
                    Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of());
            current = running;
            if (cancelled) {
                end(running);
            }
            unpacked.keepTraining(running);
        } catch (IOException | RuntimeException e) {
            // The log says what happened; without a cache the application starts as before.
        } finally {
            current = null;
        }
    }

    private Map<String, String> environmentOf(Application application) {
        var environment = new HashMap<>(platform.environmentOf(application));
        environment.put("SERVER_PORT", "0");
        environment.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
        return environment;
    }
}
