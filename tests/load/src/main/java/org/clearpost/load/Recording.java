package org.clearpost.load;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL was asked by the service while something happened, statement by statement, from its own log. */
record Recording(List<Statement> statements) {

    private static final Pattern ENTRY = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)] media_app@media (LOG|DETAIL):  (.*)", Pattern.DOTALL);
    private static final Pattern RUN =
            Pattern.compile("duration: [\\d.]+ ms  (?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')");
    private static final Pattern START = Pattern.compile("\n(?=\\d{4}-\\d\\d-\\d\\d \\d\\d:)");

    /** One statement with the values it was given. */
    record Statement(long backend, String text, Map<Integer, @Nullable String> values) {}

    interface Work {
        void run() throws Exception;
    }

    static Recording of(RunningPlatform platform, Connection superuser, Work work) throws Exception {
        set(superuser, "log_min_duration_statement = 0", "log_line_prefix = '%m [%p] %u@%d '");
        try {
            var from = Files.size(platform.postgresLog());
            work.run();
            return new Recording(read(tail(platform, from)));
        } finally {
            reset(superuser, "log_min_duration_statement", "log_line_prefix");
        }
    }

    /** Of one decision each: those that mention this table. */
    List<Statement> mentioning(String table) {
        var word = Pattern.compile("\\b(FROM|JOIN|INTO|UPDATE)\\s+" + table + "\\b", Pattern.CASE_INSENSITIVE);
        return statements.stream()
                .filter(statement -> word.matcher(statement.text()).find())
                .toList();
    }

    private static String tail(RunningPlatform platform, long from) throws IOException {
        try (var file = new RandomAccessFile(platform.postgresLog().toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static List<Statement> read(String log) {
        var found = new ArrayList<Statement>();
        for (var entry : START.split(log)) {
            var line = ENTRY.matcher(entry.stripTrailing());
            if (!line.matches()) {
                continue;
            }
            var backend = Long.parseLong(line.group(1));
            // The log marks further lines of one entry with a tab.
            var text = line.group(3).replace("\n\t", "\n");
            if (line.group(2).equals("LOG")) {
                var run = RUN.matcher(text);
                found.add(new Statement(backend, run.matches() ? run.group(1) : "", new TreeMap<>()));
            } else if (!found.isEmpty() && found.getLast().backend() == backend) {
                var value = VALUE.matcher(text);
                while (value.find()) {
                    var given = value.group(2);
                    found.getLast()
                            .values()
                            .put(Integer.parseInt(value.group(1)), given == null ? null : given.replace("''", "'"));
                }
            }
        }
        // Reading and binding a statement are told of separately; only running it counts.
        return found.stream().filter(statement -> !statement.text().isEmpty()).toList();
    }

    private static void set(Connection superuser, String... settings) throws SQLException, InterruptedException {
        try (var statement = superuser.createStatement()) {
            for (var setting : settings) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
        // Each backend of the service takes it up by itself, with its next statement at the latest a moment later.
        Thread.sleep(2_000);
    }

    private static void reset(Connection superuser, String... settings) throws SQLException, InterruptedException {
        try (var statement = superuser.createStatement()) {
            for (var setting : settings) {
                statement.execute("ALTER SYSTEM RESET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
        Thread.sleep(500);
    }
}
