package org.clearpost.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured last, line by line: a run of some parts leaves the lines of the others as they were. */
final class Results {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path json;
    private final Path table;
    private final TreeMap<String, Line> lines = new TreeMap<>();

    Results(Path root) throws IOException {
        json = root.resolve("tests/load/results.json");
        table = root.resolve("docs/load.md");
        if (Files.exists(json)) {
            JSON.readValue(Files.readString(json), new TypeReference<List<Line>>() {})
                    .forEach(line -> lines.put(line.key(), line));
        }
    }

    void keep(List<Line> fresh) throws IOException {
        fresh.forEach(line -> lines.put(line.key(), line));
        Files.writeString(json, JSON.writeValueAsString(lines.values()) + "\n");
        Files.writeString(table, page() + byHand());
    }

    /** What stands below the table is written by hand, and stays. */
    private String byHand() throws IOException {
        var page = Files.exists(table) ? Files.readString(table) : "";
        var first = page.indexOf("\n## ");
        return first < 0 ? "" : page.substring(first);
    }

    private String page() {
        return """
                # How fast it is

                The table and the words around it are written by `tests/load/run`; do not edit them. Every figure compares the platform
                with a limit measured in the same run, in turns of a few seconds, because times do not carry over to another machine or
                hour. The platform ran as `./clearpost up --tuned-for load`, with sign-in, audit and row-level security on. What is
                behind each figure is in `tests/load/results.json`, and how it is measured in the class of that part.

                | | what | figure | aim | | measured |
                |---|---|---|---|---|---|
                %s

                Missed aims are missed: they are listed like the others. The limit of M1 and M2 is the service's own two
                statements (the consent read and the decision record) sent by a bare driver, prepared, in one round trip. 200,000
                people with eight answers each are written straight into PostgreSQL; everything else goes through the interface.
                M10's start and memory compare with figures that a peer of the same architecture reached on such a machine
                (49.8 s, 1,667 MiB); they were not measured in the same run.
                """
                .formatted(lines.values().stream()
                        .map(line -> "| %s | %s | **%s** | %s | %s | %s, %s, `%s` |"
                                .formatted(
                                        line.key(),
                                        line.what(),
                                        line.figure(),
                                        line.aim(),
                                        line.met() ? "met" : "missed",
                                        line.on(),
                                        line.machine(),
                                        line.command()))
                        .collect(Collectors.joining("\n")));
    }
}
