package org.clearpost.media.consenting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.consenting.ConsentView.GiverView;
import org.clearpost.media.consenting.GiversView.Bar;
import org.clearpost.media.consenting.GiversView.Judgement;
import org.clearpost.media.consenting.GiversView.KnownGiver;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who may answer for a person. Every write here happens under the lock on the person. */
@Repository
class GiverRepository {

    private final DatabaseClient database;

    GiverRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A judgement as it is entered. */
    record Judged(String assessor, LocalDate on, String reason) {}

    private record Row(GiverView giver, boolean barred, @Nullable Bar bar) {}

    Mono<GiversView> of(UUID subject) {
        Mono<List<KnownGiver>> givers = database.sql(
                        """
                        SELECT g.id, g.name, g.type, g.email, sg.relation, sg.responsibility, sg.barred_at IS NOT NULL AS barred,
                               b.reason, b.refusals_set_aside, b.barred_at, b.barred_by, b.lifted_at, b.lifted_by, b.lift_reason
                          FROM subject_giver sg
                          JOIN giver g ON g.group_id = sg.group_id AND g.id = sg.giver_id
                          LEFT JOIN giver_bar b ON b.group_id = sg.group_id AND b.subject_id = sg.subject_id
                                               AND b.giver_id = sg.giver_id
                         WHERE sg.subject_id = :subject
                         ORDER BY g.name, g.id, b.barred_at DESC, b.id DESC
                        """)
                .bind("subject", subject)
                .map(GiverRepository::row)
                .all()
                .collectList()
                .map(GiverRepository::known);
        Mono<List<Judgement>> judgements = database.sql(
                        """
                        SELECT assessor, assessed_on, reason, recorded_at, recorded_by, revoked_at, revoked_by, revoke_reason
                          FROM ability WHERE subject_id = :subject ORDER BY recorded_at DESC, id DESC LIMIT 200
                        """)
                .bind("subject", subject)
                .map(row -> new Judgement(
                        Columns.value(row, "assessor", String.class),
                        Columns.value(row, "assessed_on", LocalDate.class),
                        Columns.value(row, "reason", String.class),
                        Columns.value(row, "recorded_at", Instant.class),
                        Columns.value(row, "recorded_by", UUID.class),
                        row.get("revoked_at", Instant.class),
                        row.get("revoked_by", UUID.class),
                        row.get("revoke_reason", String.class)))
                .all()
                .collectList();
        return givers.flatMap(known -> judgements.map(judged -> new GiversView(
                subject, known, judged.stream().anyMatch(judgement -> judgement.revokedAt() == null), judged)));
    }

    Mono<GiverType> type(UUID subject, UUID giver) {
        return database.sql(
                        """
                        SELECT g.type FROM subject_giver sg
                          JOIN giver g ON g.group_id = sg.group_id AND g.id = sg.giver_id
                         WHERE sg.subject_id = :subject AND sg.giver_id = :giver
                        """)
                .bind("subject", subject)
                .bind("giver", giver)
                .map(row -> GiverType.valueOf(Columns.value(row, "type", String.class)))
                .one();
    }

    /** Bars the giver; every yes of theirs waits from now on. */
    Mono<Void> bar(UUID group, UUID subject, UUID giver, String reason, boolean setAside, Instant now, UUID by) {
        return database.sql(
                        """
                        INSERT INTO giver_bar (group_id, id, subject_id, giver_id, reason, refusals_set_aside, barred_at, barred_by)
                        VALUES (:group, :id, :subject, :giver, :reason, :setAside, :now, :by)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("subject", subject)
                .bind("giver", giver)
                .bind("reason", reason)
                .bind("setAside", setAside)
                .bind("now", now)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, already -> new RefusedException(MediaProblem.ALREADY_BARRED))
                .then(mark(subject, giver, now))
                .then(change(
                        """
                        UPDATE consent SET state = 'PENDING', waiting_since = :now, revision = revision + 1
                         WHERE subject_id = :subject AND giver_id = :giver AND state = 'ACTIVE' AND superseded_at IS NULL
                        """,
                        subject,
                        giver,
                        now))
                .then(setAside ? setRefusalsAside(subject, giver, now) : Mono.empty());
    }

    Mono<Void> unbar(UUID subject, UUID giver, String reason, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE giver_bar SET lifted_at = :now, lifted_by = :by, lift_reason = :reason
                         WHERE subject_id = :subject AND giver_id = :giver AND lifted_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("reason", reason)
                .bind("subject", subject)
                .bind("giver", giver)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.NOT_BARRED)))
                .then(mark(subject, giver, null));
    }

    Mono<Void> judge(UUID group, UUID subject, Judged judged, Instant now, UUID by) {
        return database.sql(
                        """
                        INSERT INTO ability (group_id, id, subject_id, assessor, assessed_on, reason, recorded_at, recorded_by)
                        VALUES (:group, :id, :subject, :assessor, :on, :reason, :now, :by)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("subject", subject)
                .bind("assessor", judged.assessor())
                .bind("on", judged.on())
                .bind("reason", judged.reason())
                .bind("now", now)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, already -> new RefusedException(MediaProblem.ALREADY_JUDGED))
                .then();
    }

    Mono<Void> revoke(UUID subject, String reason, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE ability SET revoked_at = :now, revoked_by = :by, revoke_reason = :reason
                         WHERE subject_id = :subject AND revoked_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("reason", reason)
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.NOT_JUDGED)))
                .then();
    }

    /** Every yes of givers of these types waits from now on. */
    Mono<Void> suspendAnswers(UUID subject, Instant now, GiverType... types) {
        return database.sql(
                        """
                        UPDATE consent c SET state = 'PENDING', waiting_since = :now, revision = c.revision + 1
                          FROM giver g
                         WHERE g.group_id = c.group_id AND g.id = c.giver_id AND g.type = ANY (:types)
                           AND c.subject_id = :subject AND c.state = 'ACTIVE' AND c.superseded_at IS NULL
                        """)
                .bind("now", now)
                .bind("types", Arrays.stream(types).map(GiverType::name).toArray(String[]::new))
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> setRefusalsAside(UUID subject, UUID giver, Instant now) {
        return change(
                """
                UPDATE consent SET superseded_at = :now, revision = revision + 1
                 WHERE subject_id = :subject AND giver_id = :giver AND state IN ('REFUSED', 'WITHDRAWN')
                   AND superseded_at IS NULL
                """,
                subject,
                giver,
                now);
    }

    private Mono<Void> change(String update, UUID subject, UUID giver, Instant now) {
        return database.sql(update)
                .bind("now", now)
                .bind("subject", subject)
                .bind("giver", giver)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> mark(UUID subject, UUID giver, @Nullable Instant barredAt) {
        DatabaseClient.GenericExecuteSpec update = database.sql(
                        "UPDATE subject_giver SET barred_at = :barredAt WHERE subject_id = :subject AND giver_id = :giver")
                .bind("subject", subject)
                .bind("giver", giver);
        update = barredAt == null ? update.bindNull("barredAt", Instant.class) : update.bind("barredAt", barredAt);
        return update.fetch().rowsUpdated().then();
    }

    private static List<KnownGiver> known(List<Row> rows) {
        Map<UUID, KnownGiver> known = new LinkedHashMap<>();
        for (Row row : rows) {
            KnownGiver one = known.computeIfAbsent(
                    row.giver().id(), any -> new KnownGiver(row.giver(), row.barred(), new ArrayList<>()));
            Bar bar = row.bar();
            if (bar != null) {
                one.bars().add(bar);
            }
        }
        return List.copyOf(known.values());
    }

    private static Row row(Readable row) {
        Instant barredAt = row.get("barred_at", Instant.class);
        return new Row(
                new GiverView(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "name", String.class),
                        GiverType.valueOf(Columns.value(row, "type", String.class)),
                        row.get("email", String.class),
                        row.get("relation", String.class),
                        Responsibility.valueOf(Columns.value(row, "responsibility", String.class))),
                Boolean.TRUE.equals(row.get("barred", Boolean.class)),
                barredAt == null
                        ? null
                        : new Bar(
                                Columns.value(row, "reason", String.class),
                                Boolean.TRUE.equals(row.get("refusals_set_aside", Boolean.class)),
                                barredAt,
                                Columns.value(row, "barred_by", UUID.class),
                                row.get("lifted_at", Instant.class),
                                row.get("lifted_by", UUID.class),
                                row.get("lift_reason", String.class)));
    }
}
