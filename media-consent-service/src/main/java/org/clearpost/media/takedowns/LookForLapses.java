package org.clearpost.media.takedowns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Has posts taken down that show somebody whose clearance ended by time alone. What ends by a step somebody takes is seen
 * in the transaction of that step.
 */
@Service
class LookForLapses {

    private static final Logger log = LoggerFactory.getLogger(LookForLapses.class);

    /** People handled with one statement each. */
    private static final int TOGETHER = 500;

    private final TenantTransaction transaction;
    private final LapseRepository lapses;
    private final OpenTakedowns takedowns;
    private final Clock clock;

    LookForLapses(TenantTransaction transaction, LapseRepository lapses, OpenTakedowns takedowns, Clock clock) {
        this.transaction = transaction;
        this.lapses = lapses;
        this.takedowns = takedowns;
        this.clock = clock;
    }

    /** Looks at every group. One that fails is looked at again next time, from where it was. */
    Mono<Void> look() {
        return transaction
                .across(lapses.groups().collectList())
                .flatMapIterable(groups -> groups)
                .concatMap(group -> look(group).onErrorResume(failure -> {
                    log.warn("Group {} will be looked at again: {}", group, failure.toString());
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> look(UUID group) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.asSystem(group, lapses.lookedUntil(group).flatMap(last -> lapses.endedSince(last, now)
                .collectList()
                .flatMapIterable(ended -> ended)
                .buffer(TOGETHER)
                .concatMap(people -> takedowns.forSubjects(group, people, Reason.LAPSED, now))
                .then(Mono.defer(() -> lapses.lookedUntil(group, now)))));
    }
}
