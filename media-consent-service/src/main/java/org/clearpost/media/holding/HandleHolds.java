package org.clearpost.media.holding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.holding.HoldController.HoldRequest;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.clearpost.media.takedowns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Places, lifts and shows holds. A person held back is "not cleared" to everybody else, as anybody refused is; the event
 * told of it is the one that any change of consent tells.
 */
@Service
class HandleHolds {

    private static final int LONGEST_REASON = 2000;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final SubjectDoor door;
    private final HoldRepository holds;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    HandleHolds(
            TenantTransaction transaction,
            Idempotency idempotency,
            SubjectDoor door,
            HoldRepository holds,
            OpenTakedowns takedowns,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.door = door;
        this.holds = holds;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<HoldView> find(Caller caller, UUID subject) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesHolds)
                        .flatMap(found -> audit.record(caller, "hold.read", "subject", subject, found.setting()))
                        .then(Mono.defer(() -> holds.of(subject))));
    }

    Mono<HoldView> place(Caller caller, @Nullable String key, UUID subject, HoldRequest request) {
        return change(
                caller,
                key,
                subject,
                request,
                "hold.placed",
                (reason, now) -> holds.place(caller.group(), subject, reason, now, caller.id()));
    }

    Mono<HoldView> lift(Caller caller, @Nullable String key, UUID subject, HoldRequest request) {
        return change(
                caller,
                key,
                subject,
                request,
                "hold.lifted",
                (reason, now) -> holds.lift(subject, reason, now, caller.id()));
    }

    private Mono<HoldView> change(
            Caller caller,
            @Nullable String key,
            UUID subject,
            HoldRequest request,
            String action,
            BiFunction<String, Instant, Mono<Void>> effect) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesHolds)
                        .flatMap(found -> idempotency.once(
                                caller,
                                key,
                                new Command(action, subject, request),
                                HoldView.class,
                                Mono.fromSupplier(() -> reason(request))
                                        .flatMap(reason -> door.lockForChange(subject)
                                                .then(Mono.defer(() -> effect.apply(reason, now()))))
                                        .then(audit.record(caller, action, "subject", subject, found.setting()))
                                        .then(Mono.defer(() -> takedowns.forSubject(
                                                caller.group(), new SubjectId(subject), Reason.HELD, now())))
                                        .then(outbox.append(
                                                caller.group(),
                                                "org.clearpost.media.ClearanceChanged",
                                                subject,
                                                Map.of("subjectId", subject, "settingId", found.setting())))
                                        .then(Mono.defer(() -> holds.of(subject))))));
    }

    private static String reason(HoldRequest request) {
        Fields fields = new Fields();
        String reason = fields.optionalText("/reason", request.reason(), LONGEST_REASON);
        if (reason == null) {
            fields.refuse("/reason", "Please give the reason.");
        }
        fields.check();
        return reason == null ? "" : reason;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
