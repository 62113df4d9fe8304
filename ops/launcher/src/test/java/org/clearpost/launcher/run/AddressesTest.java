package org.clearpost.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.compose.Topology;
import org.clearpost.launcher.compose.Topology.Application;
import org.clearpost.launcher.compose.Topology.DatabaseServer;
import org.clearpost.launcher.compose.Topology.Probe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Application REGISTRY = application("discovery", 8761, null, Map.of());

    @Test
    void replacesContainerAddressesByThoseOfThisMachine() {
        var service = application(
                "media",
                8080,
                null,
                Map.of(
                        "EUREKA_URL", "http://clearpost:secret@discovery:8761/eureka/",
                        "SERVER_ADDRESS", "0.0.0.0",
                        "SERVER_PORT", "8080",
                        "DB_HOST", "postgres",
                        "DB_PORT", "5432",
                        "ELSEWHERE", "http://example.org:8080/"));

        var environment = addresses(service, Access.onThisMachine(8080)).environmentOf(service, 25_432);

        assertThat(environment)
                .containsEntry("EUREKA_URL", "http://clearpost:secret@127.0.0.1:21001/eureka/")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("SERVER_PORT", "21002")
                .containsEntry("DB_HOST", "127.0.0.1")
                .containsEntry("DB_PORT", "25432")
                .containsEntry("EUREKA_INSTANCE_IPADDRESS", "127.0.0.1")
                .containsEntry("ELSEWHERE", "http://example.org:8080/");
    }

    @Test
    void keepsTheEntranceOnThisMachineAndItsWallUp() {
        var entrance = application("gateway", 8080, 8080, Map.of("ALLOW_PLAIN_BEHIND_CONTAINER", "true"));

        assertThat(addresses(entrance, Access.onThisMachine(8080)).environmentOf(entrance, 0))
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("ALLOW_PLAIN_BEHIND_CONTAINER", "false");
    }

    @Test
    void refusesAPortThatNobodyListensOn() {
        var service = application("media", 8080, null, Map.of("URL", "http://discovery:9999/"));

        assertThatThrownBy(() -> addresses(service, Access.onThisMachine(8080)).environmentOf(service, 0))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("port 9999 of discovery");
    }

    private static Addresses addresses(Application application, Access access) {
        var topology = new Topology(
                new DatabaseServer("postgres", 5432, Duration.ofSeconds(1)), List.of(REGISTRY, application));
        return new Addresses(topology, Map.of("discovery", 21_001, application.name(), 21_002), access);
    }

    private static Application application(
            String name, int port, @Nullable Integer published, Map<String, String> environment) {
        return new Application(
                name,
                name,
                port,
                published,
                environment,
                Map.of(),
                new Probe("/health", Duration.ofSeconds(1)),
                Duration.ofSeconds(1),
                512,
                true);
    }
}
