package org.clearpost.media.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.access.Doors;
import org.clearpost.media.planning.RehearsalController.RehearsalRequest;
import org.clearpost.media.planning.RehearsalRepository.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries options out on the decisions of the last 90 days: each with the question, facts and rules it had, and the draft
 * values in place of the options of then. Nothing of it is kept but that it was done.
 *
 * <p>Decisions are read page by page, each in a transaction of its own, and worked out between them, so that no
 * connection waits for a thread.
 */
@Service
class RehearseOptions {

    private static final Duration BACK = Duration.ofDays(90);
    private static final int MOST = 2_000;
    private static final int PAGE = 100;

    /** Well within what a caller waits for an answer; what was not reached by then is said to be more. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final TenantTransaction transaction;
    private final Doors doors;
    private final RehearsalRepository decisions;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Scheduler rehearsing;
    private final Clock clock;

    RehearseOptions(
            TenantTransaction transaction,
            Doors doors,
            RehearsalRepository decisions,
            AuditLog audit,
            JsonMapper json,
            Scheduler rehearsingThreads,
            Clock clock) {
        this.transaction = transaction;
        this.doors = doors;
        this.decisions = decisions;
        this.audit = audit;
        this.json = json;
        this.rehearsing = rehearsingThreads;
        this.clock = clock;
    }

    /** What stays the same while the pages go by. */
    private record Run(
            Caller caller, UUID setting, DraftOptions draft, Instant since, Instant until, Rehearsal rehearsal) {}

    /** Who asks may do so, and whether they may see decisions. */
    private record Entered(DraftOptions draft, boolean seesDecisions) {}

    Mono<RehearsalView> rehearse(Caller caller, UUID setting, RehearsalRequest request) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return enter(caller, setting, request).flatMap(entered -> {
                Run run =
                        new Run(caller, setting, entered.draft(), now.minus(BACK), now.plus(LONGEST), new Rehearsal());
                return from(run, null)
                        .then(Mono.fromSupplier(() ->
                                RehearsalView.of(setting, run.since(), run.rehearsal(), entered.seesDecisions())));
            });
        });
    }

    private Mono<Entered> enter(Caller caller, UUID setting, RehearsalRequest request) {
        return transaction.within(
                caller,
                doors.rehearses(caller, setting)
                        .flatMap(allowed -> doors.openly(allowed, caller, setting))
                        .then(Mono.fromSupplier(() -> DraftOptions.read(request.options())))
                        .flatMap(draft -> doors.asks(caller, setting).map(sees -> new Entered(draft, sees)))
                        .flatMap(entered -> audit.record(caller, "options.rehearsed", "setting", setting, setting)
                                .thenReturn(entered)));
    }

    private Mono<Void> from(Run run, @Nullable Kept last) {
        return transaction
                .within(
                        run.caller(),
                        decisions
                                .page(run.setting(), run.since(), last, PAGE + 1)
                                .collectList())
                .flatMap(found -> Mono.fromRunnable(() -> workOut(run, found))
                        .subscribeOn(rehearsing)
                        .onErrorMap(RejectedExecutionException.class, busy -> new RefusedException(KitProblem.TOO_MANY))
                        .then(Mono.defer(
                                () -> found.size() <= PAGE || run.rehearsal().more()
                                        ? Mono.empty()
                                        : from(run, found.get(PAGE - 1)))));
    }

    private void workOut(Run run, List<Kept> found) {
        Rehearsal rehearsal = run.rehearsal();
        for (Kept kept : found.subList(0, Math.min(PAGE, found.size()))) {
            if (rehearsal.seen() >= MOST || clock.instant().isAfter(run.until())) {
                rehearsal.thereAreMore();
                return;
            }
            WorkedOut.under(run.draft(), kept, json).ifPresentOrElse(rehearsal::add, rehearsal::addUnreadable);
        }
    }
}
