package org.clearpost.gateway.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Callers that ask for the same thing at the same time share one call; a failure is shared too, but not remembered. */
final class SharedCalls<T> {

    private final ConcurrentHashMap<String, Mono<T>> running = new ConcurrentHashMap<>();

    Mono<T> share(String key, Supplier<Mono<T>> call) {
        // Forgotten before anybody hears the outcome: who asks after that asks anew. cache() keeps the call going when
        // the caller that started it disconnects, because the others still wait for it.
        return Mono.defer(() -> running.computeIfAbsent(
                key,
                k -> Mono.defer(call).doOnTerminate(() -> running.remove(k)).cache()));
    }
}
