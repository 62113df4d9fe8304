package org.clearpost.media.deciding;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.AskAgain.OpenAnswer;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.Options;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.Wording;
import org.clearpost.media.wording.WordingRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a decision stands on besides the people, and every decision given. Decisions are added and never changed. */
@Repository
class DecisionRepository {

    private static final String STORED =
            """
            SELECT d.id, d.setting_id, d.account_id, d.asked_by, d.asked_at, d.planned_for, d.rule_set, d.request, d.facts,
                   d.answer, d.digests
              FROM decision d
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final WordingRepository wordings;

    DecisionRepository(DatabaseClient database, JsonMapper json, WordingRepository wordings) {
        this.database = database;
        this.json = json;
        this.wordings = wordings;
    }

    /** One account of the setting asked about, with what is known of that setting. */
    private record GroundRow(
            AccountFacts account,
            boolean asked,
            boolean contributes,
            @Nullable Boolean open,
            long revision,
            @Nullable String options,
            Wording wording) {}

    /**
     * The account asked about and its setting.
     *
     * @param known whether the directory has told of this setting yet
     * @param ownLive the setting's live accounts that the caller contributes to
     */
    record Ground(
            AccountFacts account,
            boolean contributes,
            boolean known,
            boolean open,
            List<AccountFacts> live,
            List<AccountFacts> ownLive,
            Options options,
            Wording wording) {}

    /** Kept of one decision. */
    record Row(
            UUID id,
            UUID setting,
            UUID account,
            UUID askedBy,
            Instant askedAt,
            Instant plannedFor,
            String verdict,
            String ruleSet,
            String request,
            String facts,
            String answer,
            List<UUID> people) {}

    record Listed(UUID id, String answer) {}

    /** The account with its setting's options and other live accounts, in one statement. */
    Mono<Ground> findGround(UUID account, UUID caller, LocalDate today) {
        return database.sql(
                        """
                        SELECT a.id, a.setting_id, a.platform, a.name, a.status, a.version, a.id = asked.id AS asked,
                               EXISTS (SELECT FROM account_contributor c
                                        WHERE c.group_id = a.group_id AND c.account_id = a.id AND c.person_id = :caller
                                          AND %s) AS contributes,
                               k.open, coalesce(o.revision, 0) AS revision,
                               CASE WHEN a.id = asked.id THEN o.options END AS options,
                               w.revision AS wording_revision, w.words, w.own_contacts
                          FROM official_account asked
                          JOIN official_account a ON a.group_id = asked.group_id AND a.setting_id = asked.setting_id
                                                 AND (a.id = asked.id OR a.status = 'LIVE')
                          LEFT JOIN setting_known k ON k.group_id = asked.group_id AND k.setting_id = asked.setting_id
                          LEFT JOIN options_in_force o ON o.group_id = asked.group_id AND o.setting_id = asked.setting_id
                          LEFT JOIN wording w ON w.group_id = asked.group_id AND w.setting_id = asked.setting_id AND a.id = asked.id
                         WHERE asked.id = :account
                         ORDER BY a.name, a.id
                        """
                                .formatted(Doors.CONTRIBUTES))
                .bind("today", today)
                .bind("caller", caller)
                .bind("account", account)
                .map(this::groundRow)
                .all()
                .collectList()
                .flatMap(rows -> Mono.justOrEmpty(ground(rows)));
    }

    private @Nullable Ground ground(List<GroundRow> rows) {
        List<AccountFacts> live = new ArrayList<>();
        List<AccountFacts> ownLive = new ArrayList<>();
        GroundRow asked = null;
        for (GroundRow row : rows) {
            if (row.asked()) {
                asked = row;
                continue;
            }
            live.add(row.account());
            if (row.contributes()) {
                ownLive.add(row.account());
            }
        }
        return asked == null
                ? null
                : new Ground(
                        asked.account(),
                        asked.contributes(),
                        asked.open() != null,
                        asked.open() == null || asked.open(),
                        live,
                        ownLive,
                        options(asked.revision(), asked.options()),
                        asked.wording());
    }

    /** Options as the feed tells them; one without a value is not there. */
    Options options(long revision, @Nullable String text) {
        Map<String, String> values = new TreeMap<>();
        if (text != null) {
            for (Map.Entry<String, JsonNode> option : json.readTree(text).properties()) {
                JsonNode value = option.getValue().path("value");
                if (!value.isNull() && !value.isMissingNode()) {
                    values.put(option.getKey(), value.isString() ? value.asString() : value.toString());
                }
            }
        }
        return new Options(revision, values);
    }

    Mono<Void> add(UUID group, Row row) {
        return database.sql(
                        """
                        WITH kept AS (
                            INSERT INTO decision (group_id, id, setting_id, account_id, asked_by, asked_at, planned_for,
                                                  verdict, rule_set, request, facts, answer, digests)
                            VALUES (:group, :id, :setting, :account, :askedBy, :askedAt, :plannedFor,
                                    :verdict, :ruleSet, :request, :facts, :answer, :digests))
                        INSERT INTO decision_person (group_id, decision_id, subject_id)
                        SELECT :group, :id, subject_id FROM unnest(:people::uuid[]) AS subject_id
                        """)
                .bind("group", group)
                .bind("id", row.id())
                .bind("setting", row.setting())
                .bind("account", row.account())
                .bind("askedBy", row.askedBy())
                .bind("askedAt", row.askedAt())
                .bind("plannedFor", row.plannedFor())
                .bind("verdict", row.verdict())
                .bind("ruleSet", row.ruleSet())
                .bind("request", row.request())
                .bind("facts", row.facts())
                .bind("answer", row.answer())
                .bind(
                        "digests",
                        Digests.of(row.request(), row.facts(), row.answer()).text())
                .bind("people", row.people().toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Everything kept of a decision. */
    Mono<StoredDecision> findStored(UUID id) {
        return database.sql(STORED + " WHERE d.id = :id")
                .bind("id", id)
                .map(DecisionRepository::stored)
                .one();
    }

    /** The newest decision with this code on its card. */
    Mono<StoredDecision> findByCard(String code) {
        return database.sql(STORED + " WHERE d.card_code = :code ORDER BY d.id DESC LIMIT 1")
                .bind("code", code)
                .map(DecisionRepository::stored)
                .one();
    }

    /** A decision, and which of the people asked for it is about. */
    record About(UUID subject, StoredDecision decision) {}

    /** Newest first: those about one of these people, asked since, that were neither posted nor told of as changed. */
    Flux<About> openAbout(UUID[] people, Instant since, int most) {
        return database.sql(
                        """
                        SELECT p.subject_id, d.id, d.setting_id, d.account_id, d.asked_by, d.asked_at, d.planned_for, d.rule_set,
                               d.request, d.facts, d.answer, d.digests
                          FROM decision_person p
                          JOIN decision d ON d.group_id = p.group_id AND d.id = p.decision_id
                         WHERE p.subject_id = ANY (:people) AND d.asked_at >= :since
                           AND NOT EXISTS (SELECT FROM published_item i
                                            WHERE i.group_id = d.group_id AND i.decision_id = d.id)
                           AND NOT EXISTS (SELECT FROM notice n
                                            WHERE n.group_id = d.group_id AND n.decision_id = d.id
                                              AND n.kind = 'ANSWER_CHANGED')
                         ORDER BY d.id DESC
                         LIMIT :most
                        """)
                .bind("people", people)
                .bind("since", since)
                .bind("most", most)
                .map(row -> new About(Columns.value(row, "subject_id", UUID.class), stored(row)))
                .all();
    }

    /**
     * Newest first: those asked at this setting since, that were neither posted nor told of as changed. Whoever the
     * directory has not told of yet is taken to be let in as they were.
     */
    Flux<OpenAnswer> openAt(UUID setting, Instant since, LocalDate today, int most) {
        return database.sql(
                        """
                        SELECT d.id, d.setting_id, d.account_id, d.asked_by, d.asked_at, d.planned_for, d.rule_set, d.request,
                               d.facts, d.answer, d.digests,
                               NOT EXISTS (SELECT FROM person_known p
                                            WHERE p.group_id = d.group_id AND p.person_id = d.asked_by)
                               OR EXISTS (SELECT FROM post_held h
                                            JOIN person_known p ON p.group_id = h.group_id AND p.person_id = h.person_id
                                           WHERE h.group_id = d.group_id AND h.person_id = d.asked_by AND p.active
                                             AND h.setting_id = d.setting_id AND h.role = ANY (:roles)
                                             AND h.held_from <= :today AND (h.held_to IS NULL OR h.held_to >= :today))
                               OR EXISTS (SELECT FROM account_contributor c
                                            JOIN official_account a ON a.group_id = c.group_id AND a.id = c.account_id
                                           WHERE c.group_id = d.group_id AND c.account_id = d.account_id
                                             AND c.person_id = d.asked_by AND %s) AS may_ask
                          FROM decision d
                         WHERE d.setting_id = :setting AND d.asked_at >= :since
                           AND NOT EXISTS (SELECT FROM published_item i
                                            WHERE i.group_id = d.group_id AND i.decision_id = d.id)
                           AND NOT EXISTS (SELECT FROM notice n
                                            WHERE n.group_id = d.group_id AND n.decision_id = d.id
                                              AND n.kind = 'ANSWER_CHANGED')
                         ORDER BY d.asked_at DESC, d.id DESC
                         LIMIT :most
                        """
                                .formatted(Doors.CONTRIBUTES))
                .bind("roles", Access.rolesThatAsk())
                .bind("today", today)
                .bind("setting", setting)
                .bind("since", since)
                .bind("most", most)
                .map(row -> new OpenAnswer(stored(row), Boolean.TRUE.equals(row.get("may_ask", Boolean.class))))
                .all();
    }

    /** The setting and the answer's own text. */
    Mono<Map.Entry<UUID, String>> find(UUID id) {
        return database.sql("SELECT setting_id, answer FROM decision WHERE id = :id")
                .bind("id", id)
                .map(row -> Map.entry(
                        Columns.value(row, "setting_id", UUID.class), Columns.value(row, "answer", String.class)))
                .one();
    }

    /** Newest first. */
    Flux<Listed> list(UUID setting, @Nullable UUID before, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        """
                        SELECT id, answer FROM decision
                         WHERE setting_id = :setting AND (:before::uuid IS NULL OR id < :before)
                         ORDER BY id DESC
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("rows", rows);
        select = before == null ? select.bindNull("before", UUID.class) : select.bind("before", before);
        return select.map(row ->
                        new Listed(Columns.value(row, "id", UUID.class), Columns.value(row, "answer", String.class)))
                .all();
    }

    private static StoredDecision stored(Readable row) {
        return new StoredDecision(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "account_id", UUID.class),
                Columns.value(row, "asked_by", UUID.class),
                Columns.value(row, "asked_at", Instant.class),
                Columns.value(row, "planned_for", Instant.class),
                Columns.value(row, "rule_set", String.class),
                Columns.value(row, "request", String.class),
                Columns.value(row, "facts", String.class),
                Columns.value(row, "answer", String.class),
                row.get("digests", String.class));
    }

    private GroundRow groundRow(Readable row) {
        return new GroundRow(
                new AccountFacts(
                        new AccountId(Columns.value(row, "id", UUID.class)),
                        new SettingId(Columns.value(row, "setting_id", UUID.class)),
                        Platform.valueOf(Columns.value(row, "platform", String.class)),
                        Columns.value(row, "name", String.class),
                        AccountStatus.valueOf(Columns.value(row, "status", String.class)),
                        Columns.value(row, "version", Integer.class)),
                Boolean.TRUE.equals(row.get("asked", Boolean.class)),
                Boolean.TRUE.equals(row.get("contributes", Boolean.class)),
                row.get("open", Boolean.class),
                Columns.value(row, "revision", Long.class),
                row.get("options", String.class),
                wordings.read(
                        row.get("wording_revision", Integer.class),
                        row.get("words", String.class),
                        row.get("own_contacts", String.class)));
    }
}
