package org.clearpost.media.deciding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.idempotency.Idempotency;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.paging.Page;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.DecisionRepository.Ground;
import org.clearpost.media.deciding.DecisionRepository.Row;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.edge.Command;
import org.clearpost.media.edge.Cursor;
import org.clearpost.media.edge.ListRead;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MediaProblem;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.SubjectId;
import org.clearpost.media.model.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers "may we post this?" from what is committed at that moment, and keeps the answer with everything it rests on in
 * the same transaction. No answer is ever taken from an earlier one.
 */
@Service
class AskMayWePost {

    private final TenantTransaction transaction;
    private final Idempotency idempotency;
    private final Doors doors;
    private final DecisionRepository decisions;
    private final FactsOfNow facts;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Decide decide;
    private final Clock clock;
    private final MeterRegistry meters;

    AskMayWePost(
            TenantTransaction transaction,
            Idempotency idempotency,
            Doors doors,
            DecisionRepository decisions,
            FactsOfNow facts,
            AuditLog audit,
            JsonMapper json,
            Decide decide,
            Clock clock,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.idempotency = idempotency;
        this.doors = doors;
        this.decisions = decisions;
        this.facts = facts;
        this.audit = audit;
        this.json = json;
        this.decide = decide;
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
                                .filter(ground -> FactsOfNow.mayAsk(caller, ground))
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
            return facts.read(caller, ground, question).flatMap(read -> decide.now(question, read)
                    .flatMap(decision -> keep(caller, question, read, decision, now)));
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
        return facts.read(caller, ground, question)
                .flatMap(read -> decide.now(question, read)
                        .map(decision -> json.writeValueAsString(DecisionView.of(
                                then.id(),
                                read.account(),
                                then.askedAt(),
                                then.plannedFor(),
                                question,
                                RuleSet.CURRENT,
                                decision))))
                .filter(now -> now.equals(kept.json()))
                .map(same -> kept)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MediaProblem.ANSWER_OUTDATED)));
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
                answer,
                facts.people().keySet().stream().map(SubjectId::value).toList());
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
