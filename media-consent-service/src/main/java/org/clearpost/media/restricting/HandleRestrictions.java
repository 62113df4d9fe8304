package org.clearpost.media.restricting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.restricting.RestrictionController.RestrictionEnd;
import org.clearpost.media.restricting.RestrictionController.RestrictionRequest;
import org.clearpost.media.restricting.RestrictionRepository.Terms;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.clearpost.media.takedowns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Records, ends and shows restrictions. A restricted person is "not cleared" to everybody else, as anybody refused is; the
 * event told of it is the one that any change of consent tells.
 */
@Service
class HandleRestrictions {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_YEARS = 20;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final SubjectDoor door;
    private final RestrictionRepository restrictions;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    HandleRestrictions(
            TenantTransaction transaction,
            Idempotency idempotency,
            SubjectDoor door,
            RestrictionRepository restrictions,
            OpenTakedowns takedowns,
            AuditLog audit,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.door = door;
        this.restrictions = restrictions;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<RestrictionView> find(Caller caller, UUID subject) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesRestrictions)
                        .flatMap(found -> audit.record(caller, "restriction.read", "subject", subject, found.setting()))
                        .then(Mono.defer(() -> restrictions.of(subject))));
    }

    Mono<RestrictionView> record(Caller caller, @Nullable String key, UUID subject, RestrictionRequest request) {
        return change(
                caller,
                key,
                new Command("restriction.record", subject, request),
                "restriction.recorded",
                () -> read(request),
                (terms, now) -> restrictions.add(caller.group(), subject, terms, now, caller.id()));
    }

    Mono<RestrictionView> end(
            Caller caller, @Nullable String key, UUID subject, UUID restriction, RestrictionEnd request) {
        return change(
                caller,
                key,
                new Command("restriction.end", subject, new Ending(restriction, request)),
                "restriction.ended",
                () -> reason(request),
                (reason, now) -> restrictions
                        .mustExist(subject, restriction)
                        .then(restrictions.end(subject, restriction, reason, now, caller.id())));
    }

    private record Ending(UUID restriction, RestrictionEnd request) {}

    private <T> Mono<RestrictionView> change(
            Caller caller,
            @Nullable String key,
            Command command,
            String action,
            Supplier<T> read,
            BiFunction<T, Instant, Mono<Void>> effect) {
        UUID subject = command.at();
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesRestrictions)
                        .flatMap(found -> idempotency.once(
                                caller,
                                key,
                                command,
                                RestrictionView.class,
                                Mono.fromSupplier(read)
                                        .flatMap(terms -> door.lockForChange(subject)
                                                .then(Mono.defer(() -> effect.apply(terms, now()))))
                                        .then(audit.record(caller, action, "subject", subject, found.setting()))
                                        .then(Mono.defer(() -> takedowns.forSubject(
                                                caller.group(), new SubjectId(subject), Reason.RESTRICTED, now())))
                                        .then(outbox.append(
                                                caller.group(),
                                                "org.clearpost.media.ClearanceChanged",
                                                subject,
                                                Map.of("subjectId", subject, "settingId", found.setting())))
                                        .then(Mono.defer(() -> restrictions.of(subject))))));
    }

    /** An order may have been made before anybody here heard of it: its first day may be past. Answers given stay. */
    private Terms read(RestrictionRequest request) {
        Fields fields = new Fields();
        LocalDate today = CivilDay.of(clock.instant());
        RestrictionView.Kind kind = fields.required("/kind", request.kind(), RestrictionView.Kind.OTHER);
        String note = fields.optionalText("/note", request.note(), LONGEST_NOTE);
        if (note == null) {
            fields.refuse("/note", "Please say what it is about.");
        }
        LocalDate from = request.fromOn() == null ? today : request.fromOn();
        LocalDate until = request.untilOn();
        if (from.isBefore(today.minusYears(LONGEST_YEARS)) || from.isAfter(today.plusYears(LONGEST_YEARS))) {
            fields.refuse("/fromOn", "This date is too far away.");
        }
        if (until != null && (until.isBefore(today) || until.isBefore(from))) {
            fields.refuse("/untilOn", "The last day cannot be in the past, or before the first.");
        }
        if (until != null && until.isAfter(today.plusYears(LONGEST_YEARS))) {
            fields.refuse("/untilOn", "This date is too far away.");
        }
        fields.check();
        return new Terms(kind, note == null ? "" : note, from, until);
    }

    private static String reason(RestrictionEnd request) {
        Fields fields = new Fields();
        String reason = fields.optionalText("/reason", request.reason(), LONGEST_NOTE);
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
