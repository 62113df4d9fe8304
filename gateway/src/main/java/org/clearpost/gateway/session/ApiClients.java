package org.clearpost.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import org.clearpost.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * API clients that have shown a valid token lately, known by the token's hash until the token ends.
 *
 * <p>No session is made for them. A person's own token is not accepted here: it never leaves the gateway, so whoever
 * shows one has stolen it.
 */
@Component
public class ApiClients {

    private static final int MOST = 10_000;

    private final ConcurrentHashMap<String, ApiClient> known = new ConcurrentHashMap<>();
    private final ReactiveJwtDecoder decoder;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    ApiClients(ReactiveJwtDecoder apiTokenDecoder, TokenEndpoint endpoint, Clock clock) {
        this.decoder = apiTokenDecoder;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** The bearer token of a request, if it carries one. */
    public static @Nullable String bearer(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).trim()
                : null;
    }

    /** The key to count a client's requests under, once its token has been found valid. */
    public @Nullable String limitKey(String token) {
        ApiClient client = known.get(hash(token));
        return client == null ? null : client.limitKey();
    }

    /** Empty when the token is not a valid API client token; an error when that could not be found out. */
    Mono<ApiClient> recognise(String token) {
        String hash = hash(token);
        ApiClient seen = known.get(hash);
        if (seen != null) {
            if (clock.instant().isBefore(seen.until)) {
                return Mono.just(seen);
            }
            seen.end();
        }
        return decoder.decode(token)
                .filter(jwt -> "CLIENT".equals(jwt.getClaimAsString("kind")) && jwt.getSubject() != null)
                .map(jwt -> remember(hash, jwt))
                .onErrorResume(BadJwtException.class, invalid -> Mono.empty())
                .onErrorMap(fault -> !(fault instanceof Refusal), Refusal::unavailable);
    }

    private ApiClient remember(String hash, Jwt jwt) {
        Instant until = jwt.getExpiresAt() == null ? clock.instant() : jwt.getExpiresAt();
        ApiClient client = new ApiClient(hash, String.valueOf(jwt.getSubject()), jwt.getTokenValue(), until);
        if (known.size() >= MOST) {
            sweep();
        }
        // Full of live tokens: this one is simply checked again next time.
        if (known.size() < MOST) {
            known.put(hash, client);
        }
        return client;
    }

    @Scheduled(fixedDelay = 10_000)
    void sweep() {
        Instant now = clock.instant();
        known.values().removeIf(client -> !now.isBefore(client.until));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One API client under one of its tokens. */
    final class ApiClient implements TokenHolder {

        private final String hash;
        private final String client;
        private final Instant until;
        private final AudienceTokens tokens;

        private ApiClient(String hash, String client, String token, Instant until) {
            this.hash = hash;
            this.client = client;
            this.until = until;
            this.tokens = new AudienceTokens(audience -> endpoint.exchange(token, audience), clock);
        }

        String client() {
            return client;
        }

        @Override
        public Mono<String> tokenFor(String audience) {
            return tokens.tokenFor(audience);
        }

        @Override
        public void forget(String audience, String token) {
            tokens.forget(audience, token);
        }

        @Override
        public void end() {
            known.remove(hash, this);
        }

        @Override
        public String limitKey() {
            return "c:" + client;
        }

        @Override
        public String owner() {
            return limitKey();
        }
    }
}
