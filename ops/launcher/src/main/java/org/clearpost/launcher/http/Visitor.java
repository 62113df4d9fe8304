package org.clearpost.launcher.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's browser, as far as the platform can tell: it keeps cookies, follows the way of signing in, and sends the
 * page's token with every write.
 *
 * <p>Cookies are kept by hand because a client's own jar holds back secure cookies from plain http, which browsers do
 * not do for localhost. What is busy or starting is asked again; a write carries a key, so that doing so is harmless.
 */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"|value=\"([^\"]+)\"\\s+name=\"_csrf\"");
    /** Nobody answered, too many requests, or something behind the entrance is not there yet. */
    private static final Set<Integer> BUSY = Set.of(Answer.NONE, 429, 502, 503);

    private static final int MOST_STEPS = 12;

    private final HttpClient http = Http.toOwnEntrance();
    private final String entrance;
    private final Duration patience;
    private final Map<String, String> cookies = new TreeMap<>();
    private @Nullable String bearer;

    /** A visitor who tries again for this long when the platform is busy. */
    public Visitor(String entrance, Duration patience) {
        this.entrance = entrance;
        this.patience = patience;
    }

    /** Signs in through the login page; the session stays with this visitor. */
    public Visitor signIn(String email, String password) {
        var page = follow(patiently(() -> send("GET", "/oauth2/authorization/clearpost", null, Map.of())));
        var form = Map.of("email", email, "password", password, "_csrf", tokenOf(page));
        var landed = follow(patiently(() -> sendForm("/login", form)));
        if (!get("/api/session").json().path("signedIn").asBoolean(false)) {
            throw new Failure("%s could not sign in: %s".formatted(email, landed.request()));
        }
        return this;
    }

    /** Signs in another system with its credentials. */
    public Visitor signInClient(String id, String secret, String scope) {
        var answer = patiently(() -> sendForm(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret, "scope", scope)));
        bearer = answer.json().path("access_token").asString();
        return this;
    }

    /** Sets a password with a code from a group admin, on the page for that. */
    public void setPassword(String email, String code, String password) {
        var page = follow(patiently(() -> send("GET", "/password", null, Map.of())));
        var form = new LinkedHashMap<String, String>();
        form.put("email", email);
        form.put("code", code);
        form.put("password", password);
        form.put("again", password);
        form.put("_csrf", tokenOf(page));
        var answer = patiently(() -> sendForm("/password", form));
        if (answer.status() / 100 != 3) {
            throw new Failure("The password of %s could not be set.".formatted(email));
        }
    }

    public Answer get(String path) {
        return patiently(() -> send("GET", path, null, Map.of()));
    }

    public JsonNode post(String path, Object body) {
        return write("POST", path, JSON.writeValueAsBytes(body), "application/json", null)
                .json();
    }

    public JsonNode postBytes(String path, byte[] body, String type) {
        return write("POST", path, body, type, null).json();
    }

    public JsonNode put(String path, Object body) {
        return write("PUT", path, JSON.writeValueAsBytes(body), "application/json", null)
                .json();
    }

    /** Reads what is there, and replaces it as that version. */
    public JsonNode putAfterReading(String readPath, String path, Object body) {
        var seen = get(readPath);
        if (!seen.isOk()) {
            throw seen.refused();
        }
        return write("PUT", path, JSON.writeValueAsBytes(body), "application/json", seen.etag())
                .json();
    }

    private Answer write(String method, String path, byte[] body, String type, @Nullable String etag) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", type);
        if (method.equals("POST")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        if (bearer == null) {
            if (!cookies.containsKey("XSRF-TOKEN")) {
                get("/api/session");
            }
            headers.put("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        return patiently(() -> send(method, path, body, headers));
    }

    private Answer sendForm(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                form.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Goes where the answer points, as long as it points somewhere; always within this entrance. */
    private Answer follow(Answer first) {
        var answer = first;
        for (var step = 0; step < MOST_STEPS && answer.location() != null; step++) {
            var target = URI.create(answer.location());
            var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
            answer = patiently(() -> send("GET", path, null, Map.of("Accept", "text/html")));
        }
        return answer;
    }

    private static String tokenOf(Answer page) {
        var token = FORM_TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new Failure("The page at %s has no form to fill in (%d).".formatted(page.request(), page.status()));
        }
        return token.group(1) != null ? token.group(1) : token.group(2);
    }

    private interface Try {
        Answer now();
    }

    private Answer patiently(Try attempt) {
        var giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = attempt.now();
            if (!BUSY.contains(answer.status())) {
                return answer;
            }
            if (System.nanoTime() > giveUp) {
                throw answer.refused();
            }
            try {
                Thread.sleep(answer.status() == 429 ? 2_000 : 500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
    }

    private Answer send(String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(entrance + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!headers.containsKey("Accept")) {
            request.header("Accept", "application/json, application/problem+json");
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        } else if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return Answer.of(method + " " + path.replaceAll("\\?.*", ""), response);
        } catch (IOException e) {
            return Answer.none(method + " " + path.replaceAll("\\?.*", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0];
        var name = pair.substring(0, pair.indexOf('=')).strip();
        var value = pair.substring(pair.indexOf('=') + 1).strip();
        if (value.isEmpty() || header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
