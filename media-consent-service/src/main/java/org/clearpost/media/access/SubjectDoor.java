package org.clearpost.media.access;

import java.util.UUID;
import java.util.function.BiPredicate;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.media.model.SubjectKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the person a record is about, for whoever may know of it. Use inside the caller's transaction. */
@Component
public final class SubjectDoor {

    private final DatabaseClient database;
    private final Doors doors;

    SubjectDoor(DatabaseClient database, Doors doors) {
        this.database = database;
        this.doors = doors;
    }

    /** A person, and the setting that says who may do what. */
    public record Subject(UUID id, UUID setting, SubjectKind kind) {}

    /** The person, unless {@code allowed} keeps even their existence from the caller. */
    public Mono<Subject> hidden(Caller caller, UUID subject, BiPredicate<Caller, UUID> allowed) {
        return find(subject).flatMap(found -> doors.hidden(allowed.test(caller, found.setting()))
                .thenReturn(found));
    }

    /** The person; a caller who sees them on the roster but is not {@code allowed} is told so. */
    public Mono<Subject> openly(Caller caller, UUID subject, BiPredicate<Caller, UUID> allowed) {
        return find(subject).flatMap(found -> doors.readsRoster(caller, found.setting())
                .flatMap(doors::hidden)
                .then(Mono.defer(() -> doors.openly(allowed.test(caller, found.setting()), caller, found.setting())))
                .thenReturn(found));
    }

    /** Locks the person until the transaction ends, and raises the version that decisions keep. */
    public Mono<Void> lockForChange(UUID subject) {
        return database.sql("UPDATE subject SET version = version + 1 WHERE id = :id")
                .bind("id", subject)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }

    private Mono<Subject> find(UUID subject) {
        return database.sql("SELECT id, setting_id, kind FROM subject WHERE id = :id")
                .bind("id", subject)
                .map(row -> new Subject(
                        subject,
                        Columns.value(row, "setting_id", UUID.class),
                        SubjectKind.valueOf(Columns.value(row, "kind", String.class))))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)));
    }
}
