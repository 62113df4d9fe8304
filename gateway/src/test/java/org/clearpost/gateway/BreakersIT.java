package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Each route's breaker opens when its service fails, answers at once while open, and closes when the service is back. */
@Tag("GW-03")
@TestPropertySource(
        properties = {
            "resilience4j.timelimiter.configs.default.timeout-duration=700ms",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=6",
        })
class BreakersIT extends GatewayRunning {

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private TimeLimiterRegistry limiters;

    @Autowired
    private BulkheadRegistry bulkheads;

    @AfterEach
    void close() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @ParameterizedTest
    @CsvSource({"to-directory", "to-policies", "to-declarations", "to-incidents", "to-media", "to-identity"})
    void thePropertiesTakeEffectOnTheRealInstances(String name) {
        CircuitBreaker breaker = breakers.find(name).orElseThrow();

        assertThat(breaker.getCircuitBreakerConfig().getMinimumNumberOfCalls()).isEqualTo(6);
        assertThat(breaker.getCircuitBreakerConfig().getSlidingWindowType()).isEqualTo(SlidingWindowType.TIME_BASED);
        assertThat(breaker.getCircuitBreakerConfig()
                        .getWaitIntervalFunctionInOpenState()
                        .apply(1))
                .isEqualTo(1000);
        assertThat(limiters.find(name).orElseThrow().getTimeLimiterConfig().getTimeoutDuration())
                .isEqualTo(name.equals("to-identity") ? Duration.ofSeconds(5) : Duration.ofMillis(700));
        assertThat(limiters.find("uploads").orElseThrow().getTimeLimiterConfig().getTimeoutDuration())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(bulkheads.find("uploads").orElseThrow().getBulkheadConfig().getMaxConcurrentCalls())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "to-policies, /api/policies/starter-sets, policy-service",
        "to-declarations, /api/declarations/x, declaration-service",
        "to-incidents, /api/incidents/x, incident-service",
        "to-media, /api/media/decisions/1, media-consent-service",
        "to-directory, /api/directory/me, identity",
    })
    void opensAndRecovers(String name, String path, String service) {
        Browser browser = browser().signIn();
        AtomicInteger calls = new AtomicInteger();
        behave(service, asked -> {
            calls.incrementAndGet();
            return Answer.json(500, "{}");
        });

        for (int i = 0; i < 10; i++) {
            assertThat(browser.post(path, "{}").statusCode()).isIn(502, 503);
        }
        assertThat(breakers.circuitBreaker(name).getState()).isEqualTo(CircuitBreaker.State.OPEN);
        int before = calls.get();
        HttpResponse<String> open = browser.get(path);
        assertThat(open.statusCode()).isEqualTo(503);
        assertThat(open.headers().firstValue("retry-after")).isPresent();
        assertThat(open.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(calls).hasValue(before);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);

        behave(service, StubService::hello);
        await(() -> browser.get(path).statusCode() == 200);
        await(() -> {
            browser.get(path);
            return breakers.circuitBreaker(name).getState() == CircuitBreaker.State.CLOSED;
        });
    }

    @Test
    void theTokensBreakerOpensAndRecovers() {
        // Identity's keys are known from the first call on; the exchange is what fails afterwards.
        assertThat(asClient("client-known").statusCode()).isEqualTo(200);
        IDENTITY.unreachable = true;
        for (int i = 0; i < 12; i++) {
            assertThat(asClient("client-" + i).statusCode()).isEqualTo(503);
        }
        assertThat(breakers.circuitBreaker("to-identity").getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);

        IDENTITY.unreachable = false;
        await(() -> asClient("client-back").statusCode() == 200);
    }

    private static HttpResponse<String> asClient(String client) {
        return browser().get("/api/media/x", "Authorization", "Bearer " + IDENTITY.clientToken(client));
    }

    @Test
    void refusalsAndAServicesOwnNotNowDoNotCount() {
        Browser browser = browser().signIn();
        for (int status : new int[] {400, 404, 409, 422, 503}) {
            MEDIA.behaviour = asked -> Answer.problem(status, "media.some-problem");
            for (int i = 0; i < 8; i++) {
                assertThat(browser.post("/api/media/decisions", "{}").statusCode())
                        .isEqualTo(status);
            }
        }
        assertThat(breakers.circuitBreaker("to-media").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breakers.circuitBreaker("to-media").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void aSilentServiceIsLeftAloneAfterTheTimeLimit() {
        Browser browser = browser().signIn();
        MEDIA.behaviour = asked -> {
            Thread.sleep(3000);
            return StubService.hello(asked);
        };
        long began = System.nanoTime();

        HttpResponse<String> answer = browser.get("/api/media/decisions/1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2500));
        assertThat(MEDIA.asked).hasSize(1);
    }

    @Test
    void readsThatBreakOffAreTriedOnceMoreAndWritesAreNot() {
        Browser browser = browser().signIn();
        browser.get("/api/media/decisions/1");
        MEDIA.asked.clear();
        MEDIA.behaviour = asked -> {
            throw new IOException("breaks off");
        };

        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(503);
        assertThat(MEDIA.asked).hasSize(2);
        MEDIA.asked.clear();
        assertThat(browser.post("/api/media/decisions", "{}").statusCode()).isEqualTo(503);
        assertThat(MEDIA.asked).hasSize(1);
    }

    @Test
    @Tag("GW-05")
    void theStatusPageShowsPartsAndBreakersByName() {
        Browser browser = browser().signIn();

        HttpResponse<String> status = browser.get("/api/status");

        assertThat(status.body())
                .contains("{\"name\":\"media-consent-service\",\"state\":\"UP\",\"instances\":1}")
                .contains("{\"name\":\"to-media\",\"state\":\"CLOSED\"}");
    }

    private static void behave(String service, StubService.Behaviour behaviour) {
        if (service.equals("identity")) {
            IDENTITY.directory = behaviour;
        } else {
            service(service).behaviour = behaviour;
        }
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
