package org.clearpost.gateway.route;

import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Problems;
import org.clearpost.gateway.session.TokenHolder;
import org.clearpost.gateway.session.Visitors;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets the family pages ask with the gateway's own token, whoever may be signed in at the same browser.
 *
 * <p>A write needs a header that no page of another site can send without being let; beside it stand the check of the
 * origin and the cookie, which is SameSite=Strict.
 */
final class FamilyCalls implements GatewayFilter, Ordered {

    static final String HEADER = "X-Clearpost-Family";

    private final Visitors visitors;
    private final Problems problems;

    FamilyCalls(Visitors visitors, Problems problems) {
        this.visitors = visitors;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && !exchange.getRequest().getHeaders().containsHeader(HEADER)) {
            return problems.write(exchange, GatewayProblem.CSRF);
        }
        exchange.getAttributes().put(TokenHolder.ATTRIBUTE, visitors);
        return chain.filter(exchange);
    }
}
