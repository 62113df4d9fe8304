package org.clearpost.launcher.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the launcher, and so the applications: ./clearpost chose the newest one. */
public record JavaRuntime(Path home, int feature, String version) {

    private static final int FIRST_WITH_COMPACT_HEADERS = 25;
    private static final int FIRST_WITH_ONE_STEP_AOT = 25;

    public static JavaRuntime current() {
        return new JavaRuntime(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                System.getProperty("java.runtime.version", "unknown"));
    }

    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    boolean hasAotCache() {
        return feature >= FIRST_WITH_ONE_STEP_AOT;
    }

    /** Flags for many small JVMs on one machine; a cache is valid only with the same ones. */
    List<String> flags(long memoryMegabytes, Tuning tuning) {
        var flags = new ArrayList<String>();
        flags.add("-XX:+UseSerialGC");
        if (tuning == Tuning.START) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        if (feature >= FIRST_WITH_COMPACT_HEADERS) {
            flags.add("-XX:+UseCompactObjectHeaders");
        }
        flags.add("-Xss512k");
        // The rest of what the container may have is for code, threads and buffers.
        flags.add("-Xmx%dm".formatted(memoryMegabytes / 2));
        flags.add("-XX:+ExitOnOutOfMemoryError");
        flags.add("-Djava.awt.headless=true");
        flags.add("-Dfile.encoding=UTF-8");
        return flags;
    }
}
