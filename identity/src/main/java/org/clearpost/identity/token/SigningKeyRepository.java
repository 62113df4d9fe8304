package org.clearpost.identity.token;

import static org.clearpost.kit.rows.Columns.value;

import java.time.Instant;
import org.clearpost.identity.model.KeySchedule;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signing keys as they lie in the database: sealed. Of no group. */
@Repository
class SigningKeyRepository {

    /** Any number: it only has to be the same in every instance of identity. */
    private static final long ONE_AT_A_TIME = 7_310_455_201L;

    private final DatabaseClient database;

    SigningKeyRepository(DatabaseClient database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record SealedKey(String id, Instant createdAt, Instant signsFrom, byte[] sealed) implements KeySchedule.Timed {}

    Flux<SealedKey> all() {
        return database.sql("SELECT id, created_at, signs_from, sealed FROM signing_key WHERE destroyed_at IS NULL")
                .map(row -> new SealedKey(
                        value(row, "id", String.class),
                        value(row, "created_at", Instant.class),
                        value(row, "signs_from", Instant.class),
                        value(row, "sealed", byte[].class)))
                .all();
    }

    /** Until the transaction ends, no other instance makes or destroys a key. */
    Mono<Void> alone() {
        return database.sql("SELECT pg_advisory_xact_lock(:number)")
                .bind("number", ONE_AT_A_TIME)
                .fetch()
                .first()
                .then();
    }

    Mono<Void> add(SealedKey key) {
        return database.sql(
                        """
                        INSERT INTO signing_key (id, created_at, signs_from, sealed)
                        VALUES (:id, :createdAt, :signsFrom, :sealed)
                        """)
                .bind("id", key.id())
                .bind("createdAt", key.createdAt())
                .bind("signsFrom", key.signsFrom())
                .bind("sealed", key.sealed())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> destroy(String id, Instant now) {
        return database.sql("UPDATE signing_key SET sealed = NULL, destroyed_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
