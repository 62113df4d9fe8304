package org.clearpost.gateway.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.GatewaySettings.SessionSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Everybody signed in, in memory and bounded: when full, the session idle for longest gives way.
 *
 * <p>An expired session is never returned, swept or not.
 */
@Component
public class Sessions {

    /**
     * The {@code __Host-} prefix makes browsers insist on Secure, Path=/ and no Domain, so that no sibling host can plant
     * one. Chromium and Firefox accept it on http://localhost too.
     */
    static final String COOKIE = "__Host-clearpost";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConcurrentHashMap<String, Session> held = new ConcurrentHashMap<>();
    private final SessionSettings settings;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    Sessions(GatewaySettings settings, TokenEndpoint endpoint, Clock clock) {
        this.settings = settings.sessions();
        this.endpoint = endpoint;
        this.clock = clock;
    }

    static String randomId() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Starts a session under a new id; a session the browser already had ends. */
    Session start(ServerWebExchange exchange, String person, AccessToken access, @Nullable String refreshToken) {
        Session before = find(exchange);
        if (before != null) {
            before.end();
        }
        makeRoom();
        Session session = new Session(
                randomId(), person, access, refreshToken, endpoint, clock, ended -> held.remove(ended.id(), ended));
        held.put(session.id(), session);
        exchange.getResponse().addCookie(cookie(session.id(), Duration.ofSeconds(-1)));
        return session;
    }

    @Nullable Session find(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        Session session = cookie == null ? null : held.get(cookie.getValue());
        if (session != null && left(session).compareTo(Duration.ZERO) <= 0) {
            session.end();
            return null;
        }
        return session;
    }

    /** The key to count a browser's requests under, if somebody is signed in there. Does not count as use. */
    public @Nullable String limitKey(ServerWebExchange exchange) {
        Session session = find(exchange);
        return session == null ? null : session.limitKey();
    }

    Duration left(Session session) {
        return session.left(clock.instant(), settings.idle(), settings.absolute());
    }

    void use(Session session) {
        session.use(clock.instant());
    }

    /** Takes the cookie away from the browser. */
    public void expireCookie(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("", Duration.ZERO));
    }

    @Scheduled(fixedDelay = 10_000)
    void sweep() {
        held.values().stream()
                .filter(session -> left(session).compareTo(Duration.ZERO) <= 0)
                .forEach(Session::end);
    }

    int count() {
        return held.size();
    }

    private void makeRoom() {
        if (held.size() < settings.most()) {
            return;
        }
        sweep();
        while (held.size() >= settings.most()) {
            held.values().stream()
                    .min(Comparator.comparing(Session::lastUsedAt))
                    .ifPresent(Session::end);
        }
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
