package org.clearpost.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One token, asked for again well before it ends. */
final class Tokens implements Supplier<String> {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Duration MARGIN = Duration.ofSeconds(45);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String credentials;
    private final Supplier<Map<String, String>> form;
    private volatile @Nullable String current;
    private volatile Instant until = Instant.EPOCH;

    private Tokens(URI endpoint, String id, String secret, Supplier<Map<String, String>> form) {
        this.endpoint = endpoint;
        this.credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        this.form = form;
    }

    /** As an API client gets it, through the entrance. */
    static Tokens ofClient(int entrance, String id, String secret) {
        return new Tokens(
                URI.create("http://localhost:" + entrance + "/oauth2/token"),
                id,
                secret,
                () -> Map.of("grant_type", "client_credentials", "scope", "decisions"));
    }

    /** As the gateway gets it for a service it calls, from identity itself. */
    static Tokens exchanged(int identity, String gatewaySecret, Supplier<String> subject, String audience) {
        return new Tokens(
                URI.create("http://127.0.0.1:" + identity + "/oauth2/token"),
                "gateway",
                gatewaySecret,
                () -> Map.of(
                        "grant_type", EXCHANGE,
                        "subject_token", subject.get(),
                        "subject_token_type", ACCESS_TOKEN,
                        "requested_token_type", ACCESS_TOKEN,
                        "audience", audience));
    }

    @Override
    public String get() {
        var token = current;
        return token != null && Instant.now().isBefore(until) ? token : renewed();
    }

    private synchronized String renewed() {
        var token = current;
        if (token != null && Instant.now().isBefore(until)) {
            return token;
        }
        var body = form.get().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var response = http.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("Authorization", "Basic " + credentials)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new BenchException("No token: %d %s".formatted(response.statusCode(), response.body()));
            }
            var answer = JsonMapper.shared().readTree(response.body());
            var fresh = answer.path("access_token").asString();
            until = Instant.now()
                    .plusSeconds(answer.path("expires_in").asLong(0))
                    .minus(MARGIN);
            current = fresh;
            return fresh;
        } catch (IOException e) {
            throw new BenchException("No token: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }
}
