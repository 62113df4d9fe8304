package org.clearpost.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Logins that have begun and not come back yet, bound to the browser that began them.
 *
 * <p>Kept apart from sessions and bounded, so that a flood of begun logins pushes out other begun logins and never
 * somebody signed in. Several tabs may be logging in at once.
 */
@Component
class PendingLogins implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "__Host-clearpost-login";

    private static final int MOST = 10_000;
    private static final Duration TIME = Duration.ofMinutes(10);

    private record Pending(OAuth2AuthorizationRequest request, Instant until) {}

    private final Map<String, Pending> pending = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    PendingLogins(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            HttpCookie known = exchange.getRequest().getCookies().getFirst(COOKIE);
            String browser = known != null && known.getValue().length() == 43 ? known.getValue() : Sessions.randomId();
            synchronized (pending) {
                pending.put(
                        browser + request.getState(),
                        new Pending(request, clock.instant().plus(TIME)));
            }
            exchange.getResponse().addCookie(cookie(browser, TIME));
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            String key = key(exchange);
            if (key == null) {
                return Mono.empty();
            }
            synchronized (pending) {
                return usable(pending.get(key));
            }
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            String key = key(exchange);
            if (key == null) {
                return Mono.empty();
            }
            synchronized (pending) {
                return usable(pending.remove(key));
            }
        });
    }

    private Mono<OAuth2AuthorizationRequest> usable(@Nullable Pending found) {
        return found == null || found.until().isBefore(clock.instant()) ? Mono.empty() : Mono.just(found.request());
    }

    private static @Nullable String key(ServerWebExchange exchange) {
        HttpCookie browser = exchange.getRequest().getCookies().getFirst(COOKIE);
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        return browser == null || state == null ? null : browser.getValue() + state;
    }

    private static ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
    }
}
