package org.clearpost.launcher;

import java.util.Objects;
import org.clearpost.launcher.command.AskCommand;
import org.clearpost.launcher.command.BreakCommand;
import org.clearpost.launcher.command.DownCommand;
import org.clearpost.launcher.command.LogsCommand;
import org.clearpost.launcher.command.MendCommand;
import org.clearpost.launcher.command.StatusCommand;
import org.clearpost.launcher.command.UpCommand;
import org.clearpost.postgres.PostgresException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ./clearpost command; what goes wrong is told in one sentence. */
@Command(
        name = "clearpost",
        description = "Runs the whole platform of docker-compose.yml on this machine, without Docker.",
        footer = {
            "",
            "  test [MAVEN ARGUMENTS]  prepares what is missing and runs every test",
            "  bench [PART...]         measures how fast it is: bench --help"
        },
        mixinStandardHelpOptions = true,
        version = "Clearpost 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            AskCommand.class,
            BreakCommand.class,
            MendCommand.class
        })
public final class Clearpost implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Clearpost())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, result) -> {
                    if (e instanceof Failure || e instanceof PostgresException) {
                        command.getErr().println("clearpost: " + e.getMessage());
                    } else {
                        command.getErr().println("clearpost: this should not have happened:");
                        e.printStackTrace(command.getErr());
                    }
                    return command.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(System.out);
    }
}
