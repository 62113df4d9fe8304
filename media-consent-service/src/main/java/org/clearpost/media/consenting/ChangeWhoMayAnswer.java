package org.clearpost.media.consenting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.access.SubjectDoor.Subject;
import org.clearpost.media.consenting.GiverController.AbilityRequest;
import org.clearpost.media.consenting.GiverController.BarRequest;
import org.clearpost.media.consenting.GiverController.LiftRequest;
import org.clearpost.media.consenting.GiverRepository.Judged;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Bars givers, judges pupils able, and opens the question again when a carer changes. Whoever is no longer entitled has
 * every yes of theirs wait; what anybody refused stands. None of this makes a person clearer by itself: a yes counts again
 * only when it is given again. The one exception is said aloud, with the bar: that refusals are set aside.
 */
@Service
class ChangeWhoMayAnswer {

    private static final int LONGEST_REASON = 2000;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final SubjectDoor door;
    private final GiverRepository givers;
    private final RecordAnswers answers;
    private final AuditLog audit;
    private final Clock clock;

    ChangeWhoMayAnswer(
            TenantTransaction transaction,
            Idempotency idempotency,
            SubjectDoor door,
            GiverRepository givers,
            RecordAnswers answers,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.door = door;
        this.givers = givers;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<GiversView> find(Caller caller, UUID subject) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesConsent)
                        .flatMap(found -> audit.record(caller, "givers.read", "subject", subject, found.setting()))
                        .then(Mono.defer(() -> givers.of(subject))));
    }

    Mono<GiversView> bar(Caller caller, @Nullable String key, UUID subject, UUID giver, BarRequest request) {
        return change(
                caller,
                key,
                new Command("giver.bar", subject, new OfGiver(giver, request)),
                "giver.barred",
                () -> reason(request.reason()),
                (person, reason) -> now -> known(person, giver)
                        .then(givers.bar(
                                caller.group(),
                                person.id(),
                                giver,
                                reason,
                                Boolean.TRUE.equals(request.refusalsSetAside()),
                                now,
                                caller.id())));
    }

    Mono<GiversView> unbar(Caller caller, @Nullable String key, UUID subject, UUID giver, LiftRequest request) {
        return change(
                caller,
                key,
                new Command("giver.unbar", subject, new OfGiver(giver, request)),
                "giver.bar-lifted",
                () -> reason(request.reason()),
                (person, reason) ->
                        now -> known(person, giver).then(givers.unbar(person.id(), giver, reason, now, caller.id())));
    }

    Mono<GiversView> carerChanged(Caller caller, @Nullable String key, UUID subject) {
        return change(
                caller,
                key,
                new Command("carer.change", subject, null),
                "consent.reopened",
                () -> "",
                (person, none) -> now -> givers.suspendAnswers(person.id(), now, GiverType.PARENT, GiverType.CARER));
    }

    Mono<GiversView> judge(Caller caller, @Nullable String key, UUID subject, AbilityRequest request) {
        return change(
                caller,
                key,
                new Command("ability.judge", subject, request),
                "ability.judged",
                () -> judged(request),
                (person, judged) -> now -> person.kind() == SubjectKind.CHILD
                        ? givers.judge(caller.group(), person.id(), judged, now, caller.id())
                        : Mono.error(new RefusedException(KitProblem.INVALID)));
    }

    Mono<GiversView> revoke(Caller caller, @Nullable String key, UUID subject, LiftRequest request) {
        return change(
                caller,
                key,
                new Command("ability.revoke", subject, request),
                "ability.revoked",
                () -> reason(request.reason()),
                (person, reason) -> now -> givers.revoke(person.id(), reason, now, caller.id())
                        .then(givers.suspendAnswers(person.id(), now, GiverType.PUPIL_ABLE)));
    }

    private record OfGiver(UUID giver, Object request) {}

    private <T> Mono<GiversView> change(
            Caller caller,
            @Nullable String key,
            Command command,
            String action,
            Supplier<T> read,
            BiFunction<Subject, T, java.util.function.Function<Instant, Mono<Void>>> effect) {
        return transaction.within(
                caller,
                door.openly(caller, command.at(), Access::handlesConsent)
                        .flatMap(subject -> idempotency.once(
                                caller,
                                key,
                                command,
                                GiversView.class,
                                Mono.fromSupplier(read)
                                        .flatMap(request -> answers.changeWhoMayAnswer(
                                                caller, subject, action, effect.apply(subject, request)))
                                        .then(Mono.defer(() -> givers.of(subject.id()))))));
    }

    /** A parent or carer who is on record with this person. Nobody bars a pupil or an adult from answering for themselves. */
    private Mono<Void> known(Subject subject, UUID giver) {
        return givers.type(subject.id(), giver)
                .filter(type -> type == GiverType.PARENT || type == GiverType.CARER)
                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                .then();
    }

    private Judged judged(AbilityRequest request) {
        Fields fields = new Fields();
        LocalDate today = CivilDay.of(clock.instant());
        String assessor = fields.line("/assessor", request.assessor(), 200);
        LocalDate on = fields.required("/assessedOn", request.assessedOn(), today);
        if (on.isAfter(today)) {
            fields.refuse("/assessedOn", "A judgement cannot have been made in the future.");
        }
        if (on.isBefore(today.minusYears(20))) {
            fields.refuse("/assessedOn", "This date is too long ago.");
        }
        String reason = fields.optionalText("/reason", request.reason(), LONGEST_REASON);
        if (reason == null) {
            fields.refuse("/reason", "Please give the reason. Age alone is none.");
        }
        fields.check();
        return new Judged(assessor, on, reason == null ? "" : reason);
    }

    private static String reason(@Nullable String given) {
        Fields fields = new Fields();
        String reason = fields.optionalText("/reason", given, LONGEST_REASON);
        if (reason == null) {
            fields.refuse("/reason", "Please give the reason.");
        }
        fields.check();
        return reason == null ? "" : reason;
    }
}
