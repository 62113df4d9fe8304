package org.clearpost.media;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.AccessMatrix;
import org.clearpost.kit.testing.AccessMatrixRunner;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.media.world.Pictures;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own: after each refusal every row there is compares with what it was. */
@ClearpostTest
@TestPropertySource(properties = "clearpost.test=access")
@Tag("MED-20")
@Tag("PST-01")
class AccessIT extends AccessMatrixRunner {

    private static final String ROSTER = "Forename,Surname,Reg\nKai,Moss,Oak\n";
    private static final String MAPPING =
            """
            {"columns": [
              {"index": 0, "target": "FIRST_NAME", "purpose": null, "channels": [], "recordsAnswers": false, "guardian": 1},
              {"index": 1, "target": "SURNAME", "purpose": null, "channels": [], "recordsAnswers": false, "guardian": 1},
              {"index": 2, "target": "CLASS", "purpose": null, "channels": [], "recordsAnswers": false, "guardian": 1}],
             "dateOrder": null, "school": null}
            """;
    private static final String PREVIEW =
            """
            {"rows": 1, "people": 1, "accepted": 1, "rejected": 0, "skipped": 0, "givers": 0,
             "answers": {"active": 0, "pending": 0, "refused": 0, "none": 0}}
            """;
    private static final UUID COLLEAGUE = UUID.fromString("a0000000-0000-7000-8000-0000000000cc");

    @Autowired
    TestDatabase database;

    @Autowired
    FeedAges feeds;

    private UUID subject = UUID.randomUUID();
    private UUID consent = UUID.randomUUID();
    private UUID account = UUID.randomUUID();
    private UUID decision = UUID.randomUUID();
    private UUID imported = UUID.randomUUID();
    private UUID picture = UUID.randomUUID();

    @BeforeEach
    void aSettingThatIsKnown() {
        await().until(() -> feeds.connected("read-directory") && feeds.connected("read-options"));
        database.change("INSERT INTO setting_known (group_id, setting_id, official_name, open, version) VALUES "
                + row(SETTING, "'Oak Lane', true, 1") + " ON CONFLICT DO NOTHING");
        database.change("INSERT INTO person_known (group_id, person_id, active, epoch) VALUES "
                + row(COLLEAGUE, "true, 1") + " ON CONFLICT DO NOTHING");
        database.change("INSERT INTO post_held (group_id, post_id, person_id, setting_id, role, held_from) VALUES "
                + row(COLLEAGUE, "'" + COLLEAGUE + "', '" + SETTING + "', 'CONTRIBUTOR', '2026-01-01'")
                + " ON CONFLICT DO NOTHING");
    }

    @Override
    protected Example example(String endpoint, AccessMatrix.Row row) {
        refill(endpoint);
        if (endpoint.contains("/imports")) {
            refillImport(row);
        }
        if (endpoint.contains("{picture}")) {
            refillPicture(row);
        }
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{setting}", SETTING.toString())
                .replace("{subject}", subject.toString())
                .replace("{consent}", consent.toString())
                .replace("{account}", account.toString())
                .replace("{decision}", decision.toString())
                .replace("{picture}", picture.toString())
                .replace("{id}", imported.toString());
        Map<String, String> seen = Map.of("If-Match", "\"1\"");
        return switch (endpoint) {
            case "POST /api/media/settings/{setting}/subjects" -> Example.of(path, child());
            case "PUT /api/media/subjects/{subject}" -> new Example(path, child(), seen);
            case "POST /api/media/subjects/{subject}/end" -> Example.of(path, Map.of("on", "2027-07-20"));
            case "POST /api/media/subjects/{subject}/consents" ->
                Example.of(path, School.form("Dana Thompson", "YES", "WEBSITE=YES"));
            case "POST /api/media/subjects/{subject}/hold", "POST /api/media/subjects/{subject}/hold/lifting" ->
                Example.of(path, Map.of("reason", "For a test"));
            case "POST /api/media/settings/{setting}/accounts" -> Example.of(path, account());
            case "PUT /api/media/accounts/{account}" -> new Example(path, account(), seen);
            case "PUT /api/media/accounts/{account}/contributors" ->
                new Example(path, Map.of("people", List.of(COLLEAGUE)), seen);
            case "POST /api/media/decisions" ->
                Example.of(path, School.question(account.toString(), subject.toString()));
            case "POST /api/media/settings/{setting}/imports" ->
                new Example(
                        path + "?fileName=roster.csv",
                        ROSTER.getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/octet-stream"));
            case "POST /api/media/settings/{setting}/pictures" ->
                new Example(path, Pictures.png(2, 2), Map.of("Content-Type", "application/octet-stream"));
            case "PUT /api/media/imports/{id}/mapping" -> Example.of(path, MAPPING);
            case "POST /api/media/imports/{id}/confirmation" -> Example.of(path, Map.of("confirmed", true));
            default -> Example.of(path);
        };
    }

    /** A file that awaits its confirmation, uploaded by whoever is going to ask. No import of an earlier row still runs. */
    private void refillImport(AccessMatrix.Row row) {
        await().until(() -> database.ask("SELECT count(*) FROM import_batch WHERE state = 'RUNNING'")
                .equals("0"));
        imported = UUID.randomUUID();
        String importer = row.role().startsWith("CLIENT") ? "CLIENT" : "PERSON";
        database.change(
                "INSERT INTO import_batch (group_id, id, setting_id, imported_by, importer_kind, file_name, state,"
                        + " content, shape, encoding_certain, heading_row, columns, mapping, remembered, preview, created_at)"
                        + " VALUES "
                        + row(
                                imported,
                                "'%s', '%s', '%s', 'roster.csv', 'PREVIEWED', convert_to('%s', 'UTF8'), 'CSV', true, 1, '[]', '%s', false, '%s', now()"
                                        .formatted(SETTING, CALLER, importer, ROSTER, MAPPING, PREVIEW)));
    }

    /** A cleaned copy, sent by whoever is going to ask. */
    private void refillPicture(AccessMatrix.Row row) {
        picture = UUID.randomUUID();
        database.change(
                "INSERT INTO picture (group_id, id, setting_id, uploaded_by, uploader_kind, state, findings, digest,"
                        + " format, width, height, bytes, content, uploaded_at, expires_at) VALUES "
                        + row(
                                picture,
                                "'%s', '%s', '%s', 'READY', '{}', repeat('0', 64), 'JPEG', 1, 1, 1, '\\x00', now(), now() + '1 day'"
                                        .formatted(
                                                SETTING,
                                                CALLER,
                                                row.role().startsWith("CLIENT") ? "CLIENT" : "PERSON")));
    }

    /** Whatever an earlier row may have used up is made anew, in one go. */
    private void refill(String endpoint) {
        subject = UUID.randomUUID();
        StringBuilder sql = new StringBuilder();
        insert(
                sql,
                "subject (group_id, id, setting_id, kind, first_name, surname, class_name)",
                row(subject, "'" + SETTING + "', 'CHILD', 'Mia', 'Thompson', 'Ash'"));
        if (endpoint.contains("account") || endpoint.contains("decision")) {
            account = UUID.randomUUID();
            insert(
                    sql,
                    "official_account (group_id, id, setting_id, platform, name, address, status)",
                    row(account, "'%s', 'FACEBOOK', 'Page', 'https://%s.example', 'LIVE'".formatted(SETTING, account)));
        }
        if (endpoint.contains("{decision}")) {
            decision = UUID.randomUUID();
            insert(
                    sql,
                    "decision (group_id, id, setting_id, account_id, asked_by, asked_at, planned_for, verdict, rule_set,"
                            + " request, facts, answer)",
                    row(
                            decision,
                            "'%s', '%s', '%s', now(), now(), 'DENY', '1', '{}', '{}', '{}'"
                                    .formatted(SETTING, account, CALLER)));
        }
        if (endpoint.contains("{consent}")) {
            UUID giver = UUID.randomUUID();
            consent = UUID.randomUUID();
            insert(
                    sql,
                    "giver (group_id, id, setting_id, name, type)",
                    row(giver, "'" + SETTING + "', 'Dana Thompson', 'PARENT'"));
            insert(
                    sql,
                    "subject_giver (group_id, subject_id, giver_id, responsibility)",
                    row(subject, "'" + giver + "', 'YES'"));
            insert(
                    sql,
                    "consent (group_id, id, subject_id, giver_id, purpose, state, recorded_at, recorded_by)",
                    row(consent, "'%s', '%s', 'WEBSITE', 'PENDING', now(), '%s'".formatted(subject, giver, CALLER)));
        }
        if (endpoint.endsWith("/lifting")) {
            insert(
                    sql,
                    "hold (group_id, id, subject_id, reason, placed_at, placed_by)",
                    row(UUID.randomUUID(), "'%s', 'For a test', now(), '%s'".formatted(subject, CALLER)));
        }
        database.change(sql.toString());
    }

    private static void insert(StringBuilder sql, String into, String values) {
        sql.append("INSERT INTO ")
                .append(into)
                .append(" VALUES ")
                .append(values)
                .append(';');
    }

    private static Map<String, String> child() {
        Map<String, String> child = new HashMap<>();
        child.put("kind", "CHILD");
        child.put("firstName", "Kofi");
        child.put("surname", "Ansah");
        return child;
    }

    private static Map<String, String> account() {
        return Map.of(
                "platform",
                "INSTAGRAM",
                "name",
                "Oak Lane",
                "address",
                "https://insta.example/" + UUID.randomUUID(),
                "status",
                "LIVE");
    }

    private static String row(UUID id, String rest) {
        return "('" + GROUP + "', '" + id + "', " + rest + ")";
    }
}
