package org.clearpost.kit.notes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.clearpost.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/** Calls the notes service over HTTP as somebody. */
final class Calls {

    static final UUID GROUP = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    static final UUID MARA = UUID.fromString("00000000-0000-7000-8000-0000000000c1");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Calls(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    static String token(UUID group) {
        return TestTokens.person(group, MARA).token("notes");
    }

    HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(base + path)), token);
    }

    HttpResponse<String> write(String text, String token, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/notes"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"));
        return send(key == null ? request : request.header("Idempotency-Key", key), token);
    }

    /** The id in the answer to {@link #write}. */
    static String id(HttpResponse<String> written) {
        return written.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
