package org.clearpost.kit.outbox;

import java.time.Duration;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Wakes readers that wait at the feed as soon as an event has committed here; a slow tick covers other instances. */
public final class OutboxSignal {

    private static final Duration TICK = Duration.ofMillis(400);

    private final Sinks.Many<Boolean> committed = Sinks.many().multicast().directBestEffort();

    Mono<Void> afterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(manager -> manager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> committed.tryEmitNext(true));
                    }
                }))
                .then();
    }

    /** Emits whenever it is worth looking for new events. */
    public Flux<Boolean> worthLooking() {
        return Flux.merge(committed.asFlux(), Flux.interval(TICK).map(tick -> true))
                .onBackpressureLatest();
    }
}
