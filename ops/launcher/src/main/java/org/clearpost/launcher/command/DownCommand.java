package org.clearpost.launcher.command;

import java.util.concurrent.Callable;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.run.RemoteControl;
import org.clearpost.postgres.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything in order, also what a killed launcher left behind. */
@Command(name = "down", description = "Stops everything; the data stays.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 120;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        var project = Project.here();
        var directory = DataDirectory.look(data.path(project));
        var running = RemoteControl.of(directory);
        if (running.isPresent()) {
            running.get().down();
            awaitEnd(directory);
            System.out.println("Clearpost is stopped.");
            return 0;
        }
        if (directory.isInUse()) {
            throw new Failure("%s is in use by a launcher that cannot be reached.".formatted(directory.path()));
        }
        var leftBehind = EmbeddedPostgres.find(directory.postgres(), project.cache());
        if (leftBehind != null) {
            leftBehind.stop();
            System.out.println("PostgreSQL was left running, and is stopped.");
        } else {
            System.out.println("Clearpost is not running.");
        }
        return 0;
    }

    private static void awaitEnd(DataDirectory directory) throws InterruptedException {
        var giveUp = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (directory.isInUse()) {
            if (System.nanoTime() > giveUp) {
                throw new Failure("Clearpost did not stop within %d s: see its logs.".formatted(PATIENCE_SECONDS));
            }
            Thread.sleep(100);
        }
    }
}
