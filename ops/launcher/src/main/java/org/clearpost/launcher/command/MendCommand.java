package org.clearpost.launcher.command;

import java.util.concurrent.Callable;
import org.clearpost.launcher.run.RemoteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings back what {@code break} took away. */
@Command(name = "mend", description = "Starts a part again that break stopped.", mixinStandardHelpOptions = true)
public final class MendCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "The part, as status names it.")
    private String service = "";

    @Override
    public Integer call() {
        RemoteControl.require(data.look()).mend(service);
        System.out.printf("%s is ready again.%n", service);
        return 0;
    }
}
