package org.clearpost.media.families;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.Entitled;
import org.clearpost.media.families.FamilyView.OwnChild;
import org.clearpost.media.families.FamilyView.ReceiptLine;
import org.clearpost.media.families.FamilyView.StandingAnswer;
import org.clearpost.media.families.ReceiptView.Line;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.families.model.LinkKey;
import org.clearpost.media.families.model.Wording;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a family sees and leaves. Each step from a link onward is one statement that does everything or finds nothing: an
 * unknown, expired, used or barred link costs exactly as many.
 */
@Repository
class FamilyRepository {

    /** Links sent to one address within ten minutes; a button pressed more often sends no more. */
    private static final int MOST_LINKS = 5;

    private final DatabaseClient database;
    private final JsonMapper json;

    FamilyRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Somebody let in. */
    record Visitor(UUID session, UUID group, UUID giver, UUID setting, GiverType type, Instant until) {}

    /** The words a setting asks with now. */
    record Words(int version, Map<Language, Wording> byLanguage) {}

    /** Asks for an entry to be mailed to the address on file, if the invitation is one. */
    Mono<Long> requestLink(LinkKey key, Instant now, LocalDate today) {
        return database.sql(
                        """
                        INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)
                        SELECT k.group_id, :id, g.setting_id, g.id, 'LINK', 'WAITING', :now, :now
                          FROM family_key k
                          JOIN giver g ON g.group_id = k.group_id AND g.id = k.giver_id
                         WHERE k.hash = :hash AND k.kind = 'INVITATION' AND k.expires_at > :now AND g.email IS NOT NULL
                           AND (SELECT count(*) FROM outgoing_mail m
                                 WHERE m.group_id = k.group_id AND m.giver_id = k.giver_id AND m.kind = 'LINK'
                                   AND m.created_at > :now - interval '10 minutes') < :most
                           AND\s"""
                                + Entitled.GIVER)
                .bind("id", Ids.next())
                .bind("hash", key.hash())
                .bind("now", now)
                .bind("today", today)
                .bind("most", MOST_LINKS)
                .fetch()
                .rowsUpdated();
    }

    /** Uses an entry up and opens a session; of two who try at once, one is let in. */
    Mono<Visitor> open(LinkKey entry, LinkKey session, Instant now, Instant until, LocalDate today) {
        return database.sql(
                        """
                        WITH used AS (
                            UPDATE family_key k SET used_at = :now FROM giver g
                             WHERE k.hash = :hash AND k.kind = 'ENTRY' AND k.used_at IS NULL AND k.expires_at > :now
                               AND g.group_id = k.group_id AND g.id = k.giver_id
                               AND\s"""
                                + Entitled.GIVER
                                + """
                            RETURNING k.group_id, g.id AS giver_id, g.setting_id, g.type),
                        opened AS (
                            INSERT INTO family_session (group_id, id, giver_id, hash, opened_at, expires_at)
                            SELECT group_id, :session, giver_id, :sessionHash, :now, :until FROM used)
                        SELECT group_id, :session::uuid AS session_id, giver_id, setting_id, type,
                               :until::timestamptz AS expires_at FROM used
                        """)
                .bind("hash", entry.hash())
                .bind("session", Ids.next())
                .bind("sessionHash", session.hash())
                .bind("now", now)
                .bind("until", until)
                .bind("today", today)
                .map(FamilyRepository::visitor)
                .one();
    }

    /** Who the session lets in, if it still lets anybody in. */
    Mono<Visitor> visitor(LinkKey session, Instant now, LocalDate today) {
        return database.sql(
                        """
                        SELECT n.group_id, n.id AS session_id, g.id AS giver_id, g.setting_id, g.type, n.expires_at
                          FROM family_session n
                          JOIN giver g ON g.group_id = n.group_id AND g.id = n.giver_id
                         WHERE n.hash = :hash AND n.ended_at IS NULL AND n.expires_at > :now
                           AND\s"""
                                + Entitled.GIVER)
                .bind("hash", session.hash())
                .bind("now", now)
                .bind("today", today)
                .map(FamilyRepository::visitor)
                .one();
    }

    private static Visitor visitor(io.r2dbc.spi.Readable row) {
        return new Visitor(
                Columns.value(row, "session_id", UUID.class),
                Columns.value(row, "group_id", UUID.class),
                Columns.value(row, "giver_id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                GiverType.valueOf(text(row, "type")),
                Columns.value(row, "expires_at", Instant.class));
    }

    Mono<Void> end(UUID session, Instant now) {
        return database.sql("UPDATE family_session SET ended_at = :now WHERE id = :session")
                .bind("now", now)
                .bind("session", session)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<String> settingName(UUID setting) {
        return database.sql("SELECT official_name FROM setting_known WHERE setting_id = :setting")
                .bind("setting", setting)
                .map(row -> text(row, "official_name"))
                .one();
    }

    /** The children somebody answers for, with their own answers that stand. */
    Flux<OwnChild> children(UUID giver, Instant now, LocalDate today) {
        return database.sql(
                        """
                        SELECT s.id, s.first_name, s.setting_id,
                               (SELECT json_agg(json_build_object('purpose', c.purpose, 'channel', c.channel,
                                           'state', c.state,
                                           'over', c.valid_until IS NOT NULL AND c.valid_until <= :now,
                                           'at', coalesce(c.withdrawn_at, c.recorded_at)) ORDER BY c.recorded_at, c.id)
                                  FROM consent c
                                 WHERE c.group_id = s.group_id AND c.subject_id = s.id AND c.giver_id = sg.giver_id
                                   AND c.superseded_at IS NULL)::text AS answers
                          FROM subject_giver sg
                          JOIN subject s ON s.group_id = sg.group_id AND s.id = sg.subject_id
                         WHERE sg.giver_id = :giver AND\s"""
                                + Entitled.CHILD
                                + " ORDER BY s.first_name, s.id")
                .bind("giver", giver)
                .bind("now", now)
                .bind("today", today)
                .map(row -> new OwnChild(
                        Columns.value(row, "id", UUID.class),
                        text(row, "first_name"),
                        answers(row.get("answers", String.class))))
                .all();
    }

    private record Stored(Purpose purpose, @Nullable Platform channel, ConsentState state, boolean over, String at) {}

    private List<StandingAnswer> answers(@Nullable String stored) {
        return stored == null
                ? List.of()
                : List.of(json.readValue(stored, Stored[].class)).stream()
                        .filter(each -> each.state().isNo() || (each.state() == ConsentState.ACTIVE && !each.over()))
                        .map(each -> new StandingAnswer(
                                each.purpose(),
                                each.channel(),
                                each.state().isNo() ? Answer.NO : Answer.YES,
                                java.time.OffsetDateTime.parse(each.at()).toInstant()))
                        .toList();
    }

    /** Whether this person may still answer for this child. Asked under the lock on the child. */
    Mono<Boolean> mayAnswerFor(UUID giver, UUID child, LocalDate today) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT FROM subject_giver sg
                                         JOIN subject s ON s.group_id = sg.group_id AND s.id = sg.subject_id
                                        WHERE sg.giver_id = :giver AND sg.subject_id = :child AND\s"""
                                + Entitled.CHILD + ")")
                .bind("giver", giver)
                .bind("child", child)
                .bind("today", today)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Where the setting posts to: social media are asked about one by one. */
    Mono<List<Platform>> channels(UUID setting) {
        return database.sql(
                        """
                        SELECT DISTINCT platform FROM official_account
                         WHERE setting_id = :setting AND status IN ('APPROVED', 'LIVE', 'SUSPENDED') ORDER BY platform
                        """)
                .bind("setting", setting)
                .map(row -> Platform.valueOf(text(row, "platform")))
                .all()
                .filter(Platform::isSocial)
                .collectList();
    }

    /** The latest version of the words; empty when the setting has not asked yet. */
    Mono<Words> words(UUID setting) {
        return database.sql(
                        """
                        SELECT version, language, introduction, declaration, questions FROM family_wording w
                         WHERE setting_id = :setting
                           AND version = (SELECT max(version) FROM family_wording l
                                           WHERE l.group_id = w.group_id AND l.setting_id = w.setting_id)
                        """)
                .bind("setting", setting)
                .map(row -> Map.entry(
                        Columns.value(row, "version", Integer.class),
                        Map.entry(
                                Language.valueOf(text(row, "language")),
                                new Wording(
                                        text(row, "introduction"),
                                        text(row, "declaration"),
                                        questions(Columns.json(row, "questions"))))))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> {
                    Map<Language, Wording> both = new EnumMap<>(Language.class);
                    rows.forEach(row ->
                            both.put(row.getValue().getKey(), row.getValue().getValue()));
                    return new Words(rows.getFirst().getKey(), both);
                });
    }

    private Map<Purpose, String> questions(String stored) {
        Map<Purpose, String> questions = new EnumMap<>(Purpose.class);
        json.readTree(stored)
                .properties()
                .forEach(each -> questions.put(
                        Purpose.valueOf(each.getKey()), each.getValue().asString()));
        return questions;
    }

    /** Adds the next version, in all its languages. Gives the number of rows, none when somebody was faster. */
    Mono<Long> addWords(UUID group, UUID setting, int version, Map<Language, Wording> words, Instant now, UUID by) {
        return Flux.fromIterable(words.entrySet())
                .concatMap(each -> database.sql(
                                """
                                INSERT INTO family_wording (group_id, setting_id, version, language, introduction, declaration,
                                                            questions, recorded_at, recorded_by)
                                VALUES (:group, :setting, :version, :language, :introduction, :declaration, :questions, :now,
                                        :by)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("group", group)
                        .bind("setting", setting)
                        .bind("version", version)
                        .bind("language", each.getKey().name())
                        .bind("introduction", each.getValue().introduction())
                        .bind("declaration", each.getValue().declaration())
                        .bind(
                                "questions",
                                Json.of(json.writeValueAsString(each.getValue().questions())))
                        .bind("now", now)
                        .bind("by", by)
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum);
    }

    /** What an answer leaves behind beside the consents themselves. */
    record NewReceipt(UUID id, String reference, int version, Language language, String signedName, List<Line> lines) {}

    Mono<Void> addReceipt(Visitor visitor, NewReceipt receipt, List<UUID> consents, Instant now) {
        return database.sql(
                        """
                        INSERT INTO family_receipt (group_id, id, giver_id, setting_id, session_id, reference, wording_version,
                                                    language, signed_name, recorded_at)
                        VALUES (:group, :id, :giver, :setting, :session, :reference, :version, :language, :name, :now)
                        """)
                .bind("group", visitor.group())
                .bind("id", receipt.id())
                .bind("giver", visitor.giver())
                .bind("setting", visitor.setting())
                .bind("session", visitor.session())
                .bind("reference", receipt.reference())
                .bind("version", receipt.version())
                .bind("language", receipt.language().name())
                .bind("name", receipt.signedName())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then(addLines(visitor.group(), receipt, consents));
    }

    private Mono<Void> addLines(UUID group, NewReceipt receipt, List<UUID> consents) {
        return database.sql(
                        """
                        INSERT INTO family_receipt_answer (group_id, receipt_id, position, subject_id, purpose, channel, answer,
                                                           consent_id)
                        SELECT :group, :receipt, position, subject, purpose, channel, answer, consent
                          FROM unnest(:subjects::uuid[], :purposes::text[], :channels::text[], :answers::text[],
                                      :consents::uuid[]) WITH ORDINALITY
                               AS line (subject, purpose, channel, answer, consent, position)
                        """)
                .bind("group", group)
                .bind("receipt", receipt.id())
                .bind("subjects", receipt.lines().stream().map(Line::child).toArray(UUID[]::new))
                .bind(
                        "purposes",
                        receipt.lines().stream()
                                .map(line -> line.purpose().name())
                                .toArray(String[]::new))
                .bind(
                        "channels",
                        receipt.lines().stream()
                                .map(line -> line.channel() == null
                                        ? null
                                        : line.channel().name())
                                .toArray(String[]::new))
                .bind(
                        "answers",
                        receipt.lines().stream()
                                .map(line -> line.answer().name())
                                .toArray(String[]::new))
                .bind("consents", consents.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Newest first. */
    Flux<ReceiptLine> receipts(UUID giver) {
        return database.sql(
                        """
                        SELECT id, reference, recorded_at FROM family_receipt
                         WHERE giver_id = :giver ORDER BY recorded_at DESC, id DESC LIMIT 50
                        """)
                .bind("giver", giver)
                .map(row -> new ReceiptLine(
                        Columns.value(row, "id", UUID.class),
                        text(row, "reference"),
                        Columns.value(row, "recorded_at", Instant.class)))
                .all();
    }

    /** A receipt of this giver, with the children they may still see. */
    Mono<ReceiptView> receipt(UUID receipt, UUID giver, LocalDate today) {
        return database.sql(
                        """
                        SELECT r.reference, r.recorded_at, r.language, r.wording_version, r.signed_name,
                               (SELECT json_agg(json_build_object('child', a.subject_id, 'firstName', s.first_name,
                                           'purpose', a.purpose, 'channel', a.channel, 'answer', a.answer)
                                           ORDER BY a.position)
                                  FROM family_receipt_answer a
                                  JOIN subject s ON s.group_id = a.group_id AND s.id = a.subject_id
                                  JOIN subject_giver sg ON sg.group_id = a.group_id AND sg.subject_id = a.subject_id
                                       AND sg.giver_id = r.giver_id
                                 WHERE a.group_id = r.group_id AND a.receipt_id = r.id AND\s"""
                                + Entitled.CHILD
                                + """
                               )::text AS lines
                          FROM family_receipt r WHERE r.id = :receipt AND r.giver_id = :giver
                        """)
                .bind("receipt", receipt)
                .bind("giver", giver)
                .bind("today", today)
                .map(row -> new ReceiptView(
                        receipt,
                        text(row, "reference"),
                        Columns.value(row, "recorded_at", Instant.class),
                        Language.valueOf(text(row, "language")),
                        Columns.value(row, "wording_version", Integer.class),
                        text(row, "signed_name"),
                        lines(row.get("lines", String.class))))
                .one();
    }

    private List<Line> lines(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.readValue(stored, Line[].class));
    }

    Mono<Void> answered(UUID group, UUID giver, UUID setting, Instant now) {
        return database.sql(
                        """
                        INSERT INTO family_ask (group_id, giver_id, setting_id, asked_at, answered_at)
                        VALUES (:group, :giver, :setting, :now, :now)
                        ON CONFLICT (group_id, giver_id) DO UPDATE SET answered_at = excluded.answered_at
                        """)
                .bind("group", group)
                .bind("giver", giver)
                .bind("setting", setting)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static String text(io.r2dbc.spi.Readable row, String column) {
        return Columns.value(row, column, String.class);
    }
}
