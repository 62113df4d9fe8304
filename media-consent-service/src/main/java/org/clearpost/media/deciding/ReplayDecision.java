package org.clearpost.media.deciding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Access;
import org.clearpost.media.access.Doors;
import org.clearpost.media.deciding.Replay.Basis;
import org.clearpost.media.deciding.Replay.Mismatch;
import org.clearpost.media.model.RuleSet;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Works a decision out again: by the rules of that time, from the versions of rows that it recorded to have read. */
@Service
class ReplayDecision {

    private final TenantTransaction transaction;
    private final Doors doors;
    private final DecisionRepository decisions;
    private final PastRepository past;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    ReplayDecision(
            TenantTransaction transaction,
            Doors doors,
            DecisionRepository decisions,
            PastRepository past,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.decisions = decisions;
        this.past = past;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came out.
     *
     * @param same not one byte differs, and the rows tell what the sealed facts tell
     * @param basis what was read again from rows, and what was taken from the sealed copy
     * @param notChecked rules that nobody checked, then or now, as they are not built yet
     */
    record ReplayView(
            UUID decisionId,
            String ruleSet,
            boolean same,
            Instant replayedAt,
            List<Mismatch> mismatches,
            List<Basis> basis,
            List<String> notChecked) {}

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
        Replay replay = new Replay(json, RuleSet::find);
        return Mono.justOrEmpty(replay.read(stored))
                .flatMap(kept -> past.of(stored, kept.question(), kept.facts()))
                .defaultIfEmpty(Past.UNKNOWN)
                .map(rows -> replay.run(stored, rows))
                .map(outcome -> new ReplayView(
                        stored.id(),
                        stored.ruleSet(),
                        outcome.mismatches().isEmpty(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        outcome.mismatches(),
                        outcome.basis(),
                        outcome.notChecked()));
    }
}
