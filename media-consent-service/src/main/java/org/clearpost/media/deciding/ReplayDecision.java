package org.clearpost.media.deciding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.DecisionRepository.ConsentRow;
import org.clearpost.media.deciding.Replay.Mismatch;
import org.clearpost.media.deciding.Replay.Part;
import org.clearpost.media.model.ConsentFact;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.PersonFacts;
import org.clearpost.media.model.RuleSet;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works a decision out again: from the facts kept with it, by the rules of that time, and sees that the rows it read can
 * have been what it says they were.
 */
@Service
class ReplayDecision {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final DecisionRepository decisions;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    ReplayDecision(
            TenantTransaction transaction,
            Doors doors,
            DecisionRepository decisions,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.decisions = decisions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What came out, and everything that does not agree. {@code same} means: not one byte differs. */
    record ReplayView(UUID decisionId, String ruleSet, boolean same, Instant replayedAt, List<Mismatch> mismatches) {}

    Mono<ReplayView> replay(Caller caller, UUID decision) {
        return transaction.within(
                caller,
                decisions
                        .findStored(decision)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(KitProblem.NOT_FOUND)))
                        .flatMap(stored -> doors.asks(caller, stored.setting())
                                .flatMap(doors::hidden)
                                .then(Mono.defer(() -> doors.openly(
                                        Access.handlesConsent(caller, stored.setting()), caller, stored.setting())))
                                .then(audit.record(caller, "decision.replayed", "decision", decision, stored.setting()))
                                .then(Mono.defer(() -> replay(stored)))));
    }

    private Mono<ReplayView> replay(StoredDecision stored) {
        Replay.Outcome outcome = new Replay(json, RuleSet::find).run(stored);
        return rows(stored).map(changed -> {
            List<Mismatch> all = new ArrayList<>(outcome.mismatches());
            all.addAll(changed);
            return new ReplayView(
                    stored.id(),
                    stored.ruleSet(),
                    all.isEmpty(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    all);
        });
    }

    /** Compares what was read with the rows of today: the same revision says the same, and none was read before it was. */
    private Mono<List<Mismatch>> rows(StoredDecision stored) {
        Facts facts;
        try {
            facts = json.readValue(stored.facts(), StoredFacts.class).facts();
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            return Mono.just(List.of());
        }
        UUID[] people =
                facts.people().keySet().stream().map(id -> id.value()).sorted().toArray(UUID[]::new);
        UUID[] consents = facts.people().values().stream()
                .flatMap(person -> person.consents().stream())
                .map(ConsentFact::id)
                .toArray(UUID[]::new);
        return decisions
                .versions(people)
                .zipWith(decisions.consents(consents).collectMap(ConsentRow::id))
                .map(read -> mismatches(facts, read.getT1(), read.getT2()));
    }

    private static List<Mismatch> mismatches(Facts facts, Map<UUID, Integer> versions, Map<UUID, ConsentRow> consents) {
        List<Mismatch> found = new ArrayList<>();
        for (PersonFacts person : facts.people().values()) {
            UUID id = person.id().value();
            Integer reached = versions.get(id);
            if (reached == null || reached < person.version()) {
                found.add(new Mismatch(
                        Part.ROWS, "/people/" + id, "This person's record had not reached the version that was read."));
            }
            for (ConsentFact read : person.consents()) {
                ConsentRow row = consents.get(read.id());
                if (row == null || !row.subject().equals(id) || !canHaveBeen(read, row)) {
                    found.add(new Mismatch(
                            Part.ROWS, "/consents/" + read.id(), "This answer on file is not the one that was read."));
                }
            }
        }
        return found;
    }

    private static boolean canHaveBeen(ConsentFact read, ConsentRow row) {
        String channel = read.channel() == null ? null : read.channel().name();
        if (row.revision() < read.revision()
                || !row.purpose().equals(read.purpose().name())
                || !java.util.Objects.equals(row.channel(), channel)) {
            return false;
        }
        return row.revision() > read.revision()
                || (row.state().equals(read.state().name())
                        && java.util.Objects.equals(row.validUntil(), read.validUntil()));
    }
}
