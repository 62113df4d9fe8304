package org.clearpost.kit.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.kit.notes.Calls.GROUP;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.feed.FeedSubscription;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** The hearing side: each event is applied once, whatever breaks half-way, and silence is noticed. */
@ClearpostTest
@TestPropertySource(
        properties = {
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=3",
            "resilience4j.timelimiter.instances.read-directory.timeout-duration=14s"
        })
class FeedReadingIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    FeedAges ages;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    TimeLimiterRegistry limiters;

    @Autowired
    AtomicInteger breaksLeft;

    @Test
    @Tag("GW-04")
    void appliesEachEventOnceThoughTheReaderBreaksHalfWay() {
        breaksLeft.set(2);
        for (int i = 0; i < 5; i++) {
            neighbours
                    .identity()
                    .publish("org.clearpost.test.Heard", GROUP, UUID.randomUUID(), Map.of("text", "n" + i));
        }

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        database.ask("SELECT string_agg(text, ' ' ORDER BY text) FROM note WHERE text LIKE 'n_'"))
                .isEqualTo("n0 n1 n2 n3 n4"));
        assertThat(breaksLeft.get()).isLessThanOrEqualTo(0);
        assertThat(ages.connected("read-directory")).isTrue();
    }

    @Test
    @Tag("GW-04")
    void skipsNothingThoughTheFeedTellsALaterEventFirst() {
        neighbours.identity().silent(true);
        neighbours.identity().backwards(true);
        for (int i = 0; i < 3; i++) {
            neighbours
                    .identity()
                    .publish("org.clearpost.test.Heard", GROUP, UUID.randomUUID(), Map.of("text", "turn" + i));
        }
        neighbours.identity().silent(false);
        try {
            Awaitility.await().atMost(SOON).until(() -> neighbours.identity().toldBackwards() > 0);
        } finally {
            neighbours.identity().backwards(false);
        }

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(
                        database.ask("SELECT string_agg(text, ' ' ORDER BY text) FROM note WHERE text LIKE 'turn_'"))
                .isEqualTo("turn0 turn1 turn2"));
    }

    @Test
    @Tag("GW-03")
    void opensItsBreakerWhileTheFeedIsDownAndRecoversByItself() {
        CircuitBreaker breaker = breakers.circuitBreaker("read-directory");
        neighbours.identity().silent(true);
        try {
            Awaitility.await().atMost(SOON).until(() -> breaker.getState() == CircuitBreaker.State.OPEN);
        } finally {
            neighbours.identity().silent(false);
        }

        Awaitility.await().atMost(SOON).until(() -> breaker.getState() == CircuitBreaker.State.CLOSED);
        assertThat(ages.connected("read-directory")).isTrue();
    }

    /** Until the first answer nothing may be written: waiting for news that does not come would only prolong that. */
    @Test
    @Tag("GW-03")
    void hearsAtOnceThatThereIsNoNewsAndWaitsForItOnlyThen() {
        Awaitility.await().atMost(SOON).until(() -> neighbours.identity().waits().stream()
                .anyMatch(wait -> wait > 0));

        assertThat(neighbours.identity().waits().getFirst()).isZero();
    }

    @Test
    void takesItsLimitsFromTheProperties() {
        assertThat(breakers.circuitBreaker("read-directory")
                        .getCircuitBreakerConfig()
                        .getMinimumNumberOfCalls())
                .isEqualTo(3);
        assertThat(limiters.timeLimiter("read-directory").getTimeLimiterConfig().getTimeoutDuration())
                .isEqualTo(Duration.ofSeconds(14));
    }

    @TestConfiguration
    static class Hearing {

        @Bean
        AtomicInteger breaksLeft() {
            return new AtomicInteger();
        }

        /** Writes a note for each event and, as often as told, breaks after writing it. */
        @Bean
        FeedSubscription directory(DatabaseClient database, AtomicInteger breaksLeft) {
            return new FeedSubscription("read-directory", "identity", event -> database.sql(
                            "INSERT INTO note (group_id, id, text) VALUES (:group, :id, :text)")
                    .bind("group", event.group())
                    .bind("id", UUID.randomUUID())
                    .bind("text", event.data().get("text").asString())
                    .fetch()
                    .rowsUpdated()
                    .then(Mono.defer(() -> breaksLeft.getAndDecrement() > 0
                            ? Mono.error(new IllegalStateException("broken on purpose"))
                            : Mono.empty())));
        }
    }
}
