package org.clearpost.launcher.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.clearpost.launcher.run.PartStatus;
import org.clearpost.launcher.run.PartStatus.State;
import org.clearpost.launcher.run.RemoteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How every part is doing: exit code 0 when all are up, 1 when some are not, 3 when nothing runs. */
@Command(name = "status", description = "Shows how every part is doing.", mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        var running = RemoteControl.of(data.look());
        if (running.isEmpty()) {
            System.out.println(json ? "{\"ready\":false,\"parts\":[]}" : "Clearpost is not running.");
            return NOT_RUNNING;
        }
        var status = running.get().status();
        if (json) {
            System.out.println(running.get().statusJson());
        } else {
            System.out.printf("Clearpost at %s is %s.%n%n", status.address(), status.ready() ? "ready" : "starting");
            System.out.printf(
                    "%-24s %-11s %8s %6s %8s %9s  %s%n",
                    "part", "state", "process", "port", "memory", "restarts", "for");
            status.parts().forEach(StatusCommand::print);
        }
        return status.parts().stream().allMatch(part -> part.state() == State.UP) ? 0 : 1;
    }

    private static void print(PartStatus part) {
        System.out.printf(
                "%-24s %-11s %8s %6d %5d MB %9d  %s%n",
                part.name(),
                part.state(),
                part.pid() < 0 ? "-" : String.valueOf(part.pid()),
                part.port(),
                part.memoryMegabytes(),
                part.restarts(),
                plain(Duration.between(part.since(), Instant.now())));
    }

    private static String plain(Duration time) {
        if (time.toHours() > 0) {
            return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d s".formatted(time.toSeconds());
    }
}
