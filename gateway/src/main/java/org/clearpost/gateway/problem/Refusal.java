package org.clearpost.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stops a request with one of the published problems; carries no stack trace because it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private final GatewayProblem problem;
    private final @Nullable Duration retryAfter;

    private Refusal(GatewayProblem problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(problem.code(), cause, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Refusal of(GatewayProblem problem) {
        return new Refusal(problem, null, null);
    }

    public static Refusal retryAfter(GatewayProblem problem, Duration wait) {
        return new Refusal(problem, wait, null);
    }

    /** Could not ask: never to be read as "no". */
    public static Refusal unavailable(@Nullable Throwable cause) {
        return new Refusal(GatewayProblem.UNAVAILABLE, Duration.ofSeconds(2), cause);
    }

    public GatewayProblem problem() {
        return problem;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
