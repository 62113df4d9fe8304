package org.clearpost.media.takedowns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.takedowns.TakedownController.ProofRequest;
import org.clearpost.media.takedowns.TakedownRepository.Proof;
import org.clearpost.media.takedowns.TakedownRepository.TakedownCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows what has to come down, and takes the proof that it did: by whom it was seen gone, when and how. */
@Service
class HandleTakedowns {

    private static final int LONGEST_PROOF = 1000;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final TakedownRepository takedowns;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    HandleTakedowns(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            TakedownRepository takedowns,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Page<TakedownView>> list(Caller caller, UUID setting, TakedownState state, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                doors.readsRoster(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.defer(() -> takedowns
                                .list(setting, state, now(), after == null ? null : after.uuid(0), limit + 1)
                                .collectList()))
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.id().toString())
                                        .toString()))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "takedowns.read",
                                        new ListRead(page.items().size()).of("takedowns"),
                                        null,
                                        setting)
                                .thenReturn(page)));
    }

    Mono<TakedownCounts> counts(Caller caller, UUID setting) {
        return transaction.within(
                caller,
                doors.readsRoster(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.defer(() -> takedowns.counts(setting, now()))));
    }

    Mono<TakedownView> find(Caller caller, UUID takedown) {
        return transaction.within(caller, visible(caller, takedown).flatMap(found -> audit.record(
                        caller, "takedown.read", "takedown", takedown, found.settingId())
                .thenReturn(found)));
    }

    Mono<TakedownView> prove(Caller caller, @Nullable String key, UUID takedown, ProofRequest request) {
        return transaction.within(
                caller,
                visible(caller, takedown)
                        .flatMap(found -> idempotency.once(
                                caller,
                                key,
                                new Command("takedown.prove", takedown, request),
                                TakedownView.class,
                                Mono.fromSupplier(() -> read(request, found))
                                        .flatMap(proof -> takedowns.prove(takedown, proof, now(), caller.id()))
                                        .then(audit.record(
                                                caller, "takedown.done", "takedown", takedown, found.settingId()))
                                        .then(outbox.append(
                                                caller.group(),
                                                "org.clearpost.media.TakedownDone",
                                                takedown,
                                                Map.of(
                                                        "takedownId", takedown,
                                                        "settingId", found.settingId(),
                                                        "itemId", found.itemId())))
                                        .then(Mono.defer(() -> takedowns.find(takedown, now()))))));
    }

    private Mono<TakedownView> visible(Caller caller, UUID takedown) {
        return takedowns
                .find(takedown, now())
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .flatMap(found -> doors.readsRoster(caller, found.settingId())
                        .flatMap(doors::hidden)
                        .thenReturn(found));
    }

    private Proof read(ProofRequest request, TakedownView takedown) {
        Fields fields = new Fields();
        Instant now = now();
        Instant seen = fields.required("/seenGoneAt", request.seenGoneAt(), now).truncatedTo(ChronoUnit.MICROS);
        if (seen.isAfter(now)) {
            fields.refuse("/seenGoneAt", "This time has not come yet.");
        }
        if (seen.isBefore(takedown.openedAt())) {
            fields.refuse("/seenGoneAt", "This was before the post had to come down. Look at it again now.");
        }
        SeenHow how = fields.required("/how", request.how(), SeenHow.OPENED_THE_ADDRESS);
        String words = fields.optionalText("/proof", request.proof(), LONGEST_PROOF);
        if (words == null) {
            fields.refuse("/proof", "Please say what you saw, or where the screenshot is kept.");
        }
        fields.check();
        return new Proof(seen, how, words == null ? "" : words);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
