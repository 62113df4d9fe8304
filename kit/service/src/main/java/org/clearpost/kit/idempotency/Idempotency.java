package org.clearpost.kit.idempotency;

import io.r2dbc.postgresql.codec.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives one effect and one answer to a command that arrives more than once with the same {@code Idempotency-Key}.
 *
 * <p>Used inside the caller's transaction: the record commits with the effect, and a second arrival waits for the first
 * to commit or roll back. A key belongs to one caller.
 */
public final class Idempotency {

    private static final int LONGEST_KEY = 200;

    private final DatabaseClient database;
    private final JsonMapper json;

    public Idempotency(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Does {@code work} unless it was done before under {@code key}; then gives the answer of that time. Without a key,
     * always does it.
     *
     * <p>Fails with {@link KitProblem#KEY_REUSED} when the key came with another {@code request}.
     */
    public <T> Mono<T> once(Caller caller, @Nullable String key, Object request, Class<T> answer, Mono<T> work) {
        if (key == null) {
            return work;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(new RefusedException(
                    KitProblem.MALFORMED,
                    new FieldError("/Idempotency-Key", "A key has 1 to " + LONGEST_KEY + " characters.")));
        }
        byte[] digest = digest(request);
        return claim(caller, key, digest)
                .flatMap(first -> first
                        ? work.flatMap(done -> keep(caller, key, done).thenReturn(done))
                        : answerOf(caller, key, digest, answer));
    }

    private Mono<Boolean> claim(Caller caller, String key, byte[] digest) {
        return database.sql(
                        """
                        INSERT INTO idempotency_record (group_id, actor_id, key, digest)
                        VALUES (:group, :actor, :key, :digest)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("group", caller.group())
                .bind("actor", caller.id().toString())
                .bind("key", key)
                .bind("digest", digest)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> keep(Caller caller, String key, Object done) {
        return database.sql(
                        """
                        UPDATE idempotency_record SET answer = :answer
                         WHERE group_id = :group AND actor_id = :actor AND key = :key
                        """)
                .bind("answer", Json.of(json.writeValueAsString(done)))
                .bind("group", caller.group())
                .bind("actor", caller.id().toString())
                .bind("key", key)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private <T> Mono<T> answerOf(Caller caller, String key, byte[] digest, Class<T> type) {
        return database.sql(
                        """
                        SELECT digest, answer FROM idempotency_record
                         WHERE group_id = :group AND actor_id = :actor AND key = :key
                        """)
                .bind("group", caller.group())
                .bind("actor", caller.id().toString())
                .bind("key", key)
                .map(row -> {
                    if (!MessageDigest.isEqual(digest, Columns.value(row, "digest", byte[].class))) {
                        throw new RefusedException(KitProblem.KEY_REUSED);
                    }
                    return json.readValue(Columns.json(row, "answer"), type);
                })
                .one();
    }

    private byte[] digest(Object request) {
        try {
            byte[] text =
                    (request.getClass().getName() + json.writeValueAsString(request)).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
