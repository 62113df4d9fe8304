package org.clearpost.media.holding;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.MediaProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Holds, one at a time for a person. */
@Repository
class HoldRepository {

    private final DatabaseClient database;

    HoldRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<HoldView> of(UUID subject) {
        return database.sql(
                        """
                        SELECT reason, placed_at, placed_by, lifted_at, lifted_by, lift_reason
                          FROM hold WHERE subject_id = :subject ORDER BY placed_at DESC, id DESC LIMIT 200
                        """)
                .bind("subject", subject)
                .map(row -> new HoldView.Placement(
                        Columns.value(row, "reason", String.class),
                        Columns.value(row, "placed_at", Instant.class),
                        Columns.value(row, "placed_by", UUID.class),
                        row.get("lifted_at", Instant.class),
                        row.get("lifted_by", UUID.class),
                        row.get("lift_reason", String.class)))
                .all()
                .collectList()
                .map(placements -> HoldView.of(subject, placements));
    }

    Mono<Void> place(UUID group, UUID subject, String reason, Instant now, UUID by) {
        return database.sql(
                        """
                        INSERT INTO hold (group_id, id, subject_id, reason, placed_at, placed_by)
                        VALUES (:group, :id, :subject, :reason, :now, :by)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("now", now)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, already -> new RefusedException(MediaProblem.HOLD_IN_PLACE))
                .then();
    }

    Mono<Void> lift(UUID subject, String reason, Instant now, UUID by) {
        return database.sql(
                        """
                        UPDATE hold SET lifted_at = :now, lifted_by = :by, lift_reason = :reason
                         WHERE subject_id = :subject AND lifted_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("reason", reason)
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.NO_HOLD)))
                .then();
    }
}
