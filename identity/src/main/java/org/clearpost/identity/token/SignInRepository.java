package org.clearpost.identity.token;

import static org.clearpost.kit.rows.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.clearpost.identity.login.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sign-ins under way and in force. Finding one by what the gateway shows reads across groups and runs as the role that
 * may; writing stays in the group.
 */
@Repository
class SignInRepository {

    private static final String COLUMNS =
            """
            group_id, id, person_id, generation, redirect_uri, code_challenge, nonce, code_digest, code_issued_at,
            code_expires_at, code_used_at, refresh_digest, refresh_issued_at, refresh_expires_at, ended_at
            """;

    private final DatabaseClient database;

    SignInRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A token by its digest, with its times. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Kept(byte[] digest, Instant issuedAt, Instant expiresAt) {}

    record SignIn(
            UUID id,
            SignedIn person,
            String redirectUri,
            String codeChallenge,
            @Nullable String nonce,
            Kept code,
            @Nullable Instant codeUsedAt,
            @Nullable Kept refreshToken,
            @Nullable Instant endedAt) {}

    /** Across groups. */
    Mono<SignIn> findByCode(byte[] digest) {
        return database.sql("SELECT " + COLUMNS + " FROM sign_in WHERE code_digest = :digest")
                .bind("digest", digest)
                .map(SignInRepository::signIn)
                .one();
    }

    /** Across groups. */
    Mono<SignIn> findByRefreshToken(byte[] digest) {
        return database.sql("SELECT " + COLUMNS + " FROM sign_in WHERE refresh_digest = :digest")
                .bind("digest", digest)
                .map(SignInRepository::signIn)
                .one();
    }

    /** Across groups. */
    Mono<SignIn> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM sign_in WHERE id = :id")
                .bind("id", id)
                .map(SignInRepository::signIn)
                .one();
    }

    Mono<Void> add(SignIn signIn) {
        var insert = database.sql(
                        """
                        INSERT INTO sign_in
                               (group_id, id, person_id, generation, redirect_uri, code_challenge, nonce, code_digest,
                                code_issued_at, code_expires_at)
                        VALUES (:group, :id, :person, :generation, :redirectUri, :codeChallenge, :nonce, :code,
                                :issuedAt, :expiresAt)
                        """)
                .bind("group", signIn.person().group())
                .bind("id", signIn.id())
                .bind("person", signIn.person().person())
                .bind("generation", signIn.person().generation())
                .bind("redirectUri", signIn.redirectUri())
                .bind("codeChallenge", signIn.codeChallenge())
                .bind("code", signIn.code().digest())
                .bind("issuedAt", signIn.code().issuedAt())
                .bind("expiresAt", signIn.code().expiresAt());
        String nonce = signIn.nonce();
        return (nonce == null ? insert.bindNull("nonce", String.class) : insert.bind("nonce", nonce))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** False when the sign-in has been ended or its code used for another token: of two who redeem, one gets false. */
    Mono<Boolean> hold(UUID id, Kept refreshToken, Instant now) {
        return database.sql(
                        """
                        UPDATE sign_in
                           SET code_used_at = coalesce(code_used_at, :now), refresh_digest = :refresh,
                               refresh_issued_at = :issuedAt, refresh_expires_at = :expiresAt
                         WHERE id = :id AND ended_at IS NULL
                           AND (code_used_at IS NULL OR refresh_digest = :refresh)
                        """)
                .bind("now", now)
                .bind("refresh", refreshToken.digest())
                .bind("issuedAt", refreshToken.issuedAt())
                .bind("expiresAt", refreshToken.expiresAt())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> end(UUID id, Instant now) {
        return database.sql("UPDATE sign_in SET ended_at = coalesce(ended_at, :now) WHERE id = :id")
                .bind("now", now)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Across groups. */
    Flux<UUID> groupsWithExpired(Instant now) {
        return database.sql(
                        """
                        SELECT DISTINCT group_id FROM sign_in
                         WHERE code_expires_at < :now AND coalesce(refresh_expires_at < :now, true)
                        """)
                .bind("now", now)
                .map(row -> value(row, "group_id", UUID.class))
                .all();
    }

    Mono<Void> forgetExpired(Instant now) {
        return database.sql(
                        """
                        DELETE FROM sign_in
                         WHERE code_expires_at < :now AND coalesce(refresh_expires_at < :now, true)
                        """)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static SignIn signIn(Readable row) {
        byte[] refresh = row.get("refresh_digest", byte[].class);
        return new SignIn(
                value(row, "id", UUID.class),
                new SignedIn(
                        value(row, "group_id", UUID.class),
                        value(row, "person_id", UUID.class),
                        value(row, "generation", Integer.class)),
                value(row, "redirect_uri", String.class),
                value(row, "code_challenge", String.class),
                row.get("nonce", String.class),
                new Kept(
                        value(row, "code_digest", byte[].class),
                        value(row, "code_issued_at", Instant.class),
                        value(row, "code_expires_at", Instant.class)),
                row.get("code_used_at", Instant.class),
                refresh == null
                        ? null
                        : new Kept(
                                refresh,
                                value(row, "refresh_issued_at", Instant.class),
                                value(row, "refresh_expires_at", Instant.class)),
                row.get("ended_at", Instant.class));
    }
}
