package org.clearpost.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registry over HTTP: with its credentials everything works, without them only health does. */
@Tag("GW-02")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"EUREKA_USER=registry", "EUREKA_PASSWORD=correct-horse", "SERVER_PORT=0"})
class RegistryIT {

    private static final String INSTANCE =
            """
            {"instance":{"instanceId":"one","hostName":"127.0.0.1","app":"MEDIA","ipAddr":"127.0.0.1","status":"UP",
            "port":{"$":8099,"@enabled":"true"},"vipAddress":"media",
            "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
            "leaseInfo":{"renewalIntervalInSecs":1,"durationInSecs":3}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @Tag("SEC-02")
    @CsvSource({
        "POST, /eureka/apps/MEDIA",
        "PUT, /eureka/apps/MEDIA/one",
        "DELETE, /eureka/apps/MEDIA/one",
        "PUT, /eureka/apps/MEDIA/one/status?value=OUT_OF_SERVICE",
        "DELETE, /eureka/apps/MEDIA/one/status",
        "POST, /eureka/peerreplication/batch",
        "GET, /eureka/apps",
        "GET, /eureka/apps/delta",
        "GET, /",
        "GET, /lastn",
        "GET, /actuator/env",
    })
    void refusesStrangers(String method, String path) throws Exception {
        assertThat(call(method, path, INSTANCE, null).statusCode()).isEqualTo(401);
        assertThat(call(method, path, INSTANCE, "registry:wrong").statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("GW-05")
    void healthIsForEverybodyAndSaysNothingElse() throws Exception {
        HttpResponse<String> health = call("GET", "/actuator/health", "", null);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components");
    }

    @Test
    void showsARegisteredInstanceAtOnceAndForgetsOneThatFellSilent() throws Exception {
        assertThat(call("POST", "/eureka/apps/MEDIA", INSTANCE, "registry:correct-horse")
                        .statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/eureka/apps/MEDIA", "", "registry:correct-horse")
                        .statusCode())
                .isEqualTo(200);

        long silentSince = System.nanoTime();
        while (call("GET", "/eureka/apps/MEDIA", "", "registry:correct-horse").statusCode() == 200) {
            assertThat(System.nanoTime() - silentSince).isLessThan(15_000_000_000L);
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> call(String method, String path, String body, @Nullable String credentials)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
