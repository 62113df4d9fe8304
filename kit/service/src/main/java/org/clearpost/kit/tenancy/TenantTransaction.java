package org.clearpost.kit.tenancy;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Runs work in one database transaction that sees the rows of one group only.
 *
 * <p>The group is set with the transaction and ends with it, so a pooled connection never remembers it. All statements
 * of a service run inside one of these methods: outside of them row-level security shows no row at all.
 */
public final class TenantTransaction {

    /** Sets the group and looks up the caller's epoch in one round trip; the second reads what the first has set. */
    private static final String ENTER_AS_CALLER =
            """
            WITH entered AS MATERIALIZED (SELECT set_config('app.tenant', :group, true) AS tenant)
            SELECT coalesce((SELECT epoch FROM caller_epoch
                              WHERE group_id = entered.tenant::uuid AND caller_id = :caller), 0) AS epoch
              FROM entered
            """;

    private static final Class<?> GROUP = TenantTransaction.class;
    private static final String EVERY_GROUP = "every group";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final String acrossRole;

    public TenantTransaction(DatabaseClient database, TransactionalOperator transaction, String acrossRole) {
        if (!acrossRole.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a role name: " + acrossRole);
        }
        this.database = database;
        this.transaction = transaction;
        this.acrossRole = acrossRole;
    }

    /**
     * Runs {@code work} for a caller, in the caller's group.
     *
     * <p>Fails with {@link KitProblem#TOKEN_OUTDATED} when what the caller may do has changed since the token was made.
     */
    public <T> Mono<T> within(Caller caller, Mono<T> work) {
        Mono<Long> enter = database.sql(ENTER_AS_CALLER)
                .bind("group", caller.group().toString())
                .bind("caller", caller.id())
                .map(row -> Columns.value(row, "epoch", Long.class))
                .one()
                .filter(least -> caller.epoch() >= least)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.TOKEN_OUTDATED)));
        return in(caller.group(), enter, work);
    }

    /** Runs {@code work} of the service itself, such as applying an event, in one group. Never for a caller. */
    public <T> Mono<T> asSystem(UUID group, Mono<T> work) {
        Mono<String> enter = database.sql("SELECT set_config('app.tenant', :group, true) AS tenant")
                .bind("group", group.toString())
                .map(row -> Columns.value(row, "tenant", String.class))
                .one();
        return in(group, enter, work);
    }

    /**
     * Runs {@code work} across all groups, as the role that may read only what a policy names for it (the outbox, and
     * in identity the look-up of a login).
     */
    public <T> Mono<T> across(Mono<T> work) {
        return in(
                EVERY_GROUP,
                database.sql("SET LOCAL ROLE " + acrossRole).fetch().rowsUpdated(),
                work);
    }

    /** Joins a transaction of the same group; a second group in one transaction is a programming error. */
    private <T> Mono<T> in(Object group, Mono<?> enter, Mono<T> work) {
        return Mono.deferContextual(context -> {
            Object current = context.getOrDefault(GROUP, null);
            if (current == null) {
                return enter.then(work).as(transaction::transactional).contextWrite(inner -> inner.put(GROUP, group));
            }
            return current.equals(group)
                    ? work
                    : Mono.error(new IllegalStateException("One transaction, one group: already in another one"));
        });
    }
}
