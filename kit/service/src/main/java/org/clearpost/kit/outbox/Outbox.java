package org.clearpost.kit.outbox;

import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.util.UUID;
import org.clearpost.kit.ids.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps events in the transaction of the change they tell of, so nobody hears of a change that was rolled back and no
 * change is kept from those who need to hear. Events carry ids, never personal data.
 */
public final class Outbox {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final OutboxSignal signal;

    public Outbox(DatabaseClient database, JsonMapper json, Clock clock, OutboxSignal signal) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
    }

    /**
     * Appends an event inside the current transaction.
     *
     * @param type a past-tense name such as {@code org.clearpost.directory.PersonChanged}
     * @param data written as JSON; readers take it as the full state of {@code subject}, so that a repeat does no harm
     */
    public Mono<Void> append(UUID group, String type, UUID subject, Object data) {
        return database.sql(
                        """
                        INSERT INTO outbox (group_id, id, type, subject_id, occurred_at, data)
                        VALUES (:group, :id, :type, :subject, :at, :data)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("type", type)
                .bind("subject", subject)
                .bind("at", clock.instant())
                .bind("data", Json.of(json.writeValueAsString(data)))
                .fetch()
                .rowsUpdated()
                .then(signal.afterCommit());
    }
}
