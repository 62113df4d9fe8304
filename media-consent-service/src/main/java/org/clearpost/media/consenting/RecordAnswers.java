package org.clearpost.media.consenting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.access.SubjectDoor.Subject;
import org.clearpost.media.consenting.ConsentRepository.NewConsent;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.LaterNo;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.takedowns.OpenTakedowns;
import org.clearpost.media.takedowns.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one place where an answer about a person is written, whether staff enter a form or a giver answers by link. Under
 * a lock on the person, with its audit entry and the event that tells of it. Use inside the actor's transaction.
 */
@Service
public class RecordAnswers {

    private final SubjectDoor door;
    private final ConsentRepository consents;
    private final OpenTakedowns takedowns;
    private final AuditLog audit;
    private final Outbox outbox;

    RecordAnswers(
            SubjectDoor door, ConsentRepository consents, OpenTakedowns takedowns, AuditLog audit, Outbox outbox) {
        this.door = door;
        this.consents = consents;
        this.takedowns = takedowns;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Who answers, and what they are to the person. */
    public record Giver(UUID id, GiverType type, Responsibility responsibility) {}

    /** One answer; {@code pointer} says where in the request it stands. */
    public record Given(String pointer, Purpose purpose, @Nullable Platform channel, Answer answer) {}

    /** Answers as a form has them. {@code giver} is looked up under the lock. Gives their ids, in order. */
    Mono<List<UUID>> fromForm(
            Caller actor, Subject subject, Mono<Giver> giver, Evidence evidence, List<Given> answers, Instant now) {
        return door.lockForChange(subject.id())
                .then(giver)
                .flatMapMany(by ->
                        Flux.fromIterable(answers).concatMap(given -> add(actor, subject, by, evidence, given, now)))
                .collectList()
                .flatMap(ids -> tell(actor, subject, "consent.recorded", now).thenReturn(ids));
    }

    /**
     * Answers that the giver gives in person; who they are is asked under the lock. A no to what they allowed takes that
     * yes back; an answer for one channel ends what they had said about social media in general, so that nothing they were
     * not asked goes on being allowed.
     */
    public Mono<List<UUID>> byGiver(
            Caller actor, Subject subject, Mono<Giver> giver, Evidence evidence, List<Given> answers, Instant now) {
        return door.lockForChange(subject.id())
                .then(giver)
                .flatMapMany(by -> Flux.fromIterable(answers).concatMap(given -> endGeneralAnswer(
                                subject, by, given, now)
                        .then(given.answer() == Answer.NO ? takeBack(actor, subject, by, given, now) : Mono.empty())
                        .switchIfEmpty(Mono.defer(() -> add(actor, subject, by, evidence, given, now)))))
                .collectList()
                .flatMap(ids -> tell(actor, subject, "consent.answered", now).thenReturn(ids));
    }

    private Mono<UUID> takeBack(Caller actor, Subject subject, Giver giver, Given given, Instant now) {
        return consents.withdrawStanding(subject.id(), giver.id(), given.purpose(), given.channel(), now, actor.id());
    }

    /** Withdraws a yes that still stands. */
    Mono<Void> withdraw(Caller actor, Subject subject, UUID consent, Instant now) {
        return door.lockForChange(subject.id())
                .then(consents.withdraw(consent, now, actor.id()))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.NOTHING_TO_WITHDRAW)))
                .then(audit.record(actor, "consent.withdrawn", "consent", consent, subject.setting()))
                .then(announce(actor, subject, Reason.WITHDRAWN, now));
    }

    private Mono<Void> endGeneralAnswer(Subject subject, Giver giver, Given given, Instant now) {
        return given.channel() == null
                ? Mono.empty()
                : consents.supersedeGeneral(subject.id(), giver.id(), given.purpose(), now);
    }

    private Mono<UUID> add(Caller actor, Subject subject, Giver giver, Evidence evidence, Given given, Instant now) {
        ConsentState state =
                ConsentState.ofAnswer(given.answer(), giver.type(), giver.responsibility(), evidence.isComplete());
        NewConsent consent = new NewConsent(
                Ids.next(),
                subject.id(),
                giver.id(),
                given.purpose(),
                given.channel(),
                state,
                evidence,
                now,
                actor.id());
        return (given.answer() == Answer.YES ? noLaterNo(consent, given) : Mono.<Void>empty())
                .then(consents.supersede(consent))
                .flatMap(before -> before.isNo() && state == ConsentState.PENDING
                        ? Mono.<Void>error(
                                new RefusedException(
                                        KitProblem.INVALID,
                                        new FieldError(
                                                given.pointer(),
                                                "A no stands here. Only a yes with form, date, place and responsibility replaces it.")))
                        : consents.add(actor.group(), consent))
                .thenReturn(consent.id());
    }

    /** A yes without a day waits, and takes no no's place: that is refused for its own reason. */
    private Mono<Void> noLaterNo(NewConsent yes, Given given) {
        LocalDate signedOn = yes.evidence().signedOn();
        return signedOn == null
                ? Mono.empty()
                : consents.latestNo(yes)
                        .filter(latest -> LaterNo.stands(signedOn, latest.orElse(null)))
                        .flatMap(latest -> Mono.error(new RefusedException(
                                MediaProblem.LATER_NO,
                                new FieldError(given.pointer(), "A no was said after this form was signed."))));
    }

    private Mono<Void> tell(Caller actor, Subject subject, String action, Instant now) {
        return audit.record(actor, action, "subject", subject.id(), subject.setting())
                .then(announce(actor, subject, Reason.REFUSED, now));
    }

    /** The same event whatever changed about a person's clearance, so that a reader of the feed cannot tell a hold. */
    private Mono<Void> announce(Caller actor, Subject subject, Reason reason, Instant now) {
        return takedowns
                .forSubject(actor.group(), new SubjectId(subject.id()), reason, now)
                .then(outbox.append(
                        actor.group(),
                        "org.clearpost.media.ClearanceChanged",
                        subject.id(),
                        Map.of("subjectId", subject.id(), "settingId", subject.setting())));
    }
}
