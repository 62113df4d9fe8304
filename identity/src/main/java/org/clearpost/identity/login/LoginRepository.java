package org.clearpost.identity.login;

import static org.clearpost.identity.model.IdentityProblem.EMAIL_TAKEN;
import static org.clearpost.kit.rows.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What people sign in with. Finding by address reads across groups and runs as the role that may; everything else stays
 * in the tenant of the transaction.
 */
@Repository
class LoginRepository {

    private final DatabaseClient database;

    LoginRepository(DatabaseClient database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Login(
            UUID group,
            UUID person,
            @Nullable String email,
            @Nullable String passwordHash,
            int generation,
            byte @Nullable [] codeHash,
            @Nullable Instant codeExpiresAt) {}

    /** Across groups. */
    Mono<Login> findByAddress(String email) {
        return database.sql(
                        """
                        SELECT group_id, person_id, email, password_hash, generation, code_hash, code_expires_at
                          FROM person_login
                         WHERE email = :email
                        """)
                .bind("email", email)
                .map(LoginRepository::login)
                .one();
    }

    Mono<Login> find(UUID person) {
        return database.sql(
                        """
                        SELECT group_id, person_id, email, password_hash, generation, code_hash, code_expires_at
                          FROM person_login
                         WHERE person_id = :person
                        """)
                .bind("person", person)
                .map(LoginRepository::login)
                .one();
    }

    /** A person without an address keeps no password either. */
    Mono<Void> setAddress(UUID group, UUID person, @Nullable String email) {
        GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO person_login (group_id, person_id, email)
                        VALUES (:group, :person, :email)
                        ON CONFLICT (group_id, person_id) DO UPDATE
                           SET email = excluded.email,
                               password_hash = CASE WHEN excluded.email IS NULL THEN NULL
                                                    ELSE person_login.password_hash END,
                               generation = person_login.generation
                                            + CASE WHEN excluded.email IS NULL THEN 1 ELSE 0 END,
                               code_hash = NULL,
                               code_expires_at = NULL
                        """)
                .bind("group", group)
                .bind("person", person);
        return (email == null ? insert.bindNull("email", String.class) : insert.bind("email", email))
                .fetch()
                .rowsUpdated()
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> addressTaken());
    }

    /** The first login of a group that is being set up. */
    Mono<Void> add(UUID group, UUID person, String email, String passwordHash, Instant now) {
        return database.sql(
                        """
                        INSERT INTO person_login
                               (group_id, person_id, email, password_hash, password_set_at, generation)
                        VALUES (:group, :person, :email, :hash, :now, 1)
                        """)
                .bind("group", group)
                .bind("person", person)
                .bind("email", email)
                .bind("hash", passwordHash)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> addressTaken());
    }

    /** Any code given before is of no use any more. False when the person has no address. */
    Mono<Boolean> giveCode(UUID person, byte[] codeHash, Instant expiresAt) {
        return database.sql(
                        """
                        UPDATE person_login
                           SET code_hash = :code, code_expires_at = :expiresAt
                         WHERE person_id = :person AND email IS NOT NULL
                        """)
                .bind("code", codeHash)
                .bind("expiresAt", expiresAt)
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Sets the password if the code is still the one given: of two who use it, one gets false. */
    Mono<Boolean> useCode(UUID person, byte[] codeHash, String passwordHash, Instant now) {
        return database.sql(
                        """
                        UPDATE person_login
                           SET password_hash = :hash, password_set_at = :now, generation = generation + 1,
                               code_hash = NULL, code_expires_at = NULL
                         WHERE person_id = :person AND code_hash = :code AND code_expires_at > :now
                        """)
                .bind("hash", passwordHash)
                .bind("now", now)
                .bind("person", person)
                .bind("code", codeHash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Touches no row for somebody who never had a login. */
    Mono<Void> end(UUID person) {
        return database.sql(
                        """
                        UPDATE person_login
                           SET generation = generation + 1, code_hash = NULL, code_expires_at = NULL
                         WHERE person_id = :person
                        """)
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static RefusedException addressTaken() {
        return new RefusedException(EMAIL_TAKEN, new FieldError("/email", EMAIL_TAKEN.title()));
    }

    private static Login login(Readable row) {
        return new Login(
                value(row, "group_id", UUID.class),
                value(row, "person_id", UUID.class),
                row.get("email", String.class),
                row.get("password_hash", String.class),
                value(row, "generation", Integer.class),
                row.get("code_hash", byte[].class),
                row.get("code_expires_at", Instant.class));
    }
}
