package org.clearpost.launcher.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.run.PartStatus.State;
import org.clearpost.postgres.Database;
import org.clearpost.postgres.EmbeddedPostgres;
import org.clearpost.postgres.PostgresException;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL server with one database per service, started again when it ends by itself. */
final class RunningDatabase implements Part {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String name;
    private final Path home;
    private final Path programs;
    private final List<Database> databases;
    private final Progress progress;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;

    private boolean away;
    private boolean ended;
    private State state = State.WAITING;
    private Instant since = Instant.now();
    private int restarts;
    private @Nullable EmbeddedPostgres server;

    RunningDatabase(String name, Path home, Path programs, List<Database> databases, Progress progress) {
        this.name = name;
        this.home = home;
        this.programs = programs;
        this.databases = databases;
        this.progress = progress;
        this.thread = new Thread(this::watch, "part-" + name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin() {
        thread.start();
    }

    @Override
    public CompletableFuture<Void> started() {
        return ready;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Where it listens; it is up when somebody asks. */
    synchronized int port() {
        if (server == null) {
            throw new Failure("PostgreSQL is not running.");
        }
        return server.port();
    }

    @Override
    public synchronized void takeAway(boolean atOnce) {
        away = true;
        enter(State.BROKEN);
        if (server != null) {
            if (atOnce) {
                ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
            } else {
                server.stop();
            }
        }
    }

    @Override
    public synchronized boolean mend(Duration patience) {
        away = false;
        try {
            run();
            return true;
        } catch (PostgresException e) {
            progress.trouble(String.valueOf(e.getMessage()));
            return false;
        }
    }

    @Override
    public synchronized void leave() {
        ended = true;
    }

    @Override
    public synchronized void awaitEnd() {
        ended = true;
        if (server != null) {
            server.stop();
        }
        enter(State.STOPPED);
    }

    @Override
    public synchronized PartStatus status() {
        var pid = server == null ? -1 : server.pid();
        var port = server == null ? 0 : server.port();
        return new PartStatus(name, state, pid, port, restarts, Memory.megabytesOf(pid), since);
    }

    private void watch() {
        try {
            synchronized (this) {
                if (ended) {
                    return;
                }
                enter(State.STARTING);
                run();
            }
            progress.up(name, server != null && server.found() ? "found running from before" : "");
            ready.complete(null);
        } catch (RuntimeException e) {
            enter(State.FAILED);
            ready.completeExceptionally(e);
            return;
        }
        while (true) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            synchronized (this) {
                if (ended) {
                    return;
                }
                if (!away && server != null && !server.isRunning()) {
                    restart();
                }
            }
        }
    }

    private synchronized void restart() {
        restarts++;
        enter(State.RESTARTING);
        progress.trouble(name + " ended by itself and is started again.");
        try {
            run();
            progress.up(name, "again");
        } catch (PostgresException e) {
            progress.trouble(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void run() {
        server = EmbeddedPostgres.start(home, programs, Map.of());
        databases.forEach(server::lay);
        enter(State.UP);
    }

    private synchronized void enter(State next) {
        state = next;
        since = Instant.now();
    }
}
