package org.clearpost.media;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.testing.AccessMatrix;
import org.clearpost.kit.testing.AccessMatrixRunner;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.media.families.model.LinkKey;
import org.clearpost.media.families.model.Wording;
import org.clearpost.media.model.Confirmation;
import org.clearpost.media.world.Pictures;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own: after each refusal every row there is compares with what it was. */
@ClearpostTest
@TestPropertySource(
        properties = {
            "clearpost.test=access",
            "clearpost.takedowns.look=1h",
            "clearpost.notices.look=1h",
            "clearpost.families.floor=1ms"
        })
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
    /** Nobody in it, so that nothing stands against it but what Clearpost does not check. */
    private static final String QUESTION =
            """
            {"account": {"value": "%s"}, "plannedFor": "2026-11-02T10:00:00Z", "nobody": true, "people": [],
             "notIdentifiable": [], "headcount": null, "unlistedPeople": false, "caption": null, "names": [], "links": [],
             "hashtags": [], "eventDate": null, "eventName": null, "confirmations": %s, "device": null, "picture": null,
             "selfCheck": {"reflectsPoorly": false, "professionalReason": true, "reasonableToOthers": true,
                           "followsPolicy": true, "contentSuitable": true}, "reasons": {}}
            """;

    private static final String CONFIRMED = Arrays.stream(Confirmation.values())
            .map(confirmation -> "\"" + confirmation + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    private static final List<String> NOT_BUILT = List.of(
            "PST-02", "PST-03", "PST-08", "PST-11", "PST-13", "PST-18", "PST-19", "PST-20", "PST-21", "PST-28",
            "PST-30", "PST-31");
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
    private UUID item = UUID.randomUUID();
    private UUID takedown = UUID.randomUUID();
    private UUID notice = UUID.randomUUID();
    private UUID picture = UUID.randomUUID();
    private UUID giver = UUID.randomUUID();
    private UUID round = UUID.randomUUID();
    private UUID mail = UUID.randomUUID();
    private UUID receipt = UUID.randomUUID();
    private LinkKey key = LinkKey.fresh(GROUP);
    private UUID evidence = UUID.randomUUID();
    private UUID restriction = UUID.randomUUID();

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
        if (isOfFamilies(endpoint)) {
            refillFamily();
        }
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{setting}", SETTING.toString())
                .replace("{subject}", subject.toString())
                .replace("{consent}", consent.toString())
                .replace("{giver}", giver.toString())
                .replace("{evidence}", evidence.toString())
                .replace("{restriction}", restriction.toString())
                .replace("{account}", account.toString())
                .replace("{decision}", decision.toString())
                .replace("{code}", card(decision))
                .replace("{item}", item.toString())
                .replace("{takedown}", takedown.toString())
                .replace("{notice}", notice.toString())
                .replace("{picture}", picture.toString())
                .replace("{id}", imported.toString())
                .replace("{giver}", giver.toString())
                .replace("{round}", round.toString())
                .replace("{mail}", mail.toString())
                .replace("{receipt}", receipt.toString());
        Map<String, String> session = Map.of("Cookie", "__Secure-clearpost-family=" + key.text());
        Map<String, String> seen = Map.of("If-Match", "\"1\"");
        return switch (endpoint) {
            case "POST /api/media/settings/{setting}/subjects" -> Example.of(path, child());
            case "POST /api/media/settings/{setting}/subjects/search",
                    "POST /api/media/settings/{setting}/consents/search",
                    "POST /api/media/settings/{setting}/consents/export" -> Example.of(path, Map.of("query", "mia"));
            case "GET /api/media/settings/{setting}/outing", "GET /api/media/settings/{setting}/outing/export" ->
                Example.of(path + "?on=" + School.today() + "&account=" + account + "&class=Ash");
            case "POST /api/media/settings/{setting}/rehearsals" ->
                Example.of(path, Map.of("options", Map.of("OPT-14", "NONE")));
            case "PUT /api/media/subjects/{subject}" -> new Example(path, child(), seen);
            case "POST /api/media/subjects/{subject}/end" -> Example.of(path, Map.of("on", "2027-07-20"));
            case "POST /api/media/subjects/{subject}/consents" ->
                Example.of(path, School.form("Dana Thompson", "YES", "WEBSITE=YES"));
            case "POST /api/media/subjects/{subject}/hold", "POST /api/media/subjects/{subject}/hold/lifting" ->
                Example.of(path, Map.of("reason", "For a test"));
            case "POST /api/media/subjects/{subject}/evidence" ->
                new Example(
                        path,
                        "%PDF-1.7 a form".getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/octet-stream"));
            case "POST /api/media/subjects/{subject}/givers/{giver}/bar",
                    "POST /api/media/subjects/{subject}/givers/{giver}/bar/lifting",
                    "POST /api/media/subjects/{subject}/ability/revocation",
                    "POST /api/media/subjects/{subject}/restrictions/{restriction}/end" ->
                Example.of(path, Map.of("reason", "For a test"));
            case "POST /api/media/subjects/{subject}/ability" ->
                Example.of(
                        path, Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Understood it all"));
            case "POST /api/media/subjects/{subject}/restrictions" ->
                Example.of(path, Map.of("kind", "COURT_ORDER", "note", "For a test"));
            case "POST /api/media/settings/{setting}/accounts" -> Example.of(path, account());
            case "PUT /api/media/accounts/{account}" -> new Example(path, account(), seen);
            case "PUT /api/media/accounts/{account}/contributors" ->
                new Example(path, Map.of("people", List.of(COLLEAGUE)), seen);
            case "PUT /api/media/settings/{setting}/wording" ->
                new Example(path, Map.of("words", List.of(), "ownContacts", List.of()), Map.of("If-Match", "\"0\""));
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
            case "POST /api/media/decisions/{decision}/posted" ->
                Example.of(
                        path,
                        Map.of("address", "https://%s.example/1".formatted(account), "checkedOutside", NOT_BUILT));
            case "POST /api/media/decisions/{decision}/already-out" ->
                Example.of(path, Map.of("address", "https://%s.example/1".formatted(account)));
            case "POST /api/media/published/{item}/corrections" ->
                Example.of(path, Map.of("kind", "CORRECTED", "what", "The date was wrong."));
            case "POST /api/media/takedowns/{takedown}/done" ->
                Example.of(
                        path, Map.of("seenGoneAt", Instant.now().toString(), "how", "SCREENSHOT", "proof", "Folder 3"));
            case "POST /api/media/access/v1/evaluation" -> Example.of(path, evaluation());
            case "POST /api/media/access/v1/evaluations" ->
                Example.of(path, Map.of("evaluations", List.of(evaluation())));
            case "POST /api/media/settings/{setting}/family-rounds" ->
                Example.of(path, Map.of("kind", "ASK", "className", "None"));
            case "POST /api/media/settings/{setting}/family-wordings" ->
                Example.of(path, Map.of("wording", Wording.starter()));
            case "POST /api/media/settings/{setting}/families/{giver}/entry" ->
                Example.of(path, Map.of("confirmed", "PHOTO_ID"));
            case "POST /api/family/links", "POST /api/family/session" -> Example.of(path, Map.of("key", key.text()));
            case "GET /api/family/session", "POST /api/family/session/end", "GET /api/family/receipts/{receipt}" ->
                new Example(path, null, session);
            case "POST /api/family/answers" -> new Example(path, answers(), session);
            default -> Example.of(path);
        };
    }

    private static boolean isOfFamilies(String endpoint) {
        return Stream.of("family", "families", "outgoing").anyMatch(endpoint::contains);
    }

    private Map<String, Object> answers() {
        return Map.of(
                "wordingVersion",
                Integer.parseInt(
                        database.ask("SELECT max(version) FROM family_wording WHERE setting_id = '" + SETTING + "'")),
                "language",
                "EN",
                "signedName",
                "Dana Thompson",
                "declared",
                true,
                "answers",
                List.of(Map.of("child", subject, "purpose", "WEBSITE", "answer", "YES")));
    }

    /** A parent with a key that is an entry and a session at once, so that each endpoint finds what it needs. */
    private void refillFamily() {
        await().pollDelay(Duration.ZERO)
                .until(() -> database.ask("SELECT count(*) FROM family_round WHERE state = 'RUNNING'")
                        .equals("0"));
        giver = UUID.randomUUID();
        round = UUID.randomUUID();
        mail = UUID.randomUUID();
        receipt = UUID.randomUUID();
        key = LinkKey.fresh(GROUP);
        UUID session = UUID.randomUUID();
        String hash = "sha256('" + key.text() + "'::bytea)";
        StringBuilder sql = new StringBuilder();
        insert(
                sql,
                "giver (group_id, id, setting_id, name, type, email)",
                row(giver, "'" + SETTING + "', 'Dana Thompson', 'PARENT', 'dana@family.example'"));
        insert(
                sql,
                "subject_giver (group_id, subject_id, giver_id, responsibility)",
                row(subject, "'" + giver + "', 'YES'"));
        insert(
                sql,
                "family_wording (group_id, setting_id, version, language, introduction, declaration, questions,"
                        + " recorded_at, recorded_by)",
                "('%1$s', '%2$s', 1, 'EN', 'We ask', 'I say', '{}', now(), '%3$s') ON CONFLICT DO NOTHING"
                        .formatted(GROUP, SETTING, CALLER));
        insert(
                sql,
                "family_round (group_id, id, setting_id, kind, class_name, started_by, started_at, state, total,"
                        + " claimed_until)",
                row(round, "'%s', 'ASK', '', '%s', now(), 'DONE', 0, now()".formatted(SETTING, CALLER)));
        insert(
                sql,
                "outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)",
                row(mail, "'%s', '%s', 'INVITATION', 'WAITING', now(), now()".formatted(SETTING, giver)));
        insert(
                sql,
                "family_key (group_id, id, giver_id, kind, hash, made_at, expires_at)",
                row(UUID.randomUUID(), "'%s', 'ENTRY', %s, now(), now() + interval '9 min'".formatted(giver, hash)));
        insert(
                sql,
                "family_session (group_id, id, giver_id, hash, opened_at, expires_at)",
                row(session, "'%s', %s, now(), now() + interval '29 min'".formatted(giver, hash)));
        insert(
                sql,
                "family_receipt (group_id, id, giver_id, setting_id, session_id, reference, wording_version, language,"
                        + " signed_name, recorded_at)",
                row(
                        receipt,
                        "'%s', '%s', '%s', '%s', 1, 'EN', 'Dana Thompson', now()"
                                .formatted(giver, SETTING, session, receipt)));
        database.change(sql.toString());
    }

    /** A file that awaits its confirmation, uploaded by whoever is going to ask. No import of an earlier row still runs. */
    private void refillImport(AccessMatrix.Row row) {
        await().pollDelay(Duration.ZERO)
                .until(() -> database.ask("SELECT count(*) FROM import_batch WHERE state = 'RUNNING'")
                        .equals("0"));
        imported = UUID.randomUUID();
        String importer = row.role().startsWith("CLIENT") ? "CLIENT" : "PERSON";
        database.change(
                "INSERT INTO import_batch (group_id, id, setting_id, imported_by, importer_kind, file_name, state,"
                        + " content, shape, encoding_certain, heading_row, columns, mapping, remembered, preview,"
                        + " created_at) VALUES "
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
        boolean posted = endpoint.contains("{item}")
                || endpoint.contains("{takedown}")
                || endpoint.equals("GET /api/media/decisions/{decision}/posted");
        boolean decided = posted
                || endpoint.contains("{decision}")
                || endpoint.contains("{code}")
                || endpoint.contains("{notice}");
        if (endpoint.contains("account")
                || endpoint.contains("/access/")
                || endpoint.contains("decision")
                || endpoint.contains("/outing")
                || decided) {
            account = UUID.randomUUID();
            insert(
                    sql,
                    "official_account (group_id, id, setting_id, platform, name, address, status)",
                    row(account, "'%s', 'FACEBOOK', 'Page', 'https://%s.example', 'LIVE'".formatted(SETTING, account)));
        }
        if (decided) {
            decision = Ids.next();
            insert(
                    sql,
                    "decision (group_id, id, setting_id, account_id, asked_by, asked_at, planned_for, verdict,"
                            + " rule_set, request, facts, answer)",
                    row(
                            decision,
                            "'%s', '%s', '%s', now(), now(), 'DENY', '1', '%s', '{}', '{}'"
                                    .formatted(SETTING, account, CALLER, QUESTION.formatted(account, CONFIRMED))));
        }
        if (posted) {
            item = UUID.randomUUID();
            insert(
                    sql,
                    "published_item (group_id, id, setting_id, decision_id, account_id, address, how, checked_outside,"
                            + " rule_set, posted_by, posted_at)",
                    row(
                            item,
                            "'%s', '%s', '%s', 'https://page.example/1', 'REGISTERED', '{}', '1', '%s', now()"
                                    .formatted(SETTING, decision, account, CALLER)));
        }
        if (endpoint.contains("{takedown}")) {
            takedown = UUID.randomUUID();
            insert(
                    sql,
                    "takedown (group_id, id, setting_id, item_id, cause, opened_at, due_at)",
                    row(
                            takedown,
                            "'%s', '%s', 'RETRACTED', now() - interval '1 hour', now() + interval '1 day'"
                                    .formatted(SETTING, item)));
        }
        if (endpoint.contains("{notice}")) {
            notice = UUID.randomUUID();
            insert(
                    sql,
                    "notice (group_id, id, person_id, kind, decision_id, made_at)",
                    row(notice, "'%s', 'ANSWER_CHANGED', '%s', now()".formatted(CALLER, decision)));
        }
        if (endpoint.contains("{consent}") || endpoint.contains("{giver}")) {
            giver = UUID.randomUUID();
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
        if (endpoint.endsWith("/wording")) {
            sql.append("DELETE FROM wording;");
        }
        if (endpoint.endsWith("/bar/lifting")) {
            insert(
                    sql,
                    "giver_bar (group_id, id, subject_id, giver_id, reason, refusals_set_aside, barred_at, barred_by)",
                    row(
                            UUID.randomUUID(),
                            "'%s', '%s', 'For a test', false, now(), '%s'".formatted(subject, giver, CALLER)));
        }
        if (endpoint.contains("{evidence}")) {
            evidence = UUID.randomUUID();
            insert(
                    sql,
                    "consent_evidence (group_id, id, subject_id, media_type, content, digest, uploaded_at,"
                            + " uploaded_by)",
                    row(
                            evidence,
                            "'%s', 'application/pdf', '%%PDF-1.7', repeat('0', 64), now(), '%s'"
                                    .formatted(subject, CALLER)));
        }
        if (endpoint.endsWith("/revocation")) {
            insert(
                    sql,
                    "ability (group_id, id, subject_id, assessor, assessed_on, reason, recorded_at, recorded_by)",
                    row(
                            UUID.randomUUID(),
                            "'%s', 'Ms Hale', '2026-09-01', 'For a test', now(), '%s'".formatted(subject, CALLER)));
        }
        if (endpoint.contains("{restriction}")) {
            restriction = UUID.randomUUID();
            insert(
                    sql,
                    "restriction (group_id, id, subject_id, kind, note, from_on, recorded_at, recorded_by)",
                    row(
                            restriction,
                            "'%s', 'DISPUTE', 'For a test', '2026-09-01', now(), '%s'".formatted(subject, CALLER)));
        }
        if (endpoint.endsWith("/hold/lifting")) {
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

    private Map<String, Object> evaluation() {
        return Map.of(
                "subject", Map.of("type", "client", "id", CALLER),
                "action", Map.of("name", "publish"),
                "resource",
                        Map.of(
                                "type",
                                "post",
                                "id",
                                "scheduler-17",
                                "properties",
                                School.question(account.toString(), subject.toString())));
    }

    /** The code on a decision's card, worked out beside the service. */
    private static String card(UUID decision) {
        long bits = decision.getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL;
        StringBuilder code = new StringBuilder();
        for (int shift = 45; shift >= 0; shift -= 5) {
            code.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt((int) (bits >>> shift) & 31));
        }
        return code.toString();
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
