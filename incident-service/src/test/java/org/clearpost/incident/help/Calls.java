package org.clearpost.incident.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.clearpost.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP, as the gateway would. */
final class Calls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What came back. */
    record Answer(int status, String text, @Nullable String etag) {

        JsonNode body() {
            return JSON.readTree(text);
        }

        String code() {
            return body().path("code").asString();
        }
    }

    private final String service;
    private final int port;

    Calls(String service, int port) {
        this.service = service;
        this.port = port;
    }

    Answer get(String path, TestTokens caller) {
        return send(request(path, caller).GET());
    }

    Answer put(String path, TestTokens caller, @Nullable String ifMatch, String body) {
        HttpRequest.Builder request = request(path, caller).PUT(HttpRequest.BodyPublishers.ofString(body));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    Answer delete(String path, TestTokens caller, @Nullable String ifMatch) {
        HttpRequest.Builder request = request(path, caller).DELETE();
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private HttpRequest.Builder request(String path, TestTokens caller) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + caller.token(service))
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
