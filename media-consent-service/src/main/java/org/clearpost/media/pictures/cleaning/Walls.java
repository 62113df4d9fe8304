package org.clearpost.media.pictures.cleaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this machine can put around a process: each wall is tried once at start and used when it stands. Heap, class path,
 * an empty environment and the time on the wall clock hold everywhere.
 *
 * @param shell the POSIX shell that sets limits; none on Windows
 * @param limits the limits that shell knows, of those we want
 * @param unshare the program that takes the network away; none where the system does not let us
 */
record Walls(@Nullable Path shell, List<Limit> limits, @Nullable Path unshare) {

    private static final long PATIENCE_SECONDS = 5;
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    /** For trying whether a limit can be set. */
    private static final Allowance SOME = new Allowance(512, 512, Allowance.CPU_SECONDS);

    /** When memory runs short, the system is to end a cleaning and not the service. Without Linux this does nothing. */
    private static final String FIRST_TO_GO = "{ echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null; ";

    /** A limit of the shell's {@code ulimit}, and what it keeps a process from. */
    enum Limit {
        CPU_SECONDS("-t", "CPU time"),
        CORE_FILE("-c", "core files"),
        WRITTEN_FILES("-f", "writing files"),
        OPEN_FILES("-n", "open files"),
        ADDRESS_SPACE("-v", "memory");

        private final String option;
        private final String words;

        Limit(String option, String words) {
            this.option = option;
            this.words = words;
        }

        private String set(Allowance allowance) {
            long value =
                    switch (this) {
                        case CPU_SECONDS -> allowance.cpuSeconds();
                        case CORE_FILE, WRITTEN_FILES -> 0;
                        case OPEN_FILES -> 64;
                        case ADDRESS_SPACE -> (allowance.heapMegabytes() + allowance.besideHeapMegabytes()) * 1024L;
                    };
            return "ulimit " + option + " " + value;
        }
    }

    static Walls found() {
        Path shell = find("sh");
        List<Limit> limits = new ArrayList<>();
        if (shell != null) {
            for (Limit limit : Limit.values()) {
                if (works(List.of(shell.toString(), "-c", limit.set(SOME) + " && exec true"))) {
                    limits.add(limit);
                }
            }
        }
        Path unshare = find("unshare");
        boolean alone = unshare != null && works(List.of(unshare.toString(), "--map-root-user", "--net", "true"));
        return new Walls(shell, List.copyOf(limits), alone ? unshare : null);
    }

    /** The command with these walls around it. */
    List<String> around(List<String> command, Allowance allowance) {
        List<String> walled = new ArrayList<>();
        if (shell != null && !limits.isEmpty()) {
            String set = String.join(
                    " && ", limits.stream().map(limit -> limit.set(allowance)).toList());
            walled.addAll(List.of(shell.toString(), "-c", FIRST_TO_GO + set + " && exec \"$@\"", "picture-cleaner"));
        }
        if (unshare != null) {
            walled.addAll(List.of(unshare.toString(), "--map-root-user", "--net", "--"));
        }
        walled.addAll(command);
        return walled;
    }

    /** For the log: what holds a cleaning here. */
    String words() {
        List<String> words = new ArrayList<>();
        limits.forEach(limit -> words.add(limit.words));
        words.add(unshare == null ? "NO network wall: this system lets no process give up the network" : "no network");
        return String.join(", ", words);
    }

    private static @Nullable Path find(String program) {
        return PLACES.stream()
                .map(place -> place.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
