package org.clearpost.gateway.session;

import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells a page whether somebody is signed in and hands it the token its writes must carry. Asking is not use: a page that
 * asks by itself keeps nobody signed in. A page whose reader is still there says so with a POST.
 */
@RestController
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * What a page needs to know.
     *
     * @param signedIn whether somebody is signed in
     * @param idleSeconds seconds left until log-off if nothing is asked in the meantime; 0 when signed out
     */
    record SessionView(boolean signedIn, long idleSeconds) {}

    @GetMapping("/api/session")
    Mono<SessionView> session(ServerWebExchange exchange) {
        Mono<CsrfToken> pageToken = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return pageToken.then(Mono.fromSupplier(() -> view(sessions.find(exchange))));
    }

    @PostMapping("/api/session")
    SessionView stillHere(ServerWebExchange exchange) {
        Session session = sessions.find(exchange);
        if (session == null) {
            throw Refusal.of(GatewayProblem.SIGNED_OUT);
        }
        sessions.use(session);
        return view(session);
    }

    private SessionView view(@Nullable Session session) {
        return session == null
                ? new SessionView(false, 0)
                : new SessionView(true, sessions.left(session).toSeconds());
    }
}
