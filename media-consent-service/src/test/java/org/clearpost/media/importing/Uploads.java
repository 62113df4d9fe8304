package org.clearpost.media.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Imports files as a person would, step by step. */
public final class Uploads {

    public static final String HEADING =
            "Student ID,Forename,Surname,Reg,Guardian,Guardian Email,Parental responsibility,Website,Displays,Date signed,Form version,Form kept";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Calls calls;

    public Uploads(int port) {
        this.port = port;
        this.calls = new Calls(port);
    }

    Answer upload(School school, TestTokens caller, String fileName, byte[] content) {
        return upload(school.path("/imports?fileName=" + fileName), caller, null, content);
    }

    Answer upload(String path, TestTokens caller, @Nullable String key, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + caller.token("media-consent-service"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Uploads and takes the suggested mapping; gives the import with its preview. */
    Answer preview(School school, TestTokens caller, String fileName, byte[] content) {
        Answer uploaded = upload(school, caller, fileName, content);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        if (!uploaded.body().path("state").asString().equals("NEEDS_MAPPING")) {
            return uploaded;
        }
        Answer mapped = calls.put(
                path(uploaded, "/mapping"),
                caller,
                null,
                uploaded.body().path("mapping").toString());
        assertThat(mapped.status()).as(mapped.text()).isEqualTo(200);
        return mapped;
    }

    Answer confirm(Answer previewed, TestTokens caller) {
        return calls.post(path(previewed, "/confirmation"), caller, Map.of("confirmed", true));
    }

    /** All the way, and waits for the end. */
    JsonNode run(School school, TestTokens caller, String fileName, byte[] content) {
        Answer previewed = preview(school, caller, fileName, content);
        Answer confirmed = confirm(previewed, caller);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(202);
        return ended(previewed, caller);
    }

    public JsonNode run(School school, TestTokens caller, String... lines) {
        return run(school, caller, "roster.csv", bytes(lines));
    }

    JsonNode ended(Answer started, TestTokens caller) {
        Map<String, JsonNode> last = new HashMap<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    JsonNode body = calls.get(path(started, ""), caller).body();
                    last.put("body", body);
                    assertThat(body.path("state").asString()).isNotEqualTo("RUNNING");
                });
        return last.getOrDefault("body", started.body());
    }

    static String path(Answer of, String rest) {
        return "/api/media/imports/" + of.id() + rest;
    }

    static byte[] bytes(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
