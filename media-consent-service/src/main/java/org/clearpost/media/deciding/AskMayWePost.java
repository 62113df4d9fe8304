package org.clearpost.media.deciding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.DecisionRepository.Ground;
import org.clearpost.media.deciding.DecisionRepository.Row;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.facts.PeopleFacts;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.model.Source;
import org.clearpost.media.model.Verdict;
import org.clearpost.media.pictures.PictureRepository;
import org.clearpost.media.readmodels.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers "may we post this?" from what is committed at that moment, and keeps the answer with everything it rests on in
 * the same transaction. No answer is ever taken from an earlier one.
 */
@Service
class AskMayWePost {

    /** Names times letters: a class and a long caption; beyond it an answer takes more than a moment. */
    private static final long QUICK = 50_000;

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final DecisionRepository decisions;
    private final PeopleFacts people;
    private final PictureRepository pictures;
    private final Freshness freshness;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Scheduler deciding;
    private final Clock clock;
    private final MeterRegistry meters;

    AskMayWePost(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            DecisionRepository decisions,
            PeopleFacts people,
            PictureRepository pictures,
            Freshness freshness,
            AuditLog audit,
            JsonMapper json,
            Scheduler decidingThreads,
            Clock clock,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.decisions = decisions;
        this.people = people;
        this.pictures = pictures;
        this.freshness = freshness;
        this.audit = audit;
        this.json = json;
        this.deciding = decidingThreads;
        this.clock = clock;
        this.meters = meters;
    }

    /** An answer's own text: what is kept is what was sent, to the byte. */
    record Answered(String json) {}

    Mono<String> ask(Caller caller, @Nullable String key, DecisionRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Question question = request.read(now);
        UUID account = question.account().value();
        return transaction
                .within(
                        caller,
                        decisions
                                .findGround(account, caller.id(), CivilDay.of(now))
                                .filter(ground -> mayAsk(caller, ground))
                                .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                                .flatMap(ground -> once(caller, key, request, ground, question, now)))
                .map(Answered::json)
                .as(this::timed);
    }

    Mono<String> find(Caller caller, UUID decision) {
        return transaction.within(
                caller,
                decisions
                        .find(decision)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(found -> doors.asks(caller, found.getKey())
                                .flatMap(doors::hidden)
                                .then(audit.record(caller, "decision.read", "decision", decision, found.getKey()))
                                .thenReturn(found.getValue())));
    }

    Mono<Page<DecisionSummary>> list(Caller caller, UUID setting, @Nullable Cursor after, int limit) {
        return transaction.within(
                caller,
                doors.asks(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.defer(() -> decisions
                                .list(setting, after == null ? null : after.uuid(0), limit + 1)
                                .collectList()))
                        .map(found -> Page.of(
                                found, limit, last -> Cursor.of(last.id().toString())
                                        .toString()))
                        .map(page -> new Page<>(
                                page.items().stream()
                                        .map(listed ->
                                                DecisionSummary.of(json.readValue(listed.answer(), DecisionView.class)))
                                        .toList(),
                                page.next()))
                        .flatMap(page -> audit.record(
                                        caller,
                                        "decisions.read",
                                        new ListRead(page.items().size()).of("decisions"),
                                        null,
                                        setting)
                                .thenReturn(page)));
    }

    /** The same key gets the same bytes, but only while they are still the answer: no yes outlives its reason. */
    private Mono<Answered> once(
            Caller caller,
            @Nullable String key,
            DecisionRequest request,
            Ground ground,
            Question question,
            Instant now) {
        AtomicBoolean first = new AtomicBoolean();
        Mono<Answered> answering = Mono.defer(() -> {
            first.set(true);
            return facts(caller, ground, question).flatMap(facts -> decided(question, facts)
                    .flatMap(decision -> keep(caller, question, facts, decision, now)));
        });
        return idempotency
                .once(
                        caller,
                        key,
                        new Command("decision.ask", ground.account().id().value(), request),
                        Answered.class,
                        answering)
                .flatMap(kept -> first.get() ? Mono.just(kept) : stillTrue(caller, ground, question, kept));
    }

    private Mono<Answered> stillTrue(Caller caller, Ground ground, Question question, Answered kept) {
        DecisionView then = json.readValue(kept.json(), DecisionView.class);
        return facts(caller, ground, question)
                .flatMap(facts -> decided(question, facts)
                        .map(decision -> json.writeValueAsString(DecisionView.of(
                                then.id(),
                                facts.account(),
                                then.askedAt(),
                                then.plannedFor(),
                                question,
                                RuleSet.CURRENT,
                                decision))))
                .filter(now -> now.equals(kept.json()))
                .map(same -> kept)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.ANSWER_OUTDATED)));
    }

    private Mono<Facts> facts(Caller caller, Ground ground, Question question) {
        List<AccountFacts> others =
                Access.asks(caller, ground.account().setting().value()) ? ground.live() : ground.ownLive();
        SettingId setting = ground.account().setting();
        return people.read(setting, question.mentioned(), purposes(ground.account(), others))
                .collectMap(PersonFacts::id)
                .zipWhen(known -> Mono.justOrEmpty(question.picture())
                        .flatMap(picture -> pictures.facts(setting, picture))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .map(known -> new Facts(
                        ground.account(),
                        ground.open(),
                        others,
                        known.getT1(),
                        ground.options(),
                        silent(ground),
                        ground.wording(),
                        known.getT2().orElse(null)));
    }

    /** A big question is worked out beside the threads that serve requests, and refused when too many wait. */
    private Mono<Decision> decided(Question question, Facts facts) {
        Mono<Decision> decision = Mono.fromSupplier(() -> MayWePost.decide(question, facts, RuleSet.CURRENT));
        return question.weight() <= QUICK
                ? decision
                : decision.subscribeOn(deciding)
                        .onErrorMap(
                                RejectedExecutionException.class, busy -> new RefusedException(KitProblem.TOO_MANY));
    }

    private Mono<Answered> keep(Caller caller, Question question, Facts facts, Decision decision, Instant now) {
        RuleSet rules = RuleSet.CURRENT;
        UUID id = Ids.next();
        UUID setting = facts.account().setting().value();
        String answer = json.writeValueAsString(
                DecisionView.of(id, facts.account(), now, question.plannedFor(), question, rules, decision));
        Row row = new Row(
                id,
                setting,
                question.account().value(),
                caller.id(),
                now,
                question.plannedFor(),
                decision.verdict().name(),
                rules.version(),
                json.writeValueAsString(question),
                json.writeValueAsString(StoredFacts.of(facts)),
                answer);
        return decisions
                .add(caller.group(), row)
                .then(audit.record(caller, "decision.asked", "decision", id, setting))
                .thenReturn(new Answered(answer))
                .doOnSuccess(kept -> meters.counter(
                                "clearpost.decisions",
                                "verdict",
                                decision.verdict().name())
                        .increment());
    }

    /** How long askers wait, refused or answered. */
    private <T> Mono<T> timed(Mono<T> asking) {
        return Mono.defer(() -> {
            Timer.Sample waiting = Timer.start(meters);
            return asking.doFinally(end -> waiting.stop(meters.timer("clearpost.decision.time")));
        });
    }

    private static boolean mayAsk(Caller caller, Ground ground) {
        UUID setting = ground.account().setting().value();
        return Access.asks(caller, setting) || (caller.isPerson() && ground.contributes() && caller.belongsTo(setting));
    }

    /** A setting the directory has not told of yet is as good as a silent directory. */
    private Set<Source> silent(Ground ground) {
        Set<Source> silent = freshness.silent();
        if (!ground.known()) {
            silent.add(Source.DIRECTORY);
        }
        return silent;
    }

    private static Set<Purpose> purposes(AccountFacts account, List<AccountFacts> others) {
        Set<Purpose> purposes = EnumSet.of(
                Purpose.TAKING, Purpose.FULL_NAME, account.platform().use().purpose());
        others.forEach(other -> purposes.add(other.platform().use().purpose()));
        return purposes;
    }

    /** One line of a setting's list of decisions. */
    record DecisionSummary(
            UUID id,
            Verdict verdict,
            String sentence,
            DecisionView.AccountRef account,
            Instant askedAt,
            Instant plannedFor) {

        static DecisionSummary of(DecisionView decision) {
            return new DecisionSummary(
                    decision.id(),
                    decision.verdict(),
                    decision.sentence(),
                    decision.account(),
                    decision.askedAt(),
                    decision.plannedFor());
        }
    }
}
