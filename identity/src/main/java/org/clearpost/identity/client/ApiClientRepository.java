package org.clearpost.identity.client;

import static org.clearpost.kit.rows.Columns.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.model.ApiClient;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** API clients of a group. Finding one's credentials reads across groups and runs as the role that may. */
@Repository
public class ApiClientRepository {

    private final DatabaseClient database;

    ApiClientRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What an API client proves itself with, found by the id it says. */
    public record Credentials(UUID group, UUID id, Set<String> scopes, String secretHash) {}

    /** Across groups; clients that were ended are not found. */
    public Mono<Credentials> findCredentials(UUID id) {
        return database.sql(
                        """
                        SELECT group_id, client_id, scopes, secret_hash
                          FROM api_client
                         WHERE client_id = :id AND ended_at IS NULL
                        """)
                .bind("id", id)
                .map(row -> new Credentials(
                        value(row, "group_id", UUID.class),
                        value(row, "client_id", UUID.class),
                        Set.of(value(row, "scopes", String[].class)),
                        value(row, "secret_hash", String.class)))
                .one();
    }

    public Mono<ApiClient> find(UUID id) {
        return database.sql(
                        """
                        SELECT group_id, client_id, name, scopes, setting_ids, epoch, created_at, ended_at
                          FROM api_client
                         WHERE client_id = :id
                        """)
                .bind("id", id)
                .map(ApiClientRepository::client)
                .one();
    }

    Flux<ApiClient> list(@Nullable UUID after, int limit) {
        var select = database.sql(
                        """
                        SELECT group_id, client_id, name, scopes, setting_ids, epoch, created_at, ended_at
                          FROM api_client
                         WHERE client_id > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                         ORDER BY client_id
                         LIMIT :limit
                        """)
                .bind("limit", limit);
        return (after == null ? select.bindNull("after", UUID.class) : select.bind("after", after))
                .map(ApiClientRepository::client)
                .all();
    }

    Mono<Void> add(ApiClient client, String secretHash) {
        return database.sql(
                        """
                        INSERT INTO api_client
                               (group_id, client_id, name, scopes, setting_ids, secret_hash, epoch, created_at)
                        VALUES (:group, :id, :name, :scopes, :settings, :secret, :epoch, :createdAt)
                        """)
                .bind("group", client.group())
                .bind("id", client.id())
                .bind("name", client.name())
                .bind("scopes", client.scopes().stream().sorted().toArray(String[]::new))
                .bind("settings", client.settings().toArray(UUID[]::new))
                .bind("secret", secretHash)
                .bind("epoch", client.epoch())
                .bind("createdAt", client.createdAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The client as it is now; empty when it had been ended before. */
    Mono<ApiClient> end(UUID id, Instant now) {
        return database.sql(
                        """
                        UPDATE api_client SET ended_at = :now, epoch = epoch + 1
                         WHERE client_id = :id AND ended_at IS NULL
                        RETURNING group_id, client_id, name, scopes, setting_ids, epoch, created_at, ended_at
                        """)
                .bind("now", now)
                .bind("id", id)
                .map(ApiClientRepository::client)
                .one();
    }

    private static ApiClient client(Readable row) {
        return new ApiClient(
                value(row, "group_id", UUID.class),
                value(row, "client_id", UUID.class),
                value(row, "name", String.class),
                Set.of(value(row, "scopes", String[].class)),
                List.copyOf(Arrays.asList(value(row, "setting_ids", UUID[].class))),
                value(row, "epoch", Long.class),
                value(row, "created_at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
