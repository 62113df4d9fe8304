package org.clearpost.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * One service as the gateway calls it: within a time, through a circuit breaker, and a second time only for reads that
 * found nobody listening.
 *
 * <p>A service that refuses, or says in its own words that it cannot answer now, is alive and does not count against
 * itself; one that is silent, breaks off or fails does. No instance at all does not count either: the first one to
 * register is called at once.
 */
final class Upstream {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;

    Upstream(CircuitBreaker breaker, TimeLimiter limiter) {
        this.breaker = breaker;
        this.limiter = limiter;
    }

    /** Completes when the head of the answer is there. */
    Mono<Void> call(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> attempt = attempt(exchange, chain);
        if (!READS.contains(exchange.getRequest().getMethod())) {
            return attempt;
        }
        return attempt.onErrorResume(IOException.class, broken -> {
            forgetAnswer(exchange);
            return attempt(exchange, chain);
        });
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .then(Mono.<Void>defer(() -> failed(exchange) ? Mono.error(new FailedAnswer()) : Mono.empty()))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(FailedAnswer.class, counted -> Mono.empty());
    }

    private static boolean failed(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null && status.is5xxServerError() && !(status.value() == 503 && isProblem(exchange));
    }

    static boolean isProblem(ServerWebExchange exchange) {
        return MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(
                exchange.getResponse().getHeaders().getContentType());
    }

    /** Makes the exchange ready to be sent again or answered by us. */
    static void forgetAnswer(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
        exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
        ServerWebExchangeUtils.reset(exchange);
        exchange.getResponse().setStatusCode(null);
    }

    /** Tells the breaker about an answer that is still passed on. */
    private static final class FailedAnswer extends RuntimeException {

        private FailedAnswer() {
            super(null, null, false, false);
        }
    }
}
