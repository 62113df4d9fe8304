package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser as far as the gateway sees it: keeps cookies, follows nothing by itself, sends what a test adds. */
final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String address;

    Browser(String address) {
        this.address = address;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** A write as the web client sends it: JSON with the page's token. */
    HttpResponse<String> post(String path, String json, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Content-Type";
        all[1] = "application/json";
        all[2] = "X-XSRF-TOKEN";
        all[3] = cookies.getOrDefault("XSRF-TOKEN", "none");
        System.arraycopy(headers, 0, all, 4, headers.length);
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : address + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            keep(response);
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpResponse<String> response) {
        for (String line : response.headers().allValues("set-cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (line.toLowerCase(Locale.ROOT).contains("max-age=0") || pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    /** Signs in whoever identity says it is, and fetches the page's token. */
    Browser signIn() {
        HttpResponse<String> begun = get("/oauth2/authorization/clearpost");
        HttpResponse<String> atIdentity = get(location(begun));
        HttpResponse<String> back = get(location(atIdentity));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location(back)).isEqualTo("/");
        assertThat(get("/api/session").body()).contains("\"signedIn\":true");
        return this;
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElseThrow();
    }
}
