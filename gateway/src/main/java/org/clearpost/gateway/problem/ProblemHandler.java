package org.clearpost.gateway.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Whatever goes wrong leaves as a problem: fixed sentence outside, detail once in the log under the trace id. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(fault);
        }
        Refusal refusal = refusalFor(fault);
        if (refusal.problem() == GatewayProblem.FAILED) {
            log.error("Request {} failed", TraceId.of(exchange), fault);
        } else if (refusal.problem().status().is5xxServerError()) {
            log.warn("Request {} could not be answered: {}", TraceId.of(exchange), reason(fault));
        }
        return problems.write(exchange, refusal.problem(), refusal.retryAfter());
    }

    static Refusal refusalFor(Throwable fault) {
        if (fault instanceof Refusal refusal) {
            return refusal;
        }
        if (fault instanceof DataBufferLimitException) {
            return Refusal.of(GatewayProblem.TOO_LARGE);
        }
        // The caller hung up before the end of the request: nobody hears the answer, and nothing of ours has failed.
        if (fault instanceof AbortedException) {
            return Refusal.of(GatewayProblem.MALFORMED);
        }
        if (fault instanceof CallNotPermittedException || fault instanceof BulkheadFullException) {
            return Refusal.retryAfter(GatewayProblem.UNAVAILABLE, Duration.ofSeconds(1));
        }
        if (fault instanceof TimeoutException
                || fault instanceof IOException
                || fault instanceof WebClientRequestException) {
            return Refusal.unavailable(fault);
        }
        if (fault instanceof ResponseStatusException answer) {
            return refusalFor(answer.getStatusCode());
        }
        return Refusal.of(GatewayProblem.FAILED);
    }

    private static Refusal refusalFor(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> Refusal.of(GatewayProblem.MALFORMED);
            case 404 -> Refusal.of(GatewayProblem.NOT_FOUND);
            case 405 -> Refusal.of(GatewayProblem.METHOD);
            case 406, 415 -> Refusal.of(GatewayProblem.UNSUPPORTED);
            case 413 -> Refusal.of(GatewayProblem.TOO_LARGE);
            case 503, 504 -> Refusal.unavailable(null);
            default -> Refusal.of(GatewayProblem.FAILED);
        };
    }

    /** Types, not messages: a message may quote an address with somebody's search in it. */
    private static String reason(Throwable fault) {
        Throwable cause = fault.getCause();
        return fault.getClass().getSimpleName()
                + (cause == null ? "" : " < " + cause.getClass().getSimpleName());
    }
}
