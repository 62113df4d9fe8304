package org.clearpost.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearpost.load.Line.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the platform, measures, writes {@code docs/load.md}, and stops it. Missed aims are no failure of the run. */
@Command(name = "run", description = "Measures how fast the platform is.", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    /** What can be measured by itself. */
    enum Part {
        DECISIONS,
        GATEWAY,
        WITHDRAWALS,
        IMPORT,
        START
    }

    @Parameters(paramLabel = "PART", description = "${COMPLETION-CANDIDATES}; everything when none is given.")
    private List<Part> parts = List.of();

    @Option(names = "--people", defaultValue = "200000", description = "Made-up people (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--withdrawals",
            defaultValue = "10000",
            description = "How many withdrawals are followed by a check (${DEFAULT-VALUE}).")
    private int withdrawals;

    @Option(names = "--rounds", defaultValue = "4", description = "How many turns each side has (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--port", defaultValue = "18090", description = "Where the platform listens (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Kept for the next run (tests/load/target/data).")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "Throws the data of earlier runs away.")
    private boolean fresh;

    @Option(names = "--running", description = "Measures a platform that is up already, and leaves it up.")
    private boolean running;

    @Option(names = "--dry", description = "Prints the figures and writes no file.")
    private boolean dry;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var root = Path.of(System.getenv().getOrDefault("CLEARPOST_HOME", "."))
                .toAbsolutePath()
                .normalize();
        var directory = data == null ? root.resolve("tests/load/target/data") : data;
        if (fresh) {
            delete(directory);
        }
        var platform = new RunningPlatform(directory, port);
        if (!running) {
            // Also when it is interrupted.
            Runtime.getRuntime().addShutdownHook(new Thread(platform::down, "down"));
            platform.up();
        }
        measure(platform, run(), dry ? null : new Results(root));
        return 0;
    }

    private Run run() {
        var command = new StringBuilder("tests/load/run");
        parts.forEach(part -> command.append(' ').append(part.name().toLowerCase(java.util.Locale.ROOT)));
        if (people != 200_000) {
            command.append(" --people ").append(people);
        }
        if (withdrawals != 10_000) {
            command.append(" --withdrawals ").append(withdrawals);
        }
        if (rounds != 4) {
            command.append(" --rounds ").append(rounds);
        }
        if (running) {
            command.append(" --running");
        }
        return new Run(LocalDate.now(ZoneOffset.UTC).toString(), command.toString());
    }

    /** Each part's lines are kept as soon as they are there. */
    private void measure(RunningPlatform platform, Run run, @Nullable Results results) throws Exception {
        Set<Part> wanted = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
        var start = new ColdStart(platform);
        try (var superuser = platform.superuser()) {
            var population = Population.of(superuser, people);
            for (var part : wanted) {
                keep(
                        switch (part) {
                            case DECISIONS -> new Decisions(platform, population, superuser, rounds).measure(run);
                            case GATEWAY -> new GatewayTax(platform, population, rounds).measure(run);
                            case WITHDRAWALS ->
                                new Withdrawals(platform, population, superuser, withdrawals).measure(run);
                            case IMPORT -> new Imports(platform, superuser, Math.min(rounds, 3)).measure(run);
                            case START ->
                                List.of(
                                        start.memory(run),
                                        start.lag(population.settings().getFirst(), run));
                        },
                        results);
            }
        }
        if (wanted.contains(Part.START) && !running) {
            keep(List.of(start.start(run)), results);
        }
    }

    private static void keep(List<Line> lines, @Nullable Results results) throws IOException {
        lines.forEach(Bench::print);
        if (results != null) {
            results.keep(lines);
        }
    }

    private static void print(Line line) {
        System.out.printf(
                "%-17s %-10s %-10s %-6s %s%n",
                line.key(), line.figure(), line.aim(), line.met() ? "met" : "MISSED", line.what());
        line.measured().forEach((name, value) -> System.out.printf("    %-32s %s%n", name, Line.number(value)));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var all = Files.walk(directory)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
