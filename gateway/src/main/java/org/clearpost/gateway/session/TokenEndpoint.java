package org.clearpost.gateway.session;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.BodyInserters.FormInserter;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Identity's token endpoint, found through discovery.
 *
 * <p>Keeps two answers apart: "no longer" (the person or client is refused, {@link AccessEndedException}) and "could not
 * ask" (503). Only the first ends a session.
 */
@Component
class TokenEndpoint {

    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final Logger log = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> REFUSED = Set.of("invalid_grant", "access_denied", "invalid_token");
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final WebClient identity;
    private final GatewaySettings settings;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final MeterRegistry meters;
    private final Clock clock;

    TokenEndpoint(
            WebClient identityClient,
            GatewaySettings settings,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters,
            MeterRegistry meters,
            Clock clock) {
        this.identity = identityClient;
        this.settings = settings;
        this.breaker = breakers.circuitBreaker("to-identity");
        this.limiter = limiters.timeLimiter("to-identity");
        this.meters = meters;
        this.clock = clock;
    }

    /** What a refresh brings: identity may hand out a new refresh token with it. */
    record Refreshed(AccessToken access, @Nullable String refreshToken) {}

    Mono<AccessToken> exchange(String subjectToken, String audience) {
        return timed(
                        audience,
                        ask(BodyInserters.fromFormData("grant_type", EXCHANGE)
                                .with("subject_token", subjectToken)
                                .with("subject_token_type", ACCESS_TOKEN)
                                .with("requested_token_type", ACCESS_TOKEN)
                                .with("audience", audience)))
                .map(this::accessToken);
    }

    /** A token for calls of people who are not signed in. It vouches for nobody. */
    Mono<AccessToken> visitors(String audience) {
        return timed(
                        audience,
                        ask(BodyInserters.fromFormData("grant_type", "client_credentials")
                                .with("scope", "visitors")
                                .with("audience", audience)))
                .map(this::accessToken);
    }

    Mono<Refreshed> refresh(String refreshToken) {
        return timed(
                        "gateway",
                        ask(BodyInserters.fromFormData("grant_type", "refresh_token")
                                .with("refresh_token", refreshToken)))
                .map(answer -> new Refreshed(
                        accessToken(answer), answer.get("refresh_token") instanceof String next ? next : null));
    }

    /** Tells identity that nobody will use this login any more. Logging off does not depend on its being heard. */
    Mono<Void> revoke(String refreshToken) {
        return identity.post()
                .uri("http://identity/oauth2/revoke")
                .headers(headers -> headers.setBasicAuth("gateway", settings.clientSecret()))
                .body(BodyInserters.fromFormData("token", refreshToken).with("token_type_hint", "refresh_token"))
                .exchangeToMono(ClientResponse::releaseBody)
                .timeout(Duration.ofSeconds(2))
                .doOnError(fault -> log.warn(
                        "Identity was not told of a log-off: {}",
                        fault.getClass().getSimpleName()))
                .onErrorComplete();
    }

    private Mono<Map<String, Object>> ask(FormInserter<String> form) {
        return identity.post()
                .uri("http://identity/oauth2/token")
                .headers(headers -> headers.setBasicAuth("gateway", settings.clientSecret()))
                .body(form)
                .exchangeToMono(TokenEndpoint::read)
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(fault -> !(fault instanceof AccessEndedException), Refusal::unavailable);
    }

    private static Mono<Map<String, Object>> read(ClientResponse response) {
        int status = response.statusCode().value();
        if (status == 200) {
            return response.bodyToMono(JSON)
                    .filter(answer -> answer.get("access_token") instanceof String)
                    .switchIfEmpty(Mono.error(new IllegalStateException("identity answered without a token")));
        }
        if (status == 400 || status == 401 || status == 403) {
            return response.bodyToMono(JSON).defaultIfEmpty(Map.of()).flatMap(answer -> {
                String error = String.valueOf(answer.get("error"));
                if (REFUSED.contains(error)) {
                    return Mono.error(new AccessEndedException(error));
                }
                log.error("Identity refuses the gateway itself: {}", error);
                return Mono.error(new IllegalStateException(error));
            });
        }
        return response.releaseBody().then(Mono.error(new IllegalStateException("identity answered " + status)));
    }

    private AccessToken accessToken(Map<String, Object> answer) {
        long seconds = answer.get("expires_in") instanceof Number number ? number.longValue() : 0;
        return new AccessToken(
                String.valueOf(answer.get("access_token")), clock.instant().plusSeconds(seconds));
    }

    private <T> Mono<T> timed(String audience, Mono<T> call) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return call.doOnSuccess(done -> sample.stop(timer(audience, "granted")))
                    .doOnError(fault -> sample.stop(
                            timer(audience, fault instanceof AccessEndedException ? "refused" : "unreachable")));
        });
    }

    private Timer timer(String audience, String outcome) {
        return meters.timer("clearpost.gateway.exchange", "audience", audience, "outcome", outcome);
    }
}
