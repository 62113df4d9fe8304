package org.clearpost.kit.reactive;

import java.util.List;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses to write while a feed that says who may do what has been silent too long: could not ask is never yes. */
final class FeedGuard implements WebFilter {

    private final FeedAges ages;
    private final List<String> needed;

    FeedGuard(FeedAges ages, List<String> needed) {
        this.ages = ages;
        this.needed = needed;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isWrite(exchange.getRequest()) && !needed.stream().allMatch(ages::connected)) {
            return Mono.error(new RefusedException(KitProblem.FEED_SILENT));
        }
        return chain.filter(exchange);
    }

    /** By method alone: a path has more than one spelling, and nothing outside the interface is written anyway. */
    private static boolean isWrite(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }
}
