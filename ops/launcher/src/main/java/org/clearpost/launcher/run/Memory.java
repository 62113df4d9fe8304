package org.clearpost.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, where the system tells. */
final class Memory {

    private Memory() {}

    static long megabytesOf(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            if (Files.isReadable(status)) {
                for (var line : Files.readAllLines(status)) {
                    if (line.startsWith("VmRSS:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            // It ended meanwhile.
        }
        return 0;
    }
}
