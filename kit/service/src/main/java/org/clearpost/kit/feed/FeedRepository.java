package org.clearpost.kit.feed;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outbox in commit order and keeps this service's own places in the feeds of others. */
class FeedRepository {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final String source;

    FeedRepository(DatabaseClient database, JsonMapper json, String application) {
        this.database = database;
        this.json = json;
        this.source = "/" + application;
    }

    /**
     * Leaves out rows of transactions that could still be overtaken: their turn comes when all older ones have ended.
     *
     * <p>Ordered by the columns of the table: {@code ORDER BY txid} would mean the text selected here, and 1000 before 999.
     */
    Mono<FeedPage> after(FeedCursor cursor, int limit) {
        return database.sql(
                        """
                        SELECT txid::text AS txid, seq, group_id, id, type, subject_id, occurred_at, data
                          FROM outbox
                         WHERE (txid, seq) > (:txid::xid8, :seq)
                           AND txid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY outbox.txid, outbox.seq
                         LIMIT :limit
                        """)
                .bind("txid", Long.toString(cursor.txid()))
                .bind("seq", cursor.seq())
                .bind("limit", limit)
                .map(this::event)
                .all()
                .collectList()
                .map(events -> page(events, cursor));
    }

    Mono<FeedCursor> findCursor(String subscription) {
        return cursor(
                "SELECT txid::text AS txid, seq FROM feed_cursor WHERE subscription = :subscription", subscription);
    }

    /** Locks the place, so that of two instances applying the same event the second sees that it was applied. */
    Mono<FeedCursor> lockCursor(String subscription) {
        return database.sql(
                        """
                        INSERT INTO feed_cursor (subscription, txid, seq) VALUES (:subscription, '0', 0)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("subscription", subscription)
                .fetch()
                .rowsUpdated()
                .then(cursor(
                        "SELECT txid::text AS txid, seq FROM feed_cursor WHERE subscription = :subscription FOR UPDATE",
                        subscription));
    }

    Mono<Void> moveCursor(String subscription, FeedCursor to) {
        return database.sql("UPDATE feed_cursor SET txid = :txid::xid8, seq = :seq WHERE subscription = :subscription")
                .bind("subscription", subscription)
                .bind("txid", Long.toString(to.txid()))
                .bind("seq", to.seq())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<FeedCursor> cursor(String sql, String subscription) {
        return database.sql(sql)
                .bind("subscription", subscription)
                .map(row -> new FeedCursor(
                        Long.parseLong(Columns.value(row, "txid", String.class)),
                        Columns.value(row, "seq", Long.class)))
                .one();
    }

    private FeedEvent event(Readable row) {
        FeedCursor cursor = new FeedCursor(
                Long.parseLong(Columns.value(row, "txid", String.class)), Columns.value(row, "seq", Long.class));
        return new FeedEvent(
                "1.0",
                Columns.value(row, "id", UUID.class),
                source,
                Columns.value(row, "type", String.class),
                Columns.value(row, "subject_id", UUID.class),
                Columns.value(row, "occurred_at", Instant.class),
                "application/json",
                Columns.value(row, "group_id", UUID.class),
                cursor.toString(),
                json.readTree(Columns.json(row, "data")));
    }

    private static FeedPage page(List<FeedEvent> events, FeedCursor asked) {
        return new FeedPage(
                events, events.isEmpty() ? asked.toString() : events.getLast().cursor());
    }
}
