package org.clearpost.gateway.route;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/**
 * Places for uploads, which are held in memory whole: few in all, and never more than two of them for one caller, so that
 * nobody alone keeps the others out.
 */
final class UploadPlaces {

    private static final int EACH = 2;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final Bulkhead all;

    UploadPlaces(Bulkhead all) {
        this.all = all;
    }

    /** Holds a place for as long as {@code upload} runs, however it ends. */
    Mono<Void> hold(String caller, Mono<Void> upload) {
        return Mono.using(
                () -> take(caller), place -> upload.transformDeferred(BulkheadOperator.of(all)), this::giveBack);
    }

    private String take(String caller) {
        taken.merge(caller, 1, (held, one) -> {
            if (held >= EACH) {
                throw Refusal.retryAfter(GatewayProblem.TOO_MANY, WAIT);
            }
            return held + one;
        });
        return caller;
    }

    private void giveBack(String caller) {
        taken.computeIfPresent(caller, (key, held) -> held == 1 ? null : held - 1);
    }
}
