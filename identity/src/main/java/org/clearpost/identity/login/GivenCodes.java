package org.clearpost.identity.login;

import static org.clearpost.kit.rows.Columns.value;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.model.GivenCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The password codes that were given, as the audit log has them. */
@Repository
class GivenCodes {

    static final String GIVEN = "login.code-given";
    static final String SET = "login.password-set";

    private static final int MOST = 50;

    private final DatabaseClient database;

    GivenCodes(DatabaseClient database) {
        this.database = database;
    }

    /** Newest first. A password belongs to the last code given before it: earlier ones were of no use any more. */
    Mono<List<GivenCode>> list(Collection<UUID> people, Instant since) {
        return database.sql(
                        """
                        WITH given AS (
                            SELECT subject_id, actor_id, at, lead(at) OVER (PARTITION BY subject_id ORDER BY at) AS next
                              FROM audit_entry
                             WHERE subject_id = ANY(:people) AND action = :given AND at >= :since
                        )
                        SELECT subject_id, actor_id, at,
                               (SELECT min(used.at) FROM audit_entry used
                                 WHERE used.subject_id = given.subject_id AND used.action = :set AND used.at >= given.at
                                   AND (given.next IS NULL OR used.at < given.next)) AS used_at
                          FROM given
                         ORDER BY at DESC
                         LIMIT :most
                        """)
                .bind("people", people.toArray(UUID[]::new))
                .bind("given", GIVEN)
                .bind("set", SET)
                .bind("since", since)
                .bind("most", MOST)
                .map(row -> new GivenCode(
                        value(row, "subject_id", UUID.class),
                        UUID.fromString(value(row, "actor_id", String.class)),
                        value(row, "at", Instant.class),
                        row.get("used_at", Instant.class)))
                .all()
                .collectList();
    }
}
