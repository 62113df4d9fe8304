package org.clearpost.media.restricting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.restricting.RestrictionView.Kind;
import org.clearpost.media.restricting.RestrictionView.Restriction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Restrictions. Every write here happens under the lock on the person it is about. */
@Repository
class RestrictionRepository {

    private final DatabaseClient database;

    RestrictionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A restriction as it is entered. */
    record Terms(Kind kind, String note, LocalDate from, @Nullable LocalDate until) {}

    Mono<RestrictionView> of(UUID subject) {
        return database.sql(
                        """
                        SELECT id, kind, note, from_on, until_on, recorded_at, recorded_by, ended_at, ended_by, end_reason
                          FROM restriction WHERE subject_id = :subject ORDER BY recorded_at DESC, id DESC LIMIT 200
                        """)
                .bind("subject", subject)
                .map(row -> new Restriction(
                        Columns.value(row, "id", UUID.class),
                        Kind.valueOf(Columns.value(row, "kind", String.class)),
                        Columns.value(row, "note", String.class),
                        Columns.value(row, "from_on", LocalDate.class),
                        row.get("until_on", LocalDate.class),
                        Columns.value(row, "recorded_at", Instant.class),
                        Columns.value(row, "recorded_by", UUID.class),
                        row.get("ended_at", Instant.class),
                        row.get("ended_by", UUID.class),
                        row.get("end_reason", String.class)))
                .all()
                .collectList()
                .map(items -> new RestrictionView(subject, items));
    }

    Mono<Void> add(UUID group, UUID subject, Terms terms, Instant now, UUID by) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO restriction (group_id, id, subject_id, kind, note, from_on, until_on, recorded_at, recorded_by)
                        VALUES (:group, :id, :subject, :kind, :note, :from, :until, :now, :by)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("subject", subject)
                .bind("kind", terms.kind().name())
                .bind("note", terms.note())
                .bind("from", terms.from())
                .bind("now", now)
                .bind("by", by);
        LocalDate until = terms.until();
        insert = until == null ? insert.bindNull("until", LocalDate.class) : insert.bind("until", until);
        return insert.fetch().rowsUpdated().then();
    }

    Mono<Void> end(UUID subject, UUID restriction, String reason, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE restriction SET ended_at = :now, ended_by = :by, end_reason = :reason
                         WHERE subject_id = :subject AND id = :id AND ended_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("reason", reason)
                .bind("subject", subject)
                .bind("id", restriction)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.RESTRICTION_ENDED)))
                .then();
    }

    /** Fails when there is no such restriction with the person. */
    Mono<Void> mustExist(UUID subject, UUID restriction) {
        return database.sql("SELECT id FROM restriction WHERE subject_id = :subject AND id = :id")
                .bind("subject", subject)
                .bind("id", restriction)
                .map(row -> Columns.value(row, "id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }
}
