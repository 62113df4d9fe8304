package org.clearpost.launcher.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.compose.Topology.Application;
import org.clearpost.launcher.run.PartStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * One application in a process of its own, watched for as long as the platform runs.
 *
 * <p>When it ends by itself it is started again, later each time; when it was taken away it stays away. Its process
 * never outlives the launcher's by more than a few seconds.
 */
final class RunningApplication implements Part {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int FIRST_TRIES = 3;
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private enum Wish {
        RUN,
        AWAY,
        END
    }

    private final Application spec;
    private final URI health;
    private final int port;
    private final Supplier<List<String>> command;
    private final Supplier<Map<String, String>> environment;
    private final Path log;
    private final HttpClient http;
    private final Progress progress;
    private final Runnable gate;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;

    private Wish wish = Wish.RUN;
    private State state = State.WAITING;
    private Instant since = Instant.now();
    private int restarts;
    private @Nullable Process process;

    RunningApplication(
            Application spec,
            URI health,
            int port,
            Supplier<List<String>> command,
            Supplier<Map<String, String>> environment,
            Path log,
            HttpClient http,
            Progress progress,
            Runnable gate) {
        this.spec = spec;
        this.health = health;
        this.port = port;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.http = http;
        this.progress = progress;
        this.gate = gate;
        this.thread = new Thread(this::keepRunning, "part-" + spec.name());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public void begin() {
        thread.start();
    }

    @Override
    public CompletableFuture<Void> started() {
        return started;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public void takeAway(boolean atOnce) {
        var running = wishFor(Wish.AWAY);
        if (running != null) {
            end(running, atOnce);
        }
    }

    @Override
    public boolean mend(Duration patience) {
        wishFor(Wish.RUN);
        var giveUp = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < giveUp) {
            if (current() == State.UP && answersReady()) {
                return true;
            }
            if (!pause(POLL)) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void leave() {
        var running = wishFor(Wish.END);
        if (running != null) {
            // Not Process.destroy(): that closes its standard input too, which cuts the grace short.
            running.toHandle().destroy();
        }
    }

    @Override
    public void awaitEnd() {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null) {
            // It still waits for another part, which will not come any more.
            return;
        }
        end(running, false);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public PartStatus status() {
        var shown = current();
        if (shown == State.UP && !answersReady()) {
            shown = State.UNREADY;
        }
        synchronized (this) {
            var pid = process != null && process.isAlive() ? process.pid() : -1;
            return new PartStatus(spec.name(), shown, pid, port, restarts, Memory.megabytesOf(pid), since);
        }
    }

    private void keepRunning() {
        try {
            gate.run();
        } catch (CompletionException e) {
            ready.completeExceptionally(e);
            enter(State.FAILED);
            return;
        }
        var failures = 0;
        while (waitUntilWanted()) {
            var begun = System.nanoTime();
            var running = launch();
            if (running != null && becomesReady(running)) {
                enter(State.UP);
                if (ready.complete(null)) {
                    progress.up(spec.name(), "");
                } else {
                    progress.up(spec.name(), "again");
                }
                failures = 0;
            }
            var code = running == null ? -1 : waitFor(running);
            if (!isWanted(Wish.RUN)) {
                continue;
            }
            failures++;
            if (!ready.isDone() && failures >= FIRST_TRIES || !spec.restart()) {
                enter(State.FAILED);
                ready.completeExceptionally(new Failure(
                        "%s does not start: %s (its log is %s)".formatted(spec.name(), LogFile.lastTrouble(log), log)));
                wishFor(Wish.AWAY);
                continue;
            }
            restartAfter(failures, code, Duration.ofNanos(System.nanoTime() - begun));
        }
        enter(State.STOPPED);
    }

    private void restartAfter(int failures, int code, Duration lived) {
        var seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures - 1, 5));
        synchronized (this) {
            restarts++;
        }
        enter(State.RESTARTING);
        progress.trouble("%s ended by itself (code %d, after %s) and starts again in %d s; its log is %s"
                .formatted(spec.name(), code, Progress.seconds(lived), seconds, log));
        synchronized (this) {
            var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (wish == Wish.RUN && System.nanoTime() < giveUp) {
                waitABit();
            }
        }
    }

    private @Nullable Process launch() {
        try {
            keepPreviousLog();
            var builder = new ProcessBuilder(OwnGroup.of(command.get()))
                    // A directory of ours alone: an application reads settings that lie where it is started.
                    .directory(log.toAbsolutePath().resolveSibling("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment.get());
            var running = builder.start();
            synchronized (this) {
                process = running;
                if (wish != Wish.RUN) {
                    running.toHandle().destroy();
                }
            }
            enter(State.STARTING);
            started.complete(null);
            return running;
        } catch (IOException | RuntimeException e) {
            progress.trouble("%s could not be started: %s".formatted(spec.name(), e.getMessage()));
            return null;
        }
    }

    private void keepPreviousLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** False when it ended, is no longer wanted, or took too long and was ended for that. */
    private boolean becomesReady(Process running) {
        var giveUp = System.nanoTime() + spec.probe().startPeriod().toNanos();
        while (running.isAlive() && isWanted(Wish.RUN)) {
            if (answersReady()) {
                return true;
            }
            if (System.nanoTime() > giveUp) {
                progress.trouble("%s is not ready after %d s."
                        .formatted(spec.name(), spec.probe().startPeriod().toSeconds()));
                end(running, false);
                return false;
            }
            if (!pause(POLL)) {
                return false;
            }
        }
        return false;
    }

    private boolean answersReady() {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .GET()
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(Process running, boolean atOnce) {
        try {
            if (!atOnce) {
                running.toHandle().destroy();
                if (running.waitFor(spec.stopGrace().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process wishFor(Wish wanted) {
        if (wish != Wish.END) {
            wish = wanted;
        }
        notifyAll();
        return process != null && process.isAlive() ? process : null;
    }

    private synchronized boolean isWanted(Wish wanted) {
        return wish == wanted;
    }

    /** Blocks while the part is taken away; false when it shall end for good. */
    private synchronized boolean waitUntilWanted() {
        while (wish == Wish.AWAY) {
            if (state != State.FAILED && state != State.BROKEN) {
                enter(State.BROKEN);
            }
            waitABit();
        }
        return wish == Wish.RUN;
    }

    private synchronized void waitABit() {
        try {
            wait(500);
        } catch (InterruptedException e) {
            wish = Wish.END;
        }
    }

    private synchronized State current() {
        return state;
    }

    private synchronized void enter(State next) {
        state = next;
        since = Instant.now();
    }

    private static int waitFor(Process running) {
        try {
            return running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
