package org.clearpost.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on its own port with real HTTP servers behind it and a clock that tests move. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "eureka.client.enabled=false",
            "SERVICE_SECRET=gateway-secret",
            "LIMIT_CALLER_BURST=400",
            "LIMIT_CALLER_PER_MINUTE=6000",
        })
@DirtiesContext
@Import(GatewayRunning.Time.class)
abstract class GatewayRunning {

    static final int PORT = freePort();
    static final String ADDRESS = "http://localhost:" + PORT;
    static final FakeIdentity IDENTITY = new FakeIdentity(ADDRESS);
    static final Map<String, StubService> SERVICES = services();
    static final StubService MEDIA = service("media-consent-service");
    static final MovableClock CLOCK = new MovableClock();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("SERVER_PORT", () -> PORT);
        registry.add("CLEARPOST_ISSUER", () -> ADDRESS);
        registry.add("spring.cloud.discovery.client.simple.instances.identity[0].uri", IDENTITY.http::address);
        SERVICES.forEach((name, service) ->
                registry.add("spring.cloud.discovery.client.simple.instances." + name + "[0].uri", service::address));
    }

    @BeforeEach
    void asNew() {
        CLOCK.reset();
        IDENTITY.reset();
        SERVICES.values().forEach(StubService::reset);
    }

    static Browser browser() {
        return new Browser(ADDRESS);
    }

    static StubService service(String name) {
        return Objects.requireNonNull(SERVICES.get(name));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, StubService> services() {
        Map<String, StubService> services = new LinkedHashMap<>();
        services.put("policy-service", new StubService());
        services.put("declaration-service", new StubService());
        services.put("incident-service", new StubService());
        services.put("media-consent-service", new StubService());
        return services;
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock movableClock() {
            return CLOCK;
        }
    }

    /** Runs with real time, plus whatever a test has moved it by. */
    static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void reset() {
            ahead = Duration.ZERO;
        }

        void forward(Duration by) {
            ahead = ahead.plus(by);
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
            return Instant.now().plus(ahead);
        }
    }
}
