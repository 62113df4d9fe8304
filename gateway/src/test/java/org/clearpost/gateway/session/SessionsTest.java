package org.clearpost.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.GatewaySettings.Reading;
import org.clearpost.gateway.GatewaySettings.SessionSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.client.WebClient;

@Tag("SEC-17")
class SessionsTest {

    private final Hand clock = new Hand();
    private final Sessions sessions = sessions();

    @Test
    void holdsABoundedNumberAndLetsTheOneIdleForLongestGo() {
        Session first = signIn();
        clock.forward(Duration.ofMinutes(1));
        Session second = signIn();
        clock.forward(Duration.ofMinutes(1));
        signIn();
        clock.forward(Duration.ofMinutes(1));
        sessions.use(first);

        signIn();

        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.find(with(second.id()))).isNull();
        assertThat(sessions.find(with(first.id()))).isSameAs(first);
    }

    @Test
    void forgetsWhatHasExpired() {
        signIn();
        signIn();
        clock.forward(Duration.ofMinutes(15));

        sessions.sweep();

        assertThat(sessions.count()).isZero();
    }

    @Test
    void neverReturnsAnExpiredSessionSweptOrNot() {
        Session session = signIn();
        clock.forward(Duration.ofMinutes(15));

        assertThat(sessions.find(with(session.id()))).isNull();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void idsAreLongAndNeverTheSame() {
        assertThat(Sessions.randomId()).hasSize(43).isNotEqualTo(Sessions.randomId());
    }

    private Session signIn() {
        return sessions.start(
                with("none"),
                "somebody",
                new AccessToken("token", clock.instant().plusSeconds(120)),
                null);
    }

    private static MockServerWebExchange with(String id) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(new HttpCookie(Sessions.COOKIE, id)));
    }

    private Sessions sessions() {
        GatewaySettings settings = new GatewaySettings(
                URI.create("http://localhost:8080"),
                "secret",
                new SessionSettings(Duration.ofMinutes(15), Duration.ofHours(12), 3),
                Map.of(),
                new Reading(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                List.of());
        return new Sessions(
                settings,
                new TokenEndpoint(
                        WebClient.create(),
                        settings,
                        CircuitBreakerRegistry.ofDefaults(),
                        TimeLimiterRegistry.ofDefaults(),
                        new SimpleMeterRegistry(),
                        clock),
                clock);
    }

    /** A clock moved by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-20T09:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
