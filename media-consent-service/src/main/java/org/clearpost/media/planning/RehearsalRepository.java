package org.clearpost.media.planning;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Decisions as they were kept, newest first. */
@Repository
class RehearsalRepository {

    private final DatabaseClient database;

    RehearsalRepository(DatabaseClient database) {
        this.database = database;
    }

    record Kept(UUID id, Instant askedAt, String ruleSet, String request, String facts, String answer) {}

    Flux<Kept> page(UUID setting, Instant since, @Nullable Kept after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        """
                        SELECT id, asked_at, rule_set, request, facts, answer FROM decision
                         WHERE setting_id = :setting AND asked_at >= :since
                           AND (:lastId::uuid IS NULL OR (asked_at, id) < (:lastAt::timestamptz, :lastId))
                         ORDER BY asked_at DESC, id DESC
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("since", since)
                .bind("rows", rows);
        select = after == null
                ? select.bindNull("lastId", UUID.class).bindNull("lastAt", Instant.class)
                : select.bind("lastId", after.id()).bind("lastAt", after.askedAt());
        return select.map(row -> new Kept(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "asked_at", Instant.class),
                        Columns.value(row, "rule_set", String.class),
                        Columns.value(row, "request", String.class),
                        Columns.value(row, "facts", String.class),
                        Columns.value(row, "answer", String.class)))
                .all();
    }
}
