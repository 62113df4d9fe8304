package org.clearpost.kit.audit;

import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The append-only record of who did or saw what. Write it inside the transaction of the thing done: if the entry cannot
 * be written, the thing does not happen and nothing is served. Entries hold ids and words of ours, never personal data.
 */
public final class AuditLog {

    private final DatabaseClient database;

    public AuditLog(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Records that {@code who} did {@code action}, such as {@code consent.withdrawn}.
     *
     * @param subjectType what sort of thing {@code subject} is, such as {@code consent}
     */
    public Mono<Void> record(
            Caller who, String action, String subjectType, @Nullable UUID subject, @Nullable UUID setting) {
        return record(who.group(), who.kind().name(), who.id().toString(), action, subjectType, subject, setting);
    }

    /** Records what the service did by itself, such as ending a post whose last day has passed. */
    public Mono<Void> recordSystem(
            UUID group, String action, String subjectType, @Nullable UUID subject, @Nullable UUID setting) {
        return record(group, "SYSTEM", "system", action, subjectType, subject, setting);
    }

    private Mono<Void> record(
            UUID group,
            String actorKind,
            String actor,
            String action,
            String subjectType,
            @Nullable UUID subject,
            @Nullable UUID setting) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(
                        """
                        INSERT INTO audit_entry (group_id, id, actor_kind, actor_id, action, subject_type, subject_id, setting_id)
                        VALUES (:group, :id, :actorKind, :actor, :action, :subjectType, :subject, :setting)
                        """)
                .bind("group", group)
                .bind("id", Ids.next())
                .bind("actorKind", actorKind)
                .bind("actor", actor)
                .bind("action", action)
                .bind("subjectType", subjectType);
        insert = subject == null ? insert.bindNull("subject", UUID.class) : insert.bind("subject", subject);
        insert = setting == null ? insert.bindNull("setting", UUID.class) : insert.bind("setting", setting);
        return insert.fetch().rowsUpdated().then();
    }
}
