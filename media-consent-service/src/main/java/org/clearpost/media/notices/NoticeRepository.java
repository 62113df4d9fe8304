package org.clearpost.media.notices;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices, each to one person. */
@Repository
class NoticeRepository {

    private final DatabaseClient database;

    NoticeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** One notice of a kind for each decision or takedown, however often it changes. */
    Mono<Void> add(
            UUID group, UUID id, UUID person, NoticeKind kind, UUID decision, @Nullable UUID takedown, Instant now) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO notice (group_id, id, person_id, kind, decision_id, takedown_id, made_at)
                        VALUES (:group, :id, :person, :kind, :decision, :takedown, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("group", group)
                .bind("id", id)
                .bind("person", person)
                .bind("kind", kind.name())
                .bind("decision", decision)
                .bind("now", now);
        insert = takedown == null ? insert.bindNull("takedown", UUID.class) : insert.bind("takedown", takedown);
        return insert.fetch().rowsUpdated().then();
    }

    /** Newest first. */
    Flux<NoticeView> ofPerson(UUID person, @Nullable UUID before, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        """
                        SELECT n.id, n.kind, n.decision_id, n.takedown_id, n.made_at, n.seen_at, d.asked_at, d.setting_id,
                               a.name AS account
                          FROM notice n
                          JOIN decision d ON d.group_id = n.group_id AND d.id = n.decision_id
                          JOIN official_account a ON a.group_id = d.group_id AND a.id = d.account_id
                         WHERE n.person_id = :person AND (:before::uuid IS NULL OR n.id < :before)
                         ORDER BY n.id DESC
                         LIMIT :rows
                        """)
                .bind("person", person)
                .bind("rows", rows);
        select = before == null ? select.bindNull("before", UUID.class) : select.bind("before", before);
        return select.map(NoticeRepository::view).all();
    }

    Mono<Long> unseen(UUID person) {
        return database.sql("SELECT count(*) AS unseen FROM notice WHERE person_id = :person AND seen_at IS NULL")
                .bind("person", person)
                .map(row -> Columns.value(row, "unseen", Long.class))
                .one();
    }

    /** Marks every notice up to this one as seen; gives whether it is one of this person's. */
    Mono<Boolean> seen(UUID person, UUID notice, Instant now) {
        Mono<Boolean> own = database.sql(
                        "SELECT EXISTS (SELECT FROM notice WHERE id = :notice AND person_id = :person)")
                .bind("notice", notice)
                .bind("person", person)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
        Mono<Long> marked = database.sql(
                        """
                        UPDATE notice SET seen_at = :now WHERE person_id = :person AND id <= :notice AND seen_at IS NULL
                        """)
                .bind("now", now)
                .bind("person", person)
                .bind("notice", notice)
                .fetch()
                .rowsUpdated();
        return own.flatMap(is -> is ? marked.thenReturn(true) : Mono.just(false));
    }

    private static NoticeView view(Readable row) {
        return NoticeView.of(
                Columns.value(row, "id", UUID.class),
                NoticeKind.valueOf(Columns.value(row, "kind", String.class)),
                Columns.value(row, "decision_id", UUID.class),
                row.get("takedown_id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Columns.value(row, "account", String.class),
                Columns.value(row, "asked_at", Instant.class),
                Columns.value(row, "made_at", Instant.class),
                row.get("seen_at", Instant.class));
    }
}
