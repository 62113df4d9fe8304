package org.clearpost.media.consenting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.SubjectDoor;
import org.clearpost.media.access.SubjectDoor.Subject;
import org.clearpost.media.consenting.ConsentController.AnswerRequest;
import org.clearpost.media.consenting.ConsentController.ConsentRequest;
import org.clearpost.media.consenting.ConsentController.GiverRequest;
import org.clearpost.media.consenting.ConsentController.Recorded;
import org.clearpost.media.consenting.RecordAnswers.Given;
import org.clearpost.media.consenting.RecordAnswers.Giver;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Records answers, withdraws them and shows them. Whatever changes takes effect when it is committed, under a lock on
 * the person: a decision asked after the answer to a withdrawal knows of it.
 */
@Service
class HandleConsent {

    private static final int MOST_ANSWERS = 50;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final SubjectDoor door;
    private final ConsentRepository consents;
    private final RecordAnswers answers;
    private final AuditLog audit;
    private final Clock clock;

    HandleConsent(
            TenantTransaction transaction,
            Idempotency idempotency,
            SubjectDoor door,
            ConsentRepository consents,
            RecordAnswers answers,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.door = door;
        this.consents = consents;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<Page<ConsentView>> ofSubject(Caller caller, UUID subject, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                door.hidden(caller, subject, Access::handlesConsent)
                        .flatMap(found -> audit.record(caller, "consent.read", "subject", subject, found.setting()))
                        .then(consents.ofSubject(subject, now(), after, limit + 1)
                                .collectList())
                        .map(found -> Page.of(found, limit, last -> Cursor.of(
                                        last.recordedAt().toString(), last.id().toString())
                                .toString())));
    }

    Mono<Recorded> record(Caller caller, @Nullable String key, UUID subject, ConsentRequest request) {
        return transaction.within(
                caller,
                door.openly(caller, subject, Access::handlesConsent)
                        .flatMap(found -> idempotency.once(
                                caller,
                                key,
                                new Command("consent.record", subject, request),
                                Recorded.class,
                                Mono.defer(() -> record(caller, found, read(request, found))))));
    }

    Mono<ConsentView> withdraw(Caller caller, @Nullable String key, UUID consent) {
        return transaction.within(
                caller,
                consents.find(consent, now())
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(found -> door.hidden(caller, found.subjectId(), Access::handlesConsent))
                        .flatMap(subject -> idempotency.once(
                                caller,
                                key,
                                new Command("consent.withdraw", consent, null),
                                ConsentView.class,
                                Mono.defer(() -> withdraw(caller, subject, consent)))));
    }

    private Mono<ConsentView> withdraw(Caller caller, Subject subject, UUID consent) {
        return answers.withdraw(caller, subject, consent, now()).then(Mono.defer(() -> consents.find(consent, now())));
    }

    private Mono<Recorded> record(Caller caller, Subject subject, Form form) {
        Instant now = now();
        return answers.fromForm(caller, subject, related(caller, subject, form), form.evidence(), form.answers(), now)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> consents.find(id, now))
                .collectList()
                .map(Recorded::new);
    }

    private Mono<Giver> related(Caller caller, Subject subject, Form form) {
        return Mono.defer(() -> giver(caller, subject, form)).flatMap(giver -> consents.relate(
                        caller.group(), subject.id(), giver, form.relation(), form.responsibility())
                .flatMap(responsibility -> suspendUnlessResponsible(subject, giver, form, responsibility)
                        .thenReturn(new Giver(giver, form.type(), responsibility))));
    }

    private Mono<UUID> giver(Caller caller, Subject subject, Form form) {
        return consents.findGiver(subject.setting(), subject.id(), form.name(), form.type(), form.email())
                .switchIfEmpty(Mono.defer(() -> consents.addGiver(
                        caller.group(), Ids.next(), subject.setting(), form.name(), form.type(), form.email())));
    }

    private Mono<Void> suspendUnlessResponsible(Subject subject, UUID giver, Form form, Responsibility responsibility) {
        return form.type() == GiverType.ADULT_SELF || responsibility == Responsibility.YES
                ? Mono.empty()
                : consents.suspendAnswersOf(subject.id(), giver);
    }

    private record Form(
            String name,
            GiverType type,
            @Nullable String email,
            @Nullable String relation,
            Responsibility responsibility,
            List<Given> answers,
            Evidence evidence) {}

    private Form read(ConsentRequest request, Subject subject) {
        Fields fields = new Fields();
        GiverRequest giver = fields.required("/giver", request.giver(), new GiverRequest(null, null, null, null, null));
        String name = fields.line("/giver/name", giver.name(), 200);
        GiverType type = fields.required("/giver/type", giver.type(), GiverType.PARENT);
        if (giver.type() != null && !type.mayAnswerFor(subject.kind())) {
            fields.refuse(
                    "/giver/type",
                    type == GiverType.ADULT_SELF
                            ? "A child is answered for by a parent or carer."
                            : "An adult answers for themselves.");
        }
        String email = fields.optionalLine("/giver/email", giver.email(), 254);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            fields.refuse("/giver/email", "This is not an e-mail address.");
        }
        String relation = fields.optionalLine("/giver/relation", giver.relation(), 100);
        Responsibility responsibility =
                fields.required("/giver/responsibility", giver.responsibility(), Responsibility.UNKNOWN);
        LocalDate signedOn = request.signedOn();
        if (signedOn != null && signedOn.isAfter(CivilDay.of(clock.instant()))) {
            fields.refuse("/signedOn", "A form cannot have been signed in the future.");
        }
        if (signedOn != null && signedOn.getYear() < 1990) {
            fields.refuse("/signedOn", "This date is too long ago.");
        }
        Evidence evidence = new Evidence(
                fields.optionalLine("/formVersion", request.formVersion(), 100),
                signedOn,
                fields.optionalLine("/keptAt", request.keptAt(), 300));
        List<Given> answers = readAnswers(fields, request);
        fields.check();
        return new Form(name, type, email, relation, responsibility, answers, evidence);
    }

    private static List<Given> readAnswers(Fields fields, ConsentRequest request) {
        List<AnswerRequest> given = fields.list("/answers", request.answers(), MOST_ANSWERS);
        if (given.isEmpty()) {
            fields.refuse("/answers", "Please give at least one answer.");
        }
        List<Given> answers = new ArrayList<>();
        Set<String> questions = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/answers/" + i;
            AnswerRequest each = given.get(i);
            Purpose purpose = fields.required(at + "/purpose", each.purpose(), Purpose.TAKING);
            Answer answer = fields.required(at + "/answer", each.answer(), Answer.NO);
            Platform channel = each.channel();
            if (channel != null && (!purpose.hasChannels() || !channel.isSocial())) {
                fields.refuse(at + "/channel", "This purpose has no such channel.");
            }
            if (!questions.add(purpose + "/" + channel)) {
                fields.refuse(at, "This is answered twice.");
            }
            answers.add(new Given(at, purpose, channel, answer));
        }
        return answers;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
