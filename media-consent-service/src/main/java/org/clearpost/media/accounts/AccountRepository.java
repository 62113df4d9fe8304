package org.clearpost.media.accounts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.model.AccountStatus;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register of official accounts. */
@Repository
class AccountRepository {

    private static final String SELECT =
            """
            SELECT a.id, a.setting_id, a.platform, a.name, a.address, a.status, a.version,
                   ARRAY(SELECT c.person_id FROM account_contributor c
                          WHERE c.group_id = a.group_id AND c.account_id = a.id AND %s
                          ORDER BY c.person_id) AS contributors
              FROM official_account a
            """
                    .formatted(Doors.CONTRIBUTES);

    private final DatabaseClient database;

    AccountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What is entered about an account. */
    record Particulars(Platform platform, String name, String address, AccountStatus status) {}

    Flux<AccountView> list(UUID setting, LocalDate today, @Nullable Cursor after, int rows) {
        DatabaseClient.GenericExecuteSpec select = database.sql(
                        SELECT
                                + """
                         WHERE a.setting_id = :setting
                           AND (:lastName::text IS NULL OR (a.name, a.id) > (:lastName, :lastId))
                         ORDER BY a.name, a.id
                         LIMIT :rows
                        """)
                .bind("setting", setting)
                .bind("today", today)
                .bind("rows", rows);
        select = after == null
                ? select.bindNull("lastName", String.class).bindNull("lastId", UUID.class)
                : select.bind("lastName", after.key().getFirst()).bind("lastId", after.uuid(1));
        return select.map(AccountRepository::view).all();
    }

    Mono<AccountView> find(UUID account, LocalDate today) {
        return database.sql(SELECT + " WHERE a.id = :id")
                .bind("id", account)
                .bind("today", today)
                .map(AccountRepository::view)
                .one();
    }

    Mono<Void> add(UUID group, UUID id, UUID setting, Particulars account) {
        return database.sql(
                        """
                        INSERT INTO official_account (group_id, id, setting_id, platform, name, address, status)
                        VALUES (:group, :id, :setting, :platform, :name, :address, :status)
                        """)
                .bind("group", group)
                .bind("id", id)
                .bind("setting", setting)
                .bind("platform", account.platform().name())
                .bind("name", account.name())
                .bind("address", account.address())
                .bind("status", account.status().name())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(MediaProblem.ADDRESS_TAKEN))
                .then();
    }

    /** Changes only the version that was seen. */
    Mono<Void> change(UUID id, int seen, Particulars account) {
        return database.sql(
                        """
                        UPDATE official_account
                           SET platform = :platform, name = :name, address = :address, status = :status, version = version + 1
                         WHERE id = :id AND version = :seen
                        """)
                .bind("platform", account.platform().name())
                .bind("name", account.name())
                .bind("address", account.address())
                .bind("status", account.status().name())
                .bind("id", id)
                .bind("seen", seen)
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> new RefusedException(MediaProblem.ADDRESS_TAKEN))
                .as(AccountRepository::one);
    }

    /** Those of {@code people} who are active and hold a post at the setting on this day. */
    Flux<UUID> holdingAPost(UUID setting, Collection<UUID> people, LocalDate today) {
        return database.sql(
                        """
                        SELECT DISTINCT h.person_id
                          FROM post_held h
                          JOIN person_known p ON p.group_id = h.group_id AND p.person_id = h.person_id AND p.active
                         WHERE h.person_id = ANY (:people) AND h.setting_id = :setting
                           AND h.held_from <= :today AND (h.held_to IS NULL OR h.held_to >= :today)
                        """)
                .bind("people", people.toArray(UUID[]::new))
                .bind("setting", setting)
                .bind("today", today)
                .map(row -> Columns.value(row, "person_id", UUID.class))
                .all();
    }

    /** Makes {@code people} the contributors: others end, newcomers begin, whoever stays is untouched. */
    Mono<Void> replaceContributors(UUID group, UUID account, int seen, List<UUID> people, Instant now, UUID by) {
        Mono<Void> raised = database.sql(
                        "UPDATE official_account SET version = version + 1 WHERE id = :id AND version = :seen")
                .bind("id", account)
                .bind("seen", seen)
                .fetch()
                .rowsUpdated()
                .as(AccountRepository::one);
        Mono<Long> ended = database.sql(
                        """
                        UPDATE account_contributor SET ended_at = :now, ended_by = :by
                         WHERE account_id = :account AND ended_at IS NULL AND NOT person_id = ANY (:people)
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("account", account)
                .bind("people", people.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
        Mono<Long> begun = database.sql(
                        """
                        INSERT INTO account_contributor (group_id, account_id, person_id, since, named_by)
                        SELECT :group, :account, person, :now, :by
                          FROM unnest(:people::uuid[]) AS person
                         WHERE NOT EXISTS (SELECT FROM account_contributor c
                                            WHERE c.account_id = :account AND c.person_id = person AND c.ended_at IS NULL)
                        """)
                .bind("group", group)
                .bind("account", account)
                .bind("now", now)
                .bind("by", by)
                .bind("people", people.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
        return raised.then(ended).then(begun).then();
    }

    private static Mono<Void> one(Mono<Long> rowsUpdated) {
        return rowsUpdated
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .then();
    }

    private static AccountView view(Readable row) {
        return new AccountView(
                Columns.value(row, "id", UUID.class),
                Columns.value(row, "setting_id", UUID.class),
                Platform.valueOf(Columns.value(row, "platform", String.class)),
                Columns.value(row, "name", String.class),
                Columns.value(row, "address", String.class),
                AccountStatus.valueOf(Columns.value(row, "status", String.class)),
                Arrays.asList(Columns.value(row, "contributors", UUID[].class)),
                Columns.value(row, "version", Integer.class));
    }
}
