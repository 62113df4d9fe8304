package org.clearpost.identity.directory;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The groups of the directory, each seen from inside only. */
@Repository
public class GroupRepository {

    private final DatabaseClient database;

    GroupRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID group, String name, Instant now) {
        return database.sql("INSERT INTO directory_group (group_id, name, created_at) VALUES (:group, :name, :now)")
                .bind("group", group)
                .bind("name", name)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<String> name(UUID group) {
        return database.sql("SELECT name FROM directory_group WHERE group_id = :group")
                .bind("group", group)
                .map(row -> Columns.value(row, "name", String.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    Mono<GroupView> find(UUID group) {
        return database.sql("SELECT name, version FROM directory_group WHERE group_id = :group")
                .bind("group", group)
                .map(row -> new GroupView(
                        group, Columns.value(row, "name", String.class), Columns.value(row, "version", Long.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }

    /** Saves over the version that was read, and gives the group with its new version. */
    Mono<GroupView> rename(GroupView read, String name) {
        return database.sql(
                        """
                        UPDATE directory_group SET name = :name, version = version + 1
                         WHERE group_id = :group AND version = :version
                        """)
                .bind("name", name)
                .bind("group", read.id())
                .bind("version", read.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.CHANGED_MEANWHILE)))
                .thenReturn(new GroupView(read.id(), name, read.version() + 1));
    }

    /**
     * Lets one transaction at a time change the people and posts of a group. What is true of all of them together (a
     * group administrator is left, nobody manages themselves in a circle) can only be kept one change after another.
     */
    public Mono<Void> lock(UUID group) {
        return database.sql("SELECT group_id FROM directory_group WHERE group_id = :group FOR NO KEY UPDATE")
                .bind("group", group)
                .map(row -> Columns.value(row, "group_id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }
}
