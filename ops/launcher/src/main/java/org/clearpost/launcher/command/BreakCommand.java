package org.clearpost.launcher.command;

import java.util.concurrent.Callable;
import org.clearpost.launcher.run.RemoteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes one part away, so that anybody can watch the platform fail closed. */
@Command(name = "break", description = "Stops one part, to see what the others do.", mixinStandardHelpOptions = true)
public final class BreakCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "The part, as status names it.")
    private String service = "";

    @Option(names = "--kill", description = "Without letting it say goodbye.")
    private boolean kill;

    @Override
    public Integer call() {
        RemoteControl.require(data.look()).takeAway(service, kill);
        System.out.printf("%s is stopped; ./clearpost mend %s brings it back.%n", service, service);
        return 0;
    }
}
