package org.clearpost.launcher.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.clearpost.launcher.http.Http;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody can ask the running platform without signing in. */
final class Entrance {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REGISTRY_LAG = Duration.ofMillis(1_200);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final HttpClient http = Http.toOwnEntrance();

    Entrance(String address) {
        this.address = address;
    }

    /**
     * Returns when calls get through to every part that is ready now. The entrance asks the registry once a second and
     * tells nobody without a session whom it knows, so: one part answers through it, and a little more than a second
     * has passed.
     */
    void awaitRoutes() throws InterruptedException {
        var known = System.nanoTime() + REGISTRY_LAG.toNanos();
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            if (needsSetup() != null && System.nanoTime() >= known) {
                return;
            }
            Thread.sleep(100);
        }
    }

    /** Whether nobody has set the platform up yet; null when it does not say. */
    @Nullable Boolean needsSetup() {
        var setup = get("/api/directory/setup");
        return setup == null ? null : setup.path("needed").asBoolean(false);
    }

    private @Nullable JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofSeconds(5))
                    .header("Accept", "application/json")
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
        } catch (IOException | JacksonException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
