package org.clearpost.identity.setup;

import static org.clearpost.identity.model.IdentityProblem.SETUP_DONE;

import java.time.Instant;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whether the platform has been set up: a row of no group. */
@Repository
class SetupRepository {

    private final DatabaseClient database;

    SetupRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> done() {
        return database.sql("SELECT EXISTS (SELECT FROM set_up) AS done")
                .map(row -> Boolean.TRUE.equals(row.get("done", Boolean.class)))
                .one();
    }

    /** Of two transactions at once the second waits for the first, and is refused when that one commits. */
    Mono<Void> claim(Instant now) {
        return database.sql("INSERT INTO set_up (done_at) VALUES (:now)")
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then()
                .onErrorMap(DuplicateKeyException.class, done -> new RefusedException(SETUP_DONE));
    }
}
