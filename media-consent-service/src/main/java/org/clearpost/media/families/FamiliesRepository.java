package org.clearpost.media.families;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.Entitled;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.families.FamiliesView.Family;
import org.clearpost.media.families.FamiliesView.ListedChild;
import org.clearpost.media.families.MailRepository.Place;
import org.clearpost.media.families.RoundView.State;
import org.clearpost.media.families.model.FamilyStatus;
import org.clearpost.media.families.model.RoundKind;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Families as staff see them, and the rounds in which they are asked. */
@Repository
class FamiliesRepository {

    /** Nobody is reminded twice within a day. */
    private static final String MAY_BE_REMINDED = "coalesce(a.reminded_at, a.asked_at) <= :now - interval '20 hours'";

    /** Every family of a setting with its standing; binds {@code :setting}, {@code :class} and {@code :today}. */
    private static final String FAMILIES =
            """
            WITH family AS (
                SELECT g.group_id, g.id, g.name, g.email IS NOT NULL AS has_address,
                       a.asked_at, a.reminded_at, a.answered_at,
                       CASE WHEN a.asked_at IS NULL THEN 'NOT_ASKED'
                            WHEN a.answered_at >= a.asked_at THEN 'ANSWERED'
                            WHEN g.email IS NULL THEN 'NO_ADDRESS'
                            WHEN (SELECT m.state FROM outgoing_mail m
                                   WHERE m.group_id = g.group_id AND m.giver_id = g.id
                                   ORDER BY m.created_at DESC, m.id DESC LIMIT 1) = 'BOUNCED' THEN 'BOUNCED'
                            ELSE 'ASKED' END AS status
                  FROM giver g
                  LEFT JOIN family_ask a ON a.group_id = g.group_id AND a.giver_id = g.id
                 WHERE g.setting_id = :setting AND g.type IN ('PARENT', 'CARER')
                   AND EXISTS (SELECT FROM subject_giver sg
                                 JOIN subject s ON s.group_id = sg.group_id AND s.id = sg.subject_id
                                WHERE sg.group_id = g.group_id AND sg.giver_id = g.id
                                  AND (:class = '' OR s.class_name = :class) AND\s"""
                    + Entitled.CHILD + "))";

    /** Those a round is for; binds besides {@code :kind} and {@code :now}. */
    private static final String OF_ROUND =
            """
             (:kind = 'ASK' OR (f.status IN ('ASKED', 'BOUNCED') AND f.has_address
                AND EXISTS (SELECT FROM family_ask a WHERE a.group_id = f.group_id AND a.giver_id = f.id AND
            """
                    + MAY_BE_REMINDED + "))) ";

    private static final String ROUND =
            """
            SELECT id, setting_id, kind, class_name, lapse_until, state, total, done, mailed, without_address, started_at, finished_at
              FROM family_round
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    FamiliesRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By name. */
    Flux<Family> page(
            UUID setting,
            String className,
            @Nullable FamilyStatus status,
            LocalDate today,
            @Nullable Cursor after,
            int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        FAMILIES
                                + """
                         SELECT f.id, f.name, f.has_address, f.status, f.asked_at, f.reminded_at, f.answered_at,
                                (SELECT json_agg(json_build_object('id', s.id, 'firstName', s.first_name,
                                            'surname', s.surname, 'className', s.class_name)
                                            ORDER BY s.class_name, s.first_name, s.id)
                                   FROM subject_giver sg
                                   JOIN subject s ON s.group_id = sg.group_id AND s.id = sg.subject_id
                                  WHERE sg.group_id = f.group_id AND sg.giver_id = f.id AND\s"""
                                + Entitled.CHILD
                                + """
                                )::text AS children
                           FROM family f
                          WHERE (:status = '' OR f.status = :status)
                            AND (:last::uuid IS NULL
                                 OR (lower(f.name), f.id::text) > (SELECT lower(l.name), l.id::text FROM giver l
                                                                    WHERE l.id = :last AND l.setting_id = :setting))
                          ORDER BY lower(f.name), f.id::text LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("class", className)
                .bind("today", today)
                .bind("status", status == null ? "" : status.name())
                .bind("rows", rows);
        select = after == null ? select.bindNull("last", UUID.class) : select.bind("last", after.uuid(0));
        return select.map(row -> new Family(
                        Columns.value(row, "id", UUID.class),
                        text(row, "name"),
                        Columns.value(row, "has_address", Boolean.class),
                        List.of(json.readValue(text(row, "children"), ListedChild[].class)),
                        FamilyStatus.valueOf(text(row, "status")),
                        row.get("asked_at", Instant.class),
                        row.get("reminded_at", Instant.class),
                        row.get("answered_at", Instant.class)))
                .all();
    }

    Mono<Map<FamilyStatus, Integer>> counts(UUID setting, String className, LocalDate today) {
        return database.sql(FAMILIES + " SELECT status, count(*)::integer AS families FROM family GROUP BY status")
                .bind("setting", setting)
                .bind("class", className)
                .bind("today", today)
                .map(row -> Map.entry(
                        FamilyStatus.valueOf(text(row, "status")), Columns.value(row, "families", Integer.class)))
                .all()
                .collect(
                        () -> new EnumMap<>(FamilyStatus.class),
                        (Map<FamilyStatus, Integer> counts, Map.Entry<FamilyStatus, Integer> each) ->
                                counts.put(each.getKey(), each.getValue()));
    }

    /** Whether a giver of this setting may answer by link; empty when the setting has no such giver. */
    Mono<Boolean> mayAnswer(UUID setting, UUID giver, LocalDate today) {
        return database.sql("SELECT (" + Entitled.GIVER
                        + ") AS may FROM giver g WHERE g.id = :giver AND g.setting_id = :setting")
                .bind("giver", giver)
                .bind("setting", setting)
                .bind("today", today)
                .map(row -> Columns.value(row, "may", Boolean.class))
                .one();
    }

    Mono<Void> addRound(
            UUID group,
            UUID id,
            UUID setting,
            RoundKind kind,
            String className,
            UUID by,
            Instant now,
            LocalDate today) {
        return database.sql(FAMILIES
                        + """
                         INSERT INTO family_round (group_id, id, setting_id, kind, class_name, started_by, started_at, state,
                                                   total, claimed_until)
                         SELECT :group, :id, :setting, :kind, :class, :by, :now, 'RUNNING', count(*), :now
                           FROM family f WHERE\s"""
                        + OF_ROUND)
                .bind("group", group)
                .bind("id", id)
                .bind("setting", setting)
                .bind("kind", kind.name())
                .bind("class", className)
                .bind("by", by)
                .bind("now", now)
                .bind("today", today)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Asked across groups. */
    Flux<Place> running(Instant now) {
        return database.sql(
                        "SELECT group_id, id FROM family_round WHERE state = 'RUNNING' AND claimed_until <= :now LIMIT"
                                + " 50")
                .bind("now", now)
                .map(row -> new Place(Columns.value(row, "group_id", UUID.class), Columns.value(row, "id", UUID.class)))
                .all();
    }

    /** One batch to be worked on: the round's row is locked until the transaction ends. */
    record Batch(
            UUID group,
            UUID round,
            UUID setting,
            RoundKind kind,
            String className,
            @Nullable UUID last,
            Instant startedAt) {}

    Mono<Batch> next(UUID round) {
        return database.sql(
                        """
                        SELECT group_id, id, setting_id, kind, class_name, last_giver, started_at FROM family_round
                         WHERE id = :round AND state = 'RUNNING' FOR UPDATE SKIP LOCKED
                        """)
                .bind("round", round)
                .map(row -> new Batch(
                        Columns.value(row, "group_id", UUID.class),
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "setting_id", UUID.class),
                        RoundKind.valueOf(text(row, "kind")),
                        text(row, "class_name"),
                        row.get("last_giver", UUID.class),
                        Columns.value(row, "started_at", Instant.class)))
                .one();
    }

    /**
     * Asks the next families of a round: the note of it, the mail to each with an address, and how far the round is, in
     * one statement. Gives how many there were; none ends the round.
     */
    Mono<Integer> ask(Batch batch, Instant now, LocalDate today, int most) {
        DatabaseClient.GenericExecuteSpec sql = database.sql(
                        FAMILIES
                                + """
                         , part AS (
                             SELECT f.group_id, f.id, f.has_address FROM family f
                              WHERE (:last::uuid IS NULL OR f.id > :last) AND\s"""
                                + OF_ROUND.replace(":now", ":startedAt")
                                + """
                              ORDER BY f.id LIMIT :most),
                         noted AS (
                             INSERT INTO family_ask AS a (group_id, giver_id, setting_id, asked_at)
                             SELECT group_id, id, :setting, :now FROM part
                             ON CONFLICT (group_id, giver_id) DO UPDATE
                                SET asked_at = CASE WHEN :kind = 'ASK' THEN excluded.asked_at ELSE a.asked_at END,
                                    answered_at = CASE WHEN :kind = 'ASK' THEN NULL ELSE a.answered_at END,
                                    reminded_at = CASE WHEN :kind = 'ASK' THEN NULL ELSE excluded.asked_at END,
                                    reminders = CASE WHEN :kind = 'ASK' THEN 0 ELSE a.reminders + 1 END),
                         mailed AS (
                             INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)
                             SELECT group_id, uuidv7(), :setting, id,
                                    CASE WHEN :kind = 'ASK' THEN 'INVITATION' ELSE 'REMINDER' END, 'WAITING', :now, :now
                               FROM part WHERE has_address
                             RETURNING id)
                         UPDATE family_round r
                            SET done = done + (SELECT count(*) FROM part),
                                mailed = mailed + (SELECT count(*) FROM mailed),
                                without_address = without_address + (SELECT count(*) FROM part WHERE NOT has_address),
                                last_giver = coalesce((SELECT id FROM part ORDER BY id DESC LIMIT 1), last_giver),
                                state = CASE WHEN (SELECT count(*) FROM part) < :most THEN 'DONE' ELSE 'RUNNING' END,
                                finished_at = CASE WHEN (SELECT count(*) FROM part) < :most THEN :now::timestamptz END
                          WHERE r.id = :round
                         RETURNING (SELECT count(*) FROM part)::integer AS families
                        """)
                .bind("setting", batch.setting())
                .bind("class", batch.className())
                .bind("today", today)
                .bind("kind", batch.kind().name())
                .bind("startedAt", batch.startedAt())
                .bind("now", now)
                .bind("most", most)
                .bind("round", batch.round());
        UUID last = batch.last();
        sql = last == null ? sql.bindNull("last", UUID.class) : sql.bind("last", last);
        return sql.map(row -> Columns.value(row, "families", Integer.class)).one();
    }

    Mono<RoundView> round(UUID round) {
        return database.sql(ROUND + " WHERE id = :round")
                .bind("round", round)
                .map(FamiliesRepository::roundView)
                .one();
    }

    /** Newest first. */
    Flux<RoundView> rounds(UUID setting) {
        return database.sql(ROUND + " WHERE setting_id = :setting ORDER BY started_at DESC, id DESC LIMIT 20")
                .bind("setting", setting)
                .map(FamiliesRepository::roundView)
                .all();
    }

    private static RoundView roundView(Readable row) {
        String className = text(row, "class_name");
        return new RoundView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                RoundKind.valueOf(text(row, "kind")),
                className.isEmpty() ? null : className,
                row.get("lapse_until", LocalDate.class),
                State.valueOf(text(row, "state")),
                Columns.value(row, "total", Integer.class),
                Columns.value(row, "done", Integer.class),
                Columns.value(row, "mailed", Integer.class),
                Columns.value(row, "without_address", Integer.class),
                Columns.value(row, "started_at", Instant.class),
                row.get("finished_at", Instant.class));
    }

    /** Mails that wait for a reader, newest first. */
    Flux<OutboxView.Mail> waiting(UUID setting) {
        return database.sql(
                        """
                        SELECT m.id, m.kind, m.created_at, g.name FROM outgoing_mail m
                          JOIN giver g ON g.group_id = m.group_id AND g.id = m.giver_id
                         WHERE m.setting_id = :setting AND m.state = 'WAITING'
                         ORDER BY m.created_at DESC, m.id DESC LIMIT 100
                        """)
                .bind("setting", setting)
                .map(row -> new OutboxView.Mail(
                        Columns.value(row, "id", UUID.class),
                        org.clearpost.media.families.model.MailKind.valueOf(text(row, "kind")),
                        text(row, "name"),
                        Columns.value(row, "created_at", Instant.class)))
                .all();
    }

    private static String text(Readable row, String column) {
        return Columns.value(row, column, String.class);
    }
}
