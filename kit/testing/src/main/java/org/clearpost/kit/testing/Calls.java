package org.clearpost.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

        /** Where the refused fields stand in what was sent. */
        public List<String> pointers() {
            return body().path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString())
                    .toList();
        }
    }

    private final String service;
    private final int port;

    public Calls(String service, int port) {
        this.service = service;
        this.port = port;
    }

    public Answer get(String path, TestTokens caller) {
        return send(request(path, caller).GET());
    }

    /** {@code body} is sent as JSON, or as it is when it is text. */
    public Answer put(String path, TestTokens caller, @Nullable String ifMatch, Object body) {
        return send(with("If-Match", ifMatch, request(path, caller)).PUT(body(body)));
    }

    public Answer post(String path, TestTokens caller, @Nullable String key, Object body) {
        return send(with("Idempotency-Key", key, request(path, caller)).POST(body(body)));
    }

    public Answer delete(String path, TestTokens caller, @Nullable String ifMatch) {
        return send(with("If-Match", ifMatch, request(path, caller)).DELETE());
    }

    /** Nothing, text or bytes as they are, and anything else as JSON. */
    public static HttpRequest.BodyPublisher body(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }

    private static HttpRequest.Builder with(String header, @Nullable String value, HttpRequest.Builder request) {
        return value == null ? request : request.header(header, value);
    }

    private HttpRequest.Builder request(String path, TestTokens caller) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + caller.token(service))
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
