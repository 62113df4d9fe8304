package org.clearpost.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.clearpost.launcher.http.Visitor;
import org.clearpost.load.Line.Run;
import org.postgresql.PGConnection;

/**
 * M7: a file with 20,000 children, one giver and eight answers each, from its first byte sent to the last child stored,
 * beside the least PostgreSQL could do with the same rows: COPY, upsert, outbox.
 */
final class Imports {

    private static final String SETTING = "Larkmere Primary School";
    private static final int PEOPLE = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final List<String> ASKED = List.of(
            "Photo consent",
            "Website",
            "Social media",
            "Displays",
            "Newsletter",
            "Press",
            "Internal use",
            "Full name consent");

    private final RunningPlatform platform;
    private final Connection superuser;
    private final int rounds;
    private final String setting;

    Imports(RunningPlatform platform, Connection superuser, int rounds) {
        this.platform = platform;
        this.superuser = superuser;
        this.rounds = rounds;
        this.setting = platform.demo().settings().getOrDefault(SETTING, "");
    }

    List<Line> measure(Run run) throws Exception {
        var head = platform.signedIn("head", SETTING);
        var imported = 0.0;
        var raw = 0.0;
        var grown = 0.0;
        var stamp = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
        // The first of each is not counted.
        for (var round = 0; round <= rounds; round++) {
            var prefix = stamp + round;
            try (var heap = new Heap(
                    platform.part(RunningPlatform.MEDIA).pid(),
                    platform.project().root())) {
                var before = System.nanoTime();
                importThrough(head, prefix);
                var took = (System.nanoTime() - before) / 1e9;
                if (round > 0) {
                    imported += took;
                    grown = Math.max(grown, heap.grownMebibytes());
                }
            }
            var took = copyRaw(prefix);
            if (round > 0) {
                raw += took;
            }
        }
        var measured =
                Map.of("import seconds", imported / rounds, "raw seconds", raw / rounds, "heap growth MiB", grown);
        return List.of(
                Line.atMost(
                        "M7",
                        "import of 20,000 people with validation, time / COPY + upsert + outbox",
                        imported / raw,
                        2,
                        "",
                        measured,
                        run),
                Line.atMost(
                        "M7 heap",
                        "the same, growth of the older heap at most, garbage included",
                        grown,
                        32,
                        " MiB",
                        measured,
                        run));
    }

    private void importThrough(Visitor head, String prefix) throws InterruptedException {
        var sent = head.postBytes(
                "/api/media/settings/%s/imports?fileName=bench.csv".formatted(setting),
                csv(prefix).getBytes(StandardCharsets.UTF_8),
                "application/octet-stream");
        var address = "/api/media/imports/" + sent.path("id").asString();
        if (sent.path("state").asString("").equals("NEEDS_MAPPING")) {
            sent = head.put(
                    address + "/mapping", Map.of("columns", sent.path("mapping").path("columns")));
        }
        if (!sent.path("state").asString("").equals("PREVIEWED")) {
            throw new BenchException("The file was not taken in: " + sent);
        }
        head.post(address + "/confirmation", Map.of("confirmed", true));
        while (true) {
            var state = head.get(address).json().path("state").asString("");
            if (state.equals("DONE")) {
                return;
            }
            if (state.equals("FAILED")) {
                throw new BenchException("The import failed.");
            }
            Thread.sleep(25);
        }
    }

    private static String csv(String prefix) {
        var csv = new StringBuilder("Student ID,Legal First Name,Legal Last Name,Registration Form,Guardian Name,"
                + "Relationship,Legal Guardian,Guardian Email," + String.join(",", ASKED)
                + ",Consent date,Form version,Form kept\r\n");
        for (var i = 0; i < PEOPLE; i++) {
            csv.append("%s-%d,Person,Number%d %s,Imported,Parent of %d %s,Mother,Yes,p%d.%s@family.example,"
                    .formatted(prefix, i, i, prefix, i, prefix, i, prefix));
            csv.append(
                    "Granted,Granted,Granted,Granted,Granted,Declined,Granted,Declined,01/10/2026,Form 4,Office\r\n");
        }
        return csv.toString();
    }

    /** The same number of rows of the same width, from memory into the same tables; checked by them and by nobody else. */
    private double copyRaw(String prefix) throws Exception {
        var staged = staged("R" + prefix);
        var group = one("SELECT group_id FROM setting_known LIMIT 1");
        try (var statement = superuser.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_staged");
            statement.execute(
                    "CREATE TEMP TABLE bench_staged (number text, first_name text, surname text, class text, giver"
                            + " text, relation text, email text, subject uuid DEFAULT uuidv7(), giver_id uuid DEFAULT"
                            + " uuidv7())");
            superuser.setAutoCommit(false);
            var before = System.nanoTime();
            superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY bench_staged (number, first_name, surname, class, giver, relation, email) FROM STDIN"
                                    + " (FORMAT csv)",
                            new StringReader(staged));
            for (var text : UPSERTS) {
                statement.execute(text.replace("{group}", "'" + group + "'::uuid")
                        .replace("{setting}", "'" + setting + "'::uuid")
                        .replace("{parts}", "" + PEOPLE / AT_ONCE));
            }
            superuser.commit();
            return (System.nanoTime() - before) / 1e9;
        } finally {
            superuser.setAutoCommit(true);
        }
    }

    private static final List<String> UPSERTS = List.of(
            """
            INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name, external_id)
            SELECT {group}, subject, {setting}, 'CHILD', first_name, surname, class, number FROM bench_staged
            ON CONFLICT (group_id, setting_id, kind, external_id) WHERE external_id IS NOT NULL
            DO UPDATE SET class_name = excluded.class_name
            """,
            """
            INSERT INTO giver (group_id, id, setting_id, name, type, email)
            SELECT {group}, giver_id, {setting}, giver, 'PARENT', email FROM bench_staged
            ON CONFLICT (group_id, id) DO NOTHING
            """,
            """
            INSERT INTO subject_giver (group_id, subject_id, giver_id, relation, responsibility)
            SELECT {group}, subject, giver_id, relation, 'YES' FROM bench_staged
            ON CONFLICT (group_id, subject_id, giver_id) DO UPDATE SET relation = excluded.relation
            """,
            """
            INSERT INTO consent (group_id, id, subject_id, giver_id, purpose, state, form_version, signed_on, kept_at,
                                 recorded_at, recorded_by)
            SELECT {group}, uuidv7(), subject, giver_id, purpose,
                   CASE WHEN purpose IN ('PRESS', 'FULL_NAME') THEN 'REFUSED' ELSE 'ACTIVE' END,
                   'Form 4', DATE '2026-10-01', 'Office', now(), {group}
              FROM bench_staged,
                   unnest(ARRAY['TAKING', 'WEBSITE', 'DISPLAY', 'SOCIAL_MEDIA', 'PRINT', 'PRESS', 'INTERNAL', 'FULL_NAME'])
                       AS purpose
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO outbox (group_id, id, type, subject_id, occurred_at, data)
            SELECT {group}, uuidv7(), 'org.clearpost.bench.Nothing', {setting}, now(), '{}' FROM generate_series(1, {parts})
            """);

    private static String staged(String prefix) {
        var rows = new StringBuilder();
        for (var i = 0; i < PEOPLE; i++) {
            rows.append("%s-%d,Person,Number%d %s,Imported,Parent of %d %s,Mother,p%d.%s@family.example\n"
                    .formatted(prefix, i, i, prefix, i, prefix, i, prefix));
        }
        return rows.toString();
    }

    private String one(String query) throws Exception {
        try (var statement = superuser.createStatement()) {
            var rows = statement.executeQuery(query);
            rows.next();
            return rows.getString(1);
        }
    }

    /** The older part of a JVM's heap, watched by jstat: young garbage is no growth. */
    private static final class Heap implements AutoCloseable {

        private static final int OLD_USED = 7;

        private final Process jstat;
        private final Thread reading;
        private final double before;
        private final AtomicLong most = new AtomicLong();

        Heap(long pid, Path root) throws IOException, InterruptedException {
            var bin = Path.of(System.getProperty("java.home"), "bin");
            new ProcessBuilder(bin.resolve("jcmd").toString(), "" + pid, "GC.run")
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            jstat = new ProcessBuilder(bin.resolve("jstat").toString(), "-gc", "" + pid, "200")
                    .redirectErrorStream(true)
                    .start();
            var lines = new BufferedReader(new InputStreamReader(jstat.getInputStream(), StandardCharsets.UTF_8));
            lines.readLine();
            before = old(String.valueOf(lines.readLine()));
            reading = Thread.ofPlatform().daemon().start(() -> lines.lines()
                    .forEach(line -> most.accumulateAndGet((long) old(line), Math::max)));
        }

        private static double old(String line) {
            return Double.parseDouble(new ArrayList<>(List.of(line.strip().split("\\s+"))).get(OLD_USED));
        }

        double grownMebibytes() {
            return Math.max(0, most.get() - before) / 1024;
        }

        @Override
        public void close() throws InterruptedException {
            jstat.destroy();
            reading.join();
        }
    }
}
