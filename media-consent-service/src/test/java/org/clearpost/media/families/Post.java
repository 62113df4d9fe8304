package org.clearpost.media.families;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.world.Calls.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** A mail server, and a browser that follows the links in what arrives there. */
public final class Post {

    public static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Pattern LINK = Pattern.compile("http://localhost:8080/family#([ie])=([A-Za-z0-9_-]{64})");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        SERVER.start();
    }

    private Post() {}

    public static void configure(DynamicPropertyRegistry properties) {
        properties.add("clearpost.mail.host", () -> "127.0.0.1");
        properties.add("clearpost.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("clearpost.mail.from", () -> "consent@posts.group.example");
        properties.add("clearpost.mail.security", () -> "NONE");
        properties.add("clearpost.mail.look", () -> "50ms");
        properties.add("clearpost.families.look", () -> "50ms");
        properties.add("clearpost.families.floor", () -> "1ms");
    }

    /** A mail as it arrived. */
    public record Arrived(String subject, String text) {

        /** The key in its link; {@code i} for an invitation, {@code e} for an entry. */
        public String key(String kind) {
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as("no link in: " + text).isTrue();
            assertThat(link.group(1)).isEqualTo(kind);
            return link.group(2);
        }
    }

    public static List<Arrived> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessagesForDomain(address))
                .sorted(Comparator.comparing(Post::sentAt))
                .map(Post::arrived)
                .toList();
    }

    /** The {@code count}th mail to an address, once it has arrived. */
    public static Arrived await(String address, int count) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> to(address).size() >= count);
        return to(address).get(count - 1);
    }

    private static java.util.Date sentAt(MimeMessage message) {
        try {
            return message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Arrived arrived(MimeMessage message) {
        try {
            return new Arrived(
                    message.getSubject(), String.valueOf(message.getContent()).replace("\r\n", "\n"));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A family's browser: sends the session it was given, and what the gateway adds. */
    public static final class Browser {

        private final int port;
        private @Nullable String cookie;

        public Browser(int port) {
            this.port = port;
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        public Answer post(String path, Object body) {
            return send(request(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        public Answer post(String path, Object body, String key) {
            return send(request(path)
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        public Answer open(String entry) {
            return post("/session", Map.of("key", entry));
        }

        public @Nullable String session() {
            return cookie;
        }

        public Browser with(@Nullable String session) {
            cookie = session;
            return this;
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/family" + path))
                    .header(
                            "Authorization",
                            "Bearer "
                                    + TestTokens.service("gateway")
                                            .scope("visitors")
                                            .token("media-consent-service"))
                    .header("Content-Type", "application/json");
            return cookie == null ? request : request.header("Cookie", FamilyController.COOKIE + "=" + cookie);
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                response.headers()
                        .firstValue("Set-Cookie")
                        .ifPresent(set -> cookie = set.replaceAll("^[^=]+=([^;]*);.*$", "$1"));
                return new Answer(response.statusCode(), response.body(), response.headers());
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Answers such as {@code "WEBSITE=YES"} or {@code "SOCIAL_MEDIA/FACEBOOK=NO"} about one child. */
    public static Map<String, Object> form(String child, String... answers) {
        return form(List.of(child), answers);
    }

    public static Map<String, Object> form(List<String> children, String... answers) {
        List<Map<String, Object>> given = children.stream()
                .flatMap(child -> Arrays.stream(answers).map(answer -> {
                    String[] parts = answer.split("[=/]");
                    Map<String, Object> one = new HashMap<>();
                    one.put("child", child);
                    one.put("purpose", parts[0]);
                    one.put("answer", parts[parts.length - 1]);
                    if (parts.length == 3) {
                        one.put("channel", parts[1]);
                    }
                    return one;
                }))
                .toList();
        return new HashMap<>(Map.of(
                "wordingVersion",
                1,
                "language",
                "CY",
                "signedName",
                "Dana Thompson",
                "declared",
                true,
                "answers",
                given));
    }
}
