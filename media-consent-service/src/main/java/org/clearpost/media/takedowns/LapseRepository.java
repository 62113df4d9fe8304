package org.clearpost.media.takedowns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.model.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Until when each group was looked at, and who has come to an end since. */
@Repository
class LapseRepository {

    /**
     * Each look goes back further than the last one ended: a post registered just before a yes ran out may be committed
     * just after the look, and clocks of two instances differ.
     */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final DatabaseClient database;

    LapseRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Asked across groups. */
    Flux<UUID> groups() {
        return database.sql("SELECT DISTINCT group_id FROM setting_known")
                .map(row -> Columns.value(row, "group_id", UUID.class))
                .all();
    }

    /** Until when this group was looked at, locked for the look; empty while another instance looks. */
    Mono<Instant> lookedUntil(UUID group) {
        return database.sql(
                        """
                        INSERT INTO clearance_look (group_id, looked_until) VALUES (:group, 'epoch')
                        ON CONFLICT DO NOTHING
                        """)
                .bind("group", group)
                .fetch()
                .rowsUpdated()
                .then(database.sql("SELECT looked_until FROM clearance_look FOR UPDATE SKIP LOCKED")
                        .map(row -> Columns.value(row, "looked_until", Instant.class))
                        .one());
    }

    Mono<Void> lookedUntil(UUID group, Instant now) {
        return database.sql("UPDATE clearance_look SET looked_until = :now WHERE group_id = :group")
                .bind("now", now)
                .bind("group", group)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * Locks and gives those who can be recognised in a post that is still out there and not to come down for their sake,
     * and for whom since {@code last} a yes ran out, a last day passed or the first day of a restriction came. Whether
     * they may still be shown is for the model to say.
     */
    Flux<SubjectId> endedSince(Instant last, Instant now) {
        Instant from = last.minus(OVERLAP);
        LocalDate firstDay = CivilDay.of(from);
        LocalDate today = CivilDay.of(now);
        return database.sql(
                        """
                        SELECT s.id FROM subject s
                         WHERE s.id IN (
                               SELECT c.subject_id FROM consent c
                                WHERE c.valid_until > :from AND c.valid_until <= :now
                                  AND c.superseded_at IS NULL AND c.state = 'ACTIVE'
                               UNION
                               SELECT r.subject_id FROM restriction r
                                WHERE r.from_on BETWEEN :firstDay AND :today AND r.ended_at IS NULL
                               UNION
                               SELECT e.id FROM subject e
                                WHERE e.ended_on >= :firstDay - 1 AND e.ended_on < :today)
                           AND EXISTS (
                               SELECT FROM published_person p
                                WHERE p.group_id = s.group_id AND p.subject_id = s.id AND p.identified
                                  AND NOT EXISTS (SELECT FROM takedown t
                                                   WHERE t.group_id = p.group_id AND t.item_id = p.item_id
                                                     AND t.done_at IS NOT NULL)
                                  AND NOT EXISTS (SELECT FROM takedown t
                                                    JOIN takedown_person n ON n.group_id = t.group_id AND n.takedown_id = t.id
                                                   WHERE t.group_id = p.group_id AND t.item_id = p.item_id
                                                     AND n.subject_id = p.subject_id))
                         ORDER BY s.id
                           FOR UPDATE OF s
                        """)
                .bind("from", from)
                .bind("now", now)
                .bind("firstDay", firstDay)
                .bind("today", today)
                .map(row -> new SubjectId(Columns.value(row, "id", UUID.class)))
                .all();
    }
}
