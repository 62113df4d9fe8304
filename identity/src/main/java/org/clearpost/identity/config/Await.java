package org.clearpost.identity.config;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import reactor.core.publisher.Mono;

/**
 * Waits where Spring Security's filters need an answer on the spot: for five seconds, then the database counts as out of
 * reach. Controllers return publishers and do not wait.
 */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Await() {}

    public static <T> Optional<T> answer(Mono<T> work) {
        return work.timeout(PATIENCE)
                .onErrorMap(TimeoutException.class, late -> new RefusedException(KitProblem.UNAVAILABLE))
                .blockOptional();
    }
}
