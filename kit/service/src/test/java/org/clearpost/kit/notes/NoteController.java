package org.clearpost.kit.notes;

import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.rows.Columns;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/notes")
class NoteController {

    private final DatabaseClient database;
    private final TenantTransaction transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Idempotency idempotency;

    NoteController(
            DatabaseClient database,
            TenantTransaction transaction,
            AuditLog audit,
            Outbox outbox,
            Idempotency idempotency) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    record NewNote(String text) {}

    record Note(UUID id, UUID group, String text) {}

    @PostMapping
    Mono<Note> write(
            @RequestBody NewNote note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return transaction.within(
                caller, idempotency.once(caller, key, note, Note.class, Mono.defer(() -> save(note, caller))));
    }

    private Mono<Note> save(NewNote note, Caller caller) {
        Note saved = new Note(Ids.next(), caller.group(), note.text());
        return database.sql("INSERT INTO note (group_id, id, text) VALUES (:group, :id, :text)")
                .bind("group", saved.group())
                .bind("id", saved.id())
                .bind("text", saved.text())
                .fetch()
                .rowsUpdated()
                .then(audit.record(caller, "note.written", "note", saved.id(), null))
                .then(outbox.append(caller.group(), "org.clearpost.notes.NoteWritten", saved.id(), saved.id()))
                .thenReturn(saved);
    }

    /** Every note the database shows, with no condition of its own: what keeps groups apart is the database. */
    @GetMapping
    Flux<Note> all(Caller caller) {
        Mono<java.util.List<Note>> found = database.sql("SELECT id, group_id, text FROM note, pg_sleep(0.002)")
                .map(row -> new Note(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "group_id", UUID.class),
                        Columns.value(row, "text", String.class)))
                .all()
                .collectList();
        return transaction.within(caller, found).flatMapIterable(notes -> notes);
    }

    @GetMapping("/{id}")
    Mono<Note> one(@PathVariable UUID id, Caller caller) {
        Mono<Note> found = database.sql("SELECT id, group_id, text FROM note WHERE id = :id")
                .bind("id", id)
                .map(row -> new Note(
                        Columns.value(row, "id", UUID.class),
                        Columns.value(row, "group_id", UUID.class),
                        Columns.value(row, "text", String.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .delayUntil(note -> audit.record(caller, "note.read", "note", note.id(), null));
        return transaction.within(caller, found);
    }
}
