package org.clearpost.media.deciding;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clearpost.kit.caller.Caller;
import org.clearpost.media.deciding.DecisionRepository.Ground;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.model.AccountFacts;
import org.clearpost.media.model.AccountId;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.NameForm;
import org.clearpost.media.model.Outcome;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.Result;
import org.clearpost.media.model.RuleEntry;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.model.SubjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a question again that was answered before. What comes out is never kept as an answer: whoever wants to rely on it
 * acts on it in the same transaction. Use inside the caller's transaction.
 */
@Component
public final class AskAgain {

    private static final Logger log = LoggerFactory.getLogger(AskAgain.class);

    private final DecisionRepository decisions;
    private final FactsOfNow facts;
    private final Decide decide;
    private final JsonMapper json;
    private final Clock clock;

    AskAgain(DecisionRepository decisions, FactsOfNow facts, Decide decide, JsonMapper json, Clock clock) {
        this.decisions = decisions;
        this.facts = facts;
        this.decide = decide;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody in the post, as they were read. */
    public record Pictured(
            SubjectId subject,
            @Nullable String name,
            int version,
            boolean identified,
            boolean fullName,
            boolean fine) {}

    /** What the answer would be now, to the question as it was asked. */
    public record Present(
            JsonNode answer, String ruleSet, Decision decision, List<Pictured> people, boolean allWasAsked) {

        public boolean fails() {
            return decision.rules().stream().anyMatch(rule -> rule.result() == Result.FAIL);
        }

        /** The rules that only a person can have checked; none while something could not be asked. */
        public List<String> notChecked() {
            return allWasAsked
                    ? decision.rules().stream()
                            .filter(rule -> rule.result() == Result.NOT_CHECKED)
                            .map(RuleEntry::rule)
                            .toList()
                    : List.of();
        }

        /** Whether nothing fails and nothing is open but rules that were checked elsewhere. */
        public boolean allowsPosting(Set<String> checkedOutside) {
            List<String> notChecked = notChecked();
            return decision.rules().stream()
                    .allMatch(rule -> rule.result() == Result.PASS
                            || (notChecked.contains(rule.rule()) && checkedOutside.contains(rule.rule())));
        }
    }

    public Mono<StoredDecision> find(UUID decision) {
        return decisions.findStored(decision);
    }

    public Mono<StoredDecision> findByCard(String code) {
        return decisions.findByCard(code);
    }

    /** A decision whose answer somebody may still rely on, and one person it is about. */
    public record About(SubjectId subject, StoredDecision decision) {}

    public Flux<About> openAbout(Collection<SubjectId> people, Instant since, int most) {
        return decisions
                .openAbout(people.stream().map(SubjectId::value).toArray(UUID[]::new), since, most)
                .map(about -> new About(new SubjectId(about.subject()), about.decision()));
    }

    /** A decision of a setting whose answer somebody may still rely on, and whether they may still ask there. */
    public record OpenAnswer(StoredDecision decision, boolean mayAsk) {}

    public Flux<OpenAnswer> openAt(UUID setting, Instant since, int most) {
        return decisions.openAt(setting, since, CivilDay.of(clock.instant()), most);
    }

    /** Everybody a stored question mentions. */
    public List<SubjectId> mentioned(StoredDecision stored) {
        return question(stored, stored.plannedFor()).mentioned();
    }

    /** The digest of the picture that was asked about, when one was. */
    public @Nullable String pictureDigest(StoredDecision stored) {
        JsonNode digest = json.readTree(stored.facts()).path("picture").path("digest");
        return digest.isString() ? digest.asString() : null;
    }

    /** The answer at {@code moment}, by the rules of now, from what is committed now. */
    public Mono<Present> now(Caller caller, StoredDecision stored, Instant moment) {
        Question question = question(stored, moment);
        return decisions
                .findGround(stored.account(), caller.id(), CivilDay.of(clock.instant()))
                .flatMap(ground -> facts.read(caller, ground, question))
                .flatMap(read ->
                        decide.now(question, read).map(decision -> present(stored, question, read, decision, moment)));
    }

    /** Whether the answer would read differently, had this person then been as they are now. */
    public boolean wouldDiffer(StoredDecision stored, PersonFacts now) {
        return differs(stored, then -> {
            Map<SubjectId, PersonFacts> people = new HashMap<>(then.people());
            people.put(now.id(), now);
            return new Facts(
                    then.account(),
                    then.settingOpen(),
                    then.others(),
                    people,
                    then.options(),
                    then.silent(),
                    then.wording(),
                    then.picture());
        });
    }

    /**
     * Whether the answer would read differently, had account, options and words then been as they are now. For somebody
     * who may not ask any more it does.
     */
    public Mono<Boolean> wouldDiffer(OpenAnswer open) {
        StoredDecision stored = open.decision();
        return open.mayAsk()
                ? decisions
                        .findGround(stored.account(), stored.askedBy(), CivilDay.of(clock.instant()))
                        .flatMap(now ->
                                decide.aside(Mono.fromSupplier(() -> differs(stored, then -> standingOn(now, then)))))
                : Mono.just(true);
    }

    /** An account that came to be used since is no change of an answer; one that no longer is, may be. */
    private static Facts standingOn(Ground now, Facts then) {
        Map<AccountId, AccountFacts> live =
                now.live().stream().collect(Collectors.toMap(AccountFacts::id, account -> account));
        return new Facts(
                now.account(),
                now.open(),
                then.others().stream()
                        .map(other -> live.get(other.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                then.people(),
                now.options(),
                then.silent(),
                now.wording(),
                then.picture());
    }

    /**
     * An answer whose rules are no longer known counts as different, and so does one that cannot be read: nothing about
     * an old answer may stand in the way of a change.
     */
    private boolean differs(StoredDecision stored, UnaryOperator<Facts> change) {
        RuleSet rules = RuleSet.find(stored.ruleSet()).orElse(null);
        if (rules == null) {
            return true;
        }
        try {
            Facts then = json.readValue(stored.facts(), StoredFacts.class).facts();
            Question question = json.readValue(stored.request(), Question.class);
            return !text(stored, question, then, rules).equals(text(stored, question, change.apply(then), rules));
        } catch (RuntimeException unreadable) {
            log.warn("Decision {} cannot be worked out again: {}", stored.id(), unreadable.getClass());
            return true;
        }
    }

    private String text(StoredDecision stored, Question question, Facts read, RuleSet rules) {
        return json.writeValueAsString(DecisionView.of(
                stored.id(),
                read.account(),
                stored.askedAt(),
                stored.plannedFor(),
                question,
                rules,
                MayWePost.decide(question, read, rules)));
    }

    private Present present(StoredDecision stored, Question question, Facts read, Decision decision, Instant moment) {
        RuleSet rules = RuleSet.CURRENT;
        DecisionView view = DecisionView.of(stored.id(), read.account(), moment, moment, question, rules, decision);
        List<Pictured> people = decision.people().stream()
                .filter(entry -> read.people().containsKey(entry.subject()))
                .map(entry -> {
                    PersonFacts person = Objects.requireNonNull(read.people().get(entry.subject()));
                    return new Pictured(
                            entry.subject(),
                            entry.name(),
                            person.version(),
                            entry.outcome() != Outcome.NOT_IDENTIFIABLE,
                            MayWePost.nameShown(question, read, rules, entry.subject()) == NameForm.FULL,
                            entry.outcome() == Outcome.CLEARED || entry.outcome() == Outcome.NOT_IDENTIFIABLE);
                })
                .toList();
        return new Present(
                json.valueToTree(view),
                rules.version(),
                decision,
                people,
                read.silent().isEmpty());
    }

    /** The question as it was kept, asked of another moment. */
    private Question question(StoredDecision stored, Instant moment) {
        ObjectNode request = (ObjectNode) json.readTree(stored.request());
        request.put("plannedFor", moment.toString());
        return json.treeToValue(request, Question.class);
    }
}
