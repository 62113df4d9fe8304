package org.clearpost.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clearpost.gateway.GatewaySettings;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sets the safety headers of every answer in one place, whoever wrote it, and counts the answer.
 *
 * <p>API answers are never stored by anybody. A page keeps the content policy it was written with; anything else may
 * load nothing at all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

    private static final List<String> UNSAID = List.of("Server", "X-Powered-By", "X-Application-Context");
    private static final String POLICY = "Content-Security-Policy";

    private final boolean https;
    private final MeterRegistry meters;

    AnswerHeaders(GatewaySettings settings, MeterRegistry meters) {
        this.https = settings.https();
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long began = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> {
            describe(exchange);
            count(exchange, System.nanoTime() - began);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void describe(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String path = Paths.of(exchange.getRequest());
        UNSAID.forEach(headers::remove);
        headers.set("X-Content-Type-Options", "nosniff");
        // Login forms are posted by navigation: without a referrer the browser would send "Origin: null" with them.
        headers.set("Referrer-Policy", Paths.isIdentitys(path) ? "same-origin" : "no-referrer");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.containsHeader(POLICY)) {
            headers.set(POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        }
        if (Paths.isApi(path) || !headers.containsHeader(HttpHeaders.CACHE_CONTROL) || isError(exchange)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isError(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null && status.isError();
    }

    private void count(ServerWebExchange exchange, long nanos) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        String outcome = status == null ? "2xx" : status.value() / 100 + "xx";
        meters.timer("clearpost.gateway.requests", "route", route == null ? "own" : route.getId(), "outcome", outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
