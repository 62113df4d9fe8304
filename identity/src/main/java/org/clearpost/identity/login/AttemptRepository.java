package org.clearpost.identity.login;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Tries at passwords and codes. Of no group. */
@Repository
class AttemptRepository {

    private final DatabaseClient database;

    AttemptRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts one try before it is judged, so that many at once count too; true when no further try is allowed now. A try
     * while locked does not make the lock longer.
     */
    Mono<Boolean> count(byte[] digest, Instant now, Instant forgetBefore, int allowed, Instant lockUntil) {
        return database.sql(
                        """
                        INSERT INTO sign_in_attempt AS tried (digest, failed, last_at)
                        VALUES (:digest, 1, :now)
                        ON CONFLICT (digest) DO UPDATE
                           SET failed = CASE
                                   WHEN tried.locked_until > :now THEN tried.failed + 1
                                   WHEN tried.locked_until IS NOT NULL OR tried.last_at < :forgetBefore THEN 1
                                   ELSE tried.failed + 1 END,
                               locked_until = CASE
                                   WHEN tried.locked_until > :now THEN tried.locked_until
                                   WHEN tried.locked_until IS NOT NULL OR tried.last_at < :forgetBefore THEN NULL
                                   WHEN tried.failed + 1 >= :allowed THEN :lockUntil
                                   ELSE NULL END,
                               last_at = :now
                        RETURNING failed > :allowed AS locked
                        """)
                .bind("digest", digest)
                .bind("now", now)
                .bind("forgetBefore", forgetBefore)
                .bind("allowed", allowed)
                .bind("lockUntil", lockUntil)
                .map(row -> Boolean.TRUE.equals(row.get("locked", Boolean.class)))
                .one();
    }

    /** After a try that was right. */
    Mono<Void> forgive(byte[] digest) {
        return database.sql("DELETE FROM sign_in_attempt WHERE digest = :digest")
                .bind("digest", digest)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> forget(Instant before) {
        return database.sql("DELETE FROM sign_in_attempt WHERE last_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
