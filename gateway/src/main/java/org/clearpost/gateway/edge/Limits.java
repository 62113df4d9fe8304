package org.clearpost.gateway.edge;

import java.time.Duration;
import org.clearpost.gateway.CallerAddresses;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Problems;
import org.clearpost.gateway.session.ApiClients;
import org.clearpost.gateway.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Requests are counted per session, per API client, and per address for everybody else; trying passwords, starting
 * to sign in, asking for tokens and setting up are counted strictly per address. A school behind one address is many people: only what is not
 * signed in shares its allowance.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Limits implements WebFilter {

    private final Sessions sessions;
    private final ApiClients clients;
    private final CallerAddresses addresses;
    private final Problems problems;
    private final RateLimit caller;
    private final RateLimit address;
    private final RateLimit login;
    private final RateLimit authorize;
    private final RateLimit token;
    private final RateLimit setup;
    private final RateLimit family;

    Limits(
            GatewaySettings settings,
            Sessions sessions,
            ApiClients clients,
            CallerAddresses addresses,
            Problems problems) {
        this.sessions = sessions;
        this.clients = clients;
        this.addresses = addresses;
        this.problems = problems;
        this.caller = limit(settings, "caller");
        this.address = limit(settings, "address");
        this.login = limit(settings, "login");
        this.authorize = limit(settings, "authorize");
        this.token = limit(settings, "token");
        this.setup = limit(settings, "setup");
        this.family = limit(settings, "family");
    }

    private static RateLimit limit(GatewaySettings settings, String name) {
        GatewaySettings.Limit limit = settings.limits().get(name);
        if (limit == null) {
            throw new IllegalStateException("clearpost.limits." + name + " is not set");
        }
        return new RateLimit(limit);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long wait = wait(exchange, System.nanoTime());
        return wait == 0
                ? chain.filter(exchange)
                : problems.write(exchange, GatewayProblem.TOO_MANY, Duration.ofNanos(wait + 999_999_999));
    }

    private long wait(ServerWebExchange exchange, long now) {
        String from = addresses.network(exchange.getRequest());
        RateLimit strict = strict(exchange.getRequest());
        if (strict != null) {
            long wait = strict.take(from, now);
            if (wait > 0) {
                return wait;
            }
        }
        String known = knownCaller(exchange);
        return known == null ? address.take(from, now) : caller.take(known, now);
    }

    private @Nullable String knownCaller(ServerWebExchange exchange) {
        String bearer = ApiClients.bearer(exchange);
        return bearer == null ? sessions.limitKey(exchange) : clients.limitKey(bearer);
    }

    private @Nullable RateLimit strict(ServerHttpRequest request) {
        String path = Paths.of(request);
        boolean writes = HttpMethod.POST.equals(request.getMethod());
        if (writes && (path.equals("/login") || path.equals("/password"))) {
            return login;
        }
        if (path.equals("/oauth2/authorize")) {
            return authorize;
        }
        if (path.equals("/oauth2/token")) {
            return token;
        }
        if (writes && path.equals("/api/directory/setup")) {
            return setup;
        }
        if (path.startsWith("/api/family/")) {
            return family;
        }
        return null;
    }
}
