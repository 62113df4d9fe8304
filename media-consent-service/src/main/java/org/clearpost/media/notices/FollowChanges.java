package org.clearpost.media.notices;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.media.notices.GroundChangeRepository.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Tells askers of changes of options, accounts, contributors and words, in a step of its own after each: whoever makes
 * the change, be it a feed, waits for nobody to be told, and none is forgotten when this stops half-way.
 */
@Service
class FollowChanges {

    private static final Logger log = LoggerFactory.getLogger(FollowChanges.class);

    private final TenantTransaction transaction;
    private final GroundChangeRepository changes;
    private final TellAskers askers;
    private final Clock clock;

    FollowChanges(TenantTransaction transaction, GroundChangeRepository changes, TellAskers askers, Clock clock) {
        this.transaction = transaction;
        this.changes = changes;
        this.askers = askers;
        this.clock = clock;
    }

    Mono<Void> follow() {
        return transaction
                .across(changes.places().collectList())
                .flatMapIterable(places -> places)
                .concatMap(place -> follow(place).onErrorResume(failure -> {
                    log.warn("Askers at {} will be told at the next look: {}", place.setting(), failure.toString());
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> follow(Place place) {
        return transaction.asSystem(
                place.group(),
                changes.take(place.setting())
                        .filter(taken -> taken)
                        .flatMap(taken -> askers.ofGround(
                                place.group(), place.setting(), clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }
}
