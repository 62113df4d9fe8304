package org.clearpost.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Many made-up people beside those of the demo.
 *
 * <p>Settings, staff and accounts come through the interface, as the demo's do. The people do not: they are written
 * straight into the service's tables as rows, eight answers each, because entering 200,000 people is not what is
 * measured here. A fifth of them are in the demo's settings and are asked about; the others are in 496 further ones.
 */
final class Population {

    private static final int AT_ONCE = 20_000;
    private static final int FURTHER_SETTINGS = 496;
    private static final String MARK = "Bench";

    private final Connection database;
    private final String group;
    private final Random random = new Random(7);
    private final Map<String, List<String>> peopleOf = new TreeMap<>();
    private final Map<String, String> accountOf = new TreeMap<>();

    private Population(Connection database, String group) {
        this.database = database;
        this.group = group;
    }

    static Population of(Connection superuser, int people) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("SET statement_timeout = 0");
            var found = statement.executeQuery("SELECT DISTINCT group_id FROM setting_known");
            if (!found.next()) {
                throw new BenchException("The service knows no setting yet.");
            }
            var population = new Population(superuser, found.getString(1));
            population.fill(people);
            population.read();
            return population;
        }
    }

    String group() {
        return group;
    }

    List<String> settings() {
        return List.copyOf(accountOf.keySet());
    }

    List<String> peopleOf(String setting) {
        return peopleOf.getOrDefault(setting, List.of());
    }

    String accountOf(String setting) {
        return accountOf.getOrDefault(setting, "");
    }

    /** A question about this many people of one setting, all different. */
    String question(int people) {
        var settings = settings();
        var setting = settings.get(random.nextInt(settings.size()));
        var all = peopleOf(setting);
        var chosen = random.ints(0, all.size()).distinct().limit(people).mapToObj(all::get);
        return question(setting, chosen.toList());
    }

    String question(String setting, List<String> people) {
        return "{\"accountId\":\"%s\",\"people\":[%s],\"headcount\":%d,\"unlistedPeople\":false}"
                .formatted(
                        accountOf(setting),
                        people.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",")),
                        people.size());
    }

    private void fill(int people) throws SQLException {
        try (var statement = database.createStatement()) {
            var counted =
                    statement.executeQuery("SELECT count(*) FROM subject WHERE class_name = '%s'".formatted(MARK));
            counted.next();
            var there = counted.getInt(1);
            if (there >= people) {
                return;
            }
            // The rows are right by construction; checking each reference would only take time.
            statement.execute("SET session_replication_role = replica");
            for (var from = there; from < people; from += AT_ONCE) {
                add(from, Math.min(people, from + AT_ONCE), people);
            }
            statement.execute("SET session_replication_role = origin");
            statement.execute("VACUUM (ANALYZE)");
        }
    }

    private void add(int from, int to, int all) throws SQLException {
        var values = Map.of(
                "group", "'" + group + "'::uuid",
                "from", "" + from,
                "to", "" + (to - 1),
                "asked", "" + all / 5,
                "further", "" + FURTHER_SETTINGS,
                "mark", MARK,
                "someone", "'" + new UUID(0, 1) + "'::uuid");
        for (var text : List.of(
                "DROP TABLE IF EXISTS bench_person",
                """
                CREATE TEMP TABLE bench_person AS
                WITH demo AS (SELECT array_agg(setting_id ORDER BY setting_id) AS ids FROM setting_known)
                SELECT i, uuidv7() AS subject, uuidv7() AS giver,
                       CASE WHEN i < {asked} THEN demo.ids[1 + i % cardinality(demo.ids)]
                            ELSE md5('setting ' || i % {further})::uuid END AS setting
                  FROM generate_series({from}, {to}) AS i, demo
                """,
                """
                INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name, external_id)
                SELECT {group}, subject, setting, 'CHILD', 'Person', 'Number' || i, '{mark}', 'B' || i FROM bench_person
                """,
                """
                INSERT INTO giver (group_id, id, setting_id, name, type)
                SELECT {group}, giver, setting, 'Parent of ' || i, 'PARENT' FROM bench_person
                """,
                """
                INSERT INTO subject_giver (group_id, subject_id, giver_id, responsibility)
                SELECT {group}, subject, giver, 'YES' FROM bench_person
                """,
                """
                INSERT INTO consent (group_id, id, subject_id, giver_id, purpose, state, form_version, signed_on, kept_at,
                                     recorded_at, recorded_by)
                SELECT {group}, uuidv7(), subject, giver, purpose,
                       CASE WHEN purpose IN ('PRESS', 'FULL_NAME') THEN 'REFUSED' ELSE 'ACTIVE' END,
                       'Form', current_date - 30, 'Office', now(), {someone}
                  FROM bench_person,
                       unnest(ARRAY['TAKING', 'WEBSITE', 'DISPLAY', 'SOCIAL_MEDIA', 'PRINT', 'PRESS', 'INTERNAL', 'FULL_NAME'])
                           AS purpose
                """)) {
            var filled = text;
            for (var value : values.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue());
            }
            try (var statement = database.createStatement()) {
                statement.execute(filled);
            }
        }
    }

    private void read() throws SQLException {
        try (var statement = database.createStatement()) {
            var accounts = statement.executeQuery(
                    "SELECT DISTINCT ON (setting_id) setting_id, id FROM official_account WHERE status = 'LIVE'"
                            + " AND platform IN ('FACEBOOK', 'INSTAGRAM', 'X') ORDER BY setting_id, name");
            while (accounts.next()) {
                accountOf.put(accounts.getString(1), accounts.getString(2));
            }
            for (var setting : accountOf.keySet()) {
                var ids = new ArrayList<String>();
                var people =
                        statement.executeQuery("SELECT id FROM subject WHERE class_name = '%s' AND setting_id = '%s'"
                                .formatted(MARK, setting));
                while (people.next()) {
                    ids.add(people.getString(1));
                }
                peopleOf.put(setting, ids);
            }
        }
    }
}
