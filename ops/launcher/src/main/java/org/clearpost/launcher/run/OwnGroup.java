package org.clearpost.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a command into a process group of its own where the system has {@code setsid}.
 *
 * <p>Ctrl-C in a terminal goes to the whole group: the launcher hears it and ends the parts in order.
 */
final class OwnGroup {

    private static final boolean HAS_SETSID =
            Stream.of("/usr/bin/setsid", "/bin/setsid").anyMatch(program -> Files.isExecutable(Path.of(program)));

    private OwnGroup() {}

    static List<String> of(List<String> command) {
        var line = new ArrayList<String>();
        if (HAS_SETSID) {
            line.add("setsid");
        }
        line.addAll(command);
        return line;
    }
}
