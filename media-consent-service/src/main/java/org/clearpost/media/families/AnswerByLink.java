package org.clearpost.media.families;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.SubjectDoor.Subject;
import org.clearpost.media.consenting.Evidence;
import org.clearpost.media.consenting.RecordAnswers;
import org.clearpost.media.consenting.RecordAnswers.Given;
import org.clearpost.media.consenting.RecordAnswers.Giver;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Fields;
import org.clearpost.media.families.FamilyController.AnswersRequest;
import org.clearpost.media.families.FamilyController.FamilyAnswerRequest;
import org.clearpost.media.families.FamilyRepository.NewReceipt;
import org.clearpost.media.families.FamilyRepository.Visitor;
import org.clearpost.media.families.FamilyRepository.Words;
import org.clearpost.media.families.FamilyView.FamilyQuestion;
import org.clearpost.media.families.FamilyView.OwnChild;
import org.clearpost.media.families.ReceiptView.Line;
import org.clearpost.media.families.model.FamilyProblem;
import org.clearpost.media.families.model.Language;
import org.clearpost.media.families.model.LinkKey;
import org.clearpost.media.families.model.MailKind;
import org.clearpost.media.families.model.Reference;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a family in by link and takes their answers.
 *
 * <p>An unknown, expired, used or barred link is one case: the same statements, the same answer, no sooner and no later.
 * What somebody may answer is asked anew at every step, so that a session ends with the responsibility it rests on.
 */
@Service
class AnswerByLink {

    static final Duration SESSION_LIFE = Duration.ofMinutes(30);

    private static final int MOST_ANSWERS = 400;

    private final TenantTransaction transaction;
    private final FamilyRepository families;
    private final MailRepository mails;
    private final RecordAnswers answers;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final FamilyProperties properties;
    private final Clock clock;

    AnswerByLink(
            TenantTransaction transaction,
            FamilyRepository families,
            MailRepository mails,
            RecordAnswers answers,
            Idempotency idempotency,
            AuditLog audit,
            FamilyProperties properties,
            Clock clock) {
        this.transaction = transaction;
        this.families = families;
        this.mails = mails;
        this.answers = answers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** A session just opened, with the key that only this answer carries. */
    record Opened(LinkKey key, FamilyView view) {}

    /** Has an entry mailed to the address on file. Says nothing of whether there is one. */
    Mono<Void> requestLink(@Nullable String invitation) {
        LinkKey key = LinkKey.read(invitation == null ? "" : invitation);
        return notSooner(transaction.asSystem(key.group(), families.requestLink(key, now(), today())))
                .then();
    }

    Mono<Opened> open(@Nullable String entry) {
        LinkKey key = LinkKey.read(entry == null ? "" : entry);
        LinkKey session = LinkKey.fresh(key.group());
        Instant now = now();
        return notSooner(transaction.asSystem(
                key.group(),
                families.open(key, session, now, now.plus(SESSION_LIFE), today())
                        .switchIfEmpty(unusable())
                        .flatMap(visitor -> audit.record(
                                        actor(visitor),
                                        "family.let-in",
                                        "family-session",
                                        visitor.session(),
                                        visitor.setting())
                                .then(Mono.defer(() -> viewOf(visitor))))
                        .map(view -> new Opened(session, view))));
    }

    Mono<FamilyView> view(@Nullable String session) {
        return asVisitor(session, this::viewOf);
    }

    Mono<Void> end(@Nullable String session) {
        return asVisitor(session, visitor -> families.end(visitor.session(), now())
                        .thenReturn(true))
                .then();
    }

    Mono<ReceiptView> receipt(@Nullable String session, UUID receipt) {
        return asVisitor(session, visitor -> families.receipt(receipt, visitor.giver(), today())
                .switchIfEmpty(unusable())
                .flatMap(found -> audit.record(
                                actor(visitor), "family.receipt-read", "family-receipt", receipt, visitor.setting())
                        .thenReturn(found)));
    }

    Mono<ReceiptView> answer(@Nullable String session, @Nullable String key, AnswersRequest request) {
        return asVisitor(
                session,
                visitor -> idempotency.once(
                        actor(visitor),
                        key,
                        new Command("family.answer", visitor.giver(), request),
                        ReceiptView.class,
                        Mono.defer(() -> record(visitor, request))));
    }

    private Mono<ReceiptView> record(Visitor visitor, AnswersRequest request) {
        Instant now = now();
        return Mono.zip(
                        families.words(visitor.setting()).switchIfEmpty(unusable()),
                        families.channels(visitor.setting()),
                        families.children(visitor.giver(), now, today()).collectList())
                .flatMap(known -> {
                    Form form = read(request, known.getT1(), FamilyView.questions(known.getT2()), known.getT3());
                    NewReceipt receipt = new NewReceipt(
                            Ids.next(),
                            Reference.fresh(),
                            known.getT1().version(),
                            form.language(),
                            form.signedName(),
                            form.lines());
                    return write(visitor, receipt, now).thenReturn(receipt);
                })
                .flatMap(receipt -> families.receipt(receipt.id(), visitor.giver(), today()));
    }

    private Mono<Void> write(Visitor visitor, NewReceipt receipt, Instant now) {
        Evidence evidence = new Evidence(
                "Family form " + receipt.version() + " (" + receipt.language().tag() + ")",
                CivilDay.of(now),
                "Signed by link, receipt " + receipt.reference());
        // In one order for everybody: two answers that touch the same children never wait for each other in a circle.
        Map<UUID, List<Integer>> byChild = new TreeMap<>();
        for (int i = 0; i < receipt.lines().size(); i++) {
            byChild.computeIfAbsent(receipt.lines().get(i).child(), child -> new ArrayList<>())
                    .add(i);
        }
        UUID[] consents = new UUID[receipt.lines().size()];
        return Flux.fromIterable(byChild.entrySet())
                .concatMap(child -> recordChild(visitor, receipt, evidence, child.getKey(), child.getValue(), now)
                        .doOnNext(ids -> {
                            for (int i = 0; i < ids.size(); i++) {
                                consents[child.getValue().get(i)] = ids.get(i);
                            }
                        }))
                .then(Mono.defer(() -> families.addReceipt(visitor, receipt, List.of(consents), now)))
                .then(families.answered(visitor.group(), visitor.giver(), visitor.setting(), now))
                .then(mails.add(visitor.group(), visitor.setting(), visitor.giver(), MailKind.RECEIPT, now))
                .then(audit.record(
                        actor(visitor), "family.answered", "family-receipt", receipt.id(), visitor.setting()));
    }

    private Mono<List<UUID>> recordChild(
            Visitor visitor, NewReceipt receipt, Evidence evidence, UUID child, List<Integer> positions, Instant now) {
        List<Given> given = positions.stream()
                .map(at -> {
                    Line line = receipt.lines().get(at);
                    return new Given("/answers/" + at, line.purpose(), line.channel(), line.answer());
                })
                .toList();
        // Under the lock on the child: responsibility withdrawn a moment ago counts.
        Mono<Giver> giver = Mono.defer(() -> families.mayAnswerFor(visitor.giver(), child, today()))
                .filter(may -> may)
                .switchIfEmpty(unusable())
                .map(may -> new Giver(visitor.giver(), visitor.type(), Responsibility.YES));
        return answers.byGiver(
                actor(visitor), new Subject(child, visitor.setting(), SubjectKind.CHILD), giver, evidence, given, now);
    }

    private record Form(Language language, String signedName, List<Line> lines) {}

    private static Form read(AnswersRequest request, Words words, List<FamilyQuestion> asked, List<OwnChild> children) {
        Fields fields = new Fields();
        Language language = fields.required("/language", request.language(), Language.EN);
        String name = fields.line("/signedName", request.signedName(), 200);
        if (!Boolean.TRUE.equals(request.declared())) {
            fields.refuse("/declared", "Please confirm this.");
        }
        List<FamilyAnswerRequest> given = fields.list("/answers", request.answers(), MOST_ANSWERS);
        if (given.isEmpty()) {
            fields.refuse("/answers", "Please answer at least one question.");
        }
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/answers/" + i;
            FamilyAnswerRequest each = given.get(i);
            Purpose purpose = fields.required(at + "/purpose", each.purpose(), Purpose.TAKING);
            Answer answer = fields.required(at + "/answer", each.answer(), Answer.NO);
            if (each.purpose() != null && !asked.contains(new FamilyQuestion(purpose, each.channel()))) {
                fields.refuse(at, "This is not asked here.");
            }
            if (!seen.add(each.child() + "/" + purpose + "/" + each.channel())) {
                fields.refuse(at, "This is answered twice.");
            }
            OwnChild child = children.stream()
                    .filter(known -> known.id().equals(each.child()))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(FamilyProblem.LINK_UNUSABLE));
            lines.add(new Line(child.id(), child.firstName(), purpose, each.channel(), answer));
        }
        fields.check();
        if (request.wordingVersion() == null || request.wordingVersion() != words.version()) {
            throw new RefusedException(FamilyProblem.WORDING_CHANGED);
        }
        return new Form(language, name, lines);
    }

    private Mono<FamilyView> viewOf(Visitor visitor) {
        return Mono.zip(
                        families.settingName(visitor.setting()),
                        families.words(visitor.setting()),
                        families.channels(visitor.setting()),
                        families.children(visitor.giver(), now(), today()).collectList(),
                        families.receipts(visitor.giver()).collectList())
                .switchIfEmpty(unusable())
                .map(parts -> new FamilyView(
                        parts.getT1(),
                        parts.getT2().version(),
                        parts.getT2().byLanguage(),
                        FamilyView.questions(parts.getT3()),
                        parts.getT4(),
                        parts.getT5(),
                        visitor.until()));
    }

    private <T> Mono<T> asVisitor(@Nullable String session, java.util.function.Function<Visitor, Mono<T>> work) {
        LinkKey key = LinkKey.read(session == null ? "" : session);
        return transaction.asSystem(
                key.group(),
                families.visitor(key, now(), today()).switchIfEmpty(unusable()).flatMap(work));
    }

    /** Acts for nobody but the giver: no post, no scope, no setting. */
    private static Caller actor(Visitor visitor) {
        return new Caller(visitor.group(), Caller.Kind.VISITOR, visitor.giver(), List.of(), Set.of(), Long.MAX_VALUE);
    }

    private static <T> Mono<T> unusable() {
        return Mono.error(() -> new RefusedException(FamilyProblem.LINK_UNUSABLE));
    }

    /** The statements are the same for every link; that one of them stored something shall not show in the time either. */
    private <T> Mono<T> notSooner(Mono<T> work) {
        return work.materialize()
                .zipWith(Mono.delay(properties.floor()), (answer, tick) -> answer)
                .dematerialize();
    }

    private LocalDate today() {
        return CivilDay.of(now());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
