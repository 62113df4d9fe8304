package org.clearpost.kit.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Gets this service's own tokens for reading feeds, one audience each, and keeps them until shortly before they end. */
final class ServiceTokens {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final WebClient services;
    private final Clock clock;
    private final String clientId;
    private final String secret;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    ServiceTokens(WebClient services, Clock clock, String clientId, String secret) {
        this.services = services;
        this.clock = clock;
        this.clientId = clientId;
        this.secret = secret;
    }

    Mono<String> feedToken(String audience) {
        return Mono.defer(() -> {
            Token token = kept.get(audience);
            return token != null && clock.instant().isBefore(token.renewAt())
                    ? Mono.just(token.text())
                    : fetch(audience);
        });
    }

    private Mono<String> fetch(String audience) {
        return services.post()
                .uri("http://identity/oauth2/token")
                .headers(headers -> headers.setBasicAuth(clientId, secret))
                .body(BodyInserters.fromFormData("grant_type", "client_credentials")
                        .with("scope", "feed")
                        .with("audience", audience))
                .retrieve()
                .bodyToMono(TokenAnswer.class)
                .map(answer -> keep(audience, answer));
    }

    private String keep(String audience, TokenAnswer answer) {
        Instant renewAt = clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN);
        kept.put(audience, new Token(answer.accessToken(), renewAt));
        return answer.accessToken();
    }

    private record Token(String text, Instant renewAt) {}

    /** The part of an OAuth 2.0 token answer that is used here; other members are passed over. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken, @JsonProperty("expires_in") long expiresIn) {}
}
