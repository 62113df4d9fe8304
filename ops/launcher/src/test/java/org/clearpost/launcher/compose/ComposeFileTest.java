package org.clearpost.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.compose.Topology.Gate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {

    private static final String SMALL =
            """
            services:
              db:
                image: postgres:18
                environment:
                  POSTGRES_PASSWORD: ${SUPER:?run new-env}
                volumes:
                  - kept:/var/lib/postgresql
                  - ./ops/postgres/database.sql:/clearpost/database.sql:ro
                healthcheck:
                  test: ["CMD", "pg_isready"]
              front:
                image: x/front
                build:
                  context: .
                  dockerfile: ops/docker/Dockerfile
                  args:
                    APP: front
                restart: unless-stopped
                depends_on:
                  db:
                    condition: service_healthy
                environment:
                  SERVER_PORT: 8080
                  SECRET: ${SECRET:?run new-env}
                  ISSUER: ${ISSUER:-http://localhost:8080}
                  PRICE: 5$$
                ports:
                  - "127.0.0.1:${PORT:-8080}:8080"
                healthcheck:
                  test: ["CMD", "ready", "http://localhost:8080/health"]
                  interval: 3s
                  retries: 10
                  start_period: 1m30s
                stop_grace_period: 20s
                mem_limit: 1g
            volumes:
              kept:
            """;
    private static final Map<String, String> VALUES = Map.of("SUPER", "s", "SECRET", "t");

    @Test
    @Tag("GW-01")
    void readsTheFileThatDockerRuns() {
        var file = ComposeFile.read(Path.of("..", "..", "docker-compose.yml"));
        var values = new HashMap<String, String>();
        file.required().forEach(name -> values.put(name, "x"));

        var topology = file.topology(values);

        assertThat(topology.applications())
                .extracting(Topology.Application::name)
                .containsExactly(
                        "discovery",
                        "identity",
                        "policy-service",
                        "declaration-service",
                        "incident-service",
                        "media-consent-service",
                        "gateway");
        assertThat(topology.entrance().name()).isEqualTo("gateway");
        assertThat(topology.database().name()).isEqualTo("postgres");
        assertThat(file.required()).contains("SETUP_CODE", "POSTGRES_PASSWORD", "GATEWAY_SECRET");
    }

    @Test
    void readsWhatAnApplicationNeeds() {
        var front = ComposeFile.parse(SMALL).topology(VALUES).entrance();

        assertThat(front.environment())
                .containsEntry("SECRET", "t")
                .containsEntry("ISSUER", "http://localhost:8080")
                .containsEntry("PRICE", "5$");
        assertThat(front.published()).isEqualTo(8080);
        assertThat(front.after()).containsEntry("db", Gate.HEALTHY);
        assertThat(front.probe().path()).isEqualTo("/health");
        assertThat(front.probe().startPeriod()).isEqualTo(Duration.ofSeconds(120));
        assertThat(front.stopGrace()).isEqualTo(Duration.ofSeconds(20));
        assertThat(front.memoryMegabytes()).isEqualTo(1024);
        assertThat(front.restart()).isTrue();
    }

    @Test
    void namesWhatHasNoValue() {
        assertThatThrownBy(() -> ComposeFile.parse(SMALL).topology(Map.of("SUPER", "s")))
                .isInstanceOf(Failure.class)
                .hasMessage("docker-compose.yml needs a value for SECRET.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            restart: unless-stopped | restart: unless-stopped\\n    network_mode: host | services.front.network_mode
            restart: unless-stopped | restart: on-failure | services.front.restart
            condition: service_healthy | condition: service_completed_successfully | services.front.depends_on.db.condition
            SERVER_PORT: 8080 | SERVER_PORT: 9090 | services.front.healthcheck.test
            127.0.0.1:${PORT:-8080}:8080 | 8080:8080 | services.front.ports
            127.0.0.1:${PORT:-8080}:8080 | 0.0.0.0:8080:8080 | services.front.ports
            postgres:18 | mysql:9 | services.db.image
            kept:/var/lib/postgresql | /etc:/etc | /etc:/etc
            ${ISSUER:-http | ${ISSUER-http | ISSUER-http
            mem_limit: 1g | mem_limit: lots | services.front.mem_limit
            start_period: 1m30s | start_period: 90 | services.front.healthcheck.start_period
            APP: front | APP: front\\n        MORE: x | services.front.build.args.MORE
            volumes:\\n  kept: | volumes:\\n  kept:\\nnetworks:\\n  own: | networks
            interval: 3s | interval: 3s\\n      disable: true | services.front.healthcheck.disable
            """)
    void refusesByNameWhatItDoesNotUnderstand(String from, String to, String named) {
        var changed = SMALL.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(SMALL);

        assertThatThrownBy(() -> ComposeFile.parse(changed).topology(VALUES))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("does not understand")
                .hasMessageContaining(named);
    }

    @Test
    void refusesAnOrderThatNeverBegins() {
        var circle = SMALL.replace(
                "      db:\n        condition: service_healthy", "      front:\n        condition: service_started");
        var nobody = SMALL.replace("      db:\n        condition", "      ghost:\n        condition");

        assertThatThrownBy(() -> ComposeFile.parse(circle).topology(VALUES))
                .hasMessageContaining("front waits for itself");
        assertThatThrownBy(() -> ComposeFile.parse(nobody).topology(VALUES))
                .hasMessageContaining("front waits for ghost, which is not there");
    }

    @Test
    void saysInOneLineThatItIsNotYaml() {
        assertThatThrownBy(() -> ComposeFile.parse("services: [\n"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("docker-compose.yml is not YAML");
    }
}
