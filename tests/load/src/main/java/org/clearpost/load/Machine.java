package org.clearpost.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the system says of processes: processor time and memory. Linux only. */
final class Machine {

    /** Linux counts processor time for programs in hundredths of a second, whatever its own clock does. */
    private static final double TICKS_PER_SECOND = 100;

    private Machine() {}

    /** Processor seconds of a process and all it started, so far. */
    static double processorSeconds(long pid) {
        return family(pid).mapToDouble(Machine::ownProcessorSeconds).sum();
    }

    /** Memory in MiB that is the process' own, with its share of what several use; with all it started. */
    static double proportionalMebibytes(long pid) {
        return family(pid).mapToDouble(Machine::ownProportional).sum();
    }

    static String kind() {
        return "%d shared vCPUs".formatted(Runtime.getRuntime().availableProcessors());
    }

    private static Stream<Long> family(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static double ownProcessorSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            // It ended meanwhile.
            return 0;
        }
    }

    private static double ownProportional(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
