package org.clearpost.media.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.clearpost.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP, as the gateway would. */
public final class Calls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What came back. */
    public record Answer(int status, String text, HttpHeaders headers) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        public String code() {
            return body().path("code").asString();
        }

        public String id() {
            return body().path("id").asString();
        }

        public @Nullable String etag() {
            return headers.firstValue("ETag").orElse(null);
        }
    }

    private final int port;

    public Calls(int port) {
        this.port = port;
    }

    public Answer get(String path, TestTokens caller) {
        return send(request(path, caller).GET());
    }

    public Answer put(String path, TestTokens caller, @Nullable String ifMatch, Object body) {
        HttpRequest.Builder request = request(path, caller).PUT(text(body));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    public Answer post(String path, TestTokens caller, Object body) {
        return send(request(path, caller).POST(text(body)));
    }

    public Answer post(String path, TestTokens caller, String key, Object body) {
        return send(request(path, caller).header("Idempotency-Key", key).POST(text(body)));
    }

    /** Sends a file as it is. */
    public Answer upload(String path, TestTokens caller, byte[] file) {
        return send(request(path, caller)
                .setHeader("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private static HttpRequest.BodyPublisher text(Object body) {
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private HttpRequest.Builder request(String path, TestTokens caller) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + caller.token("media-consent-service"))
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
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
}
