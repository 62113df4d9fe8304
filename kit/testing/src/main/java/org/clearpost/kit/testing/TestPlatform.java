package org.clearpost.kit.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The neighbours of the service under test, as real HTTP servers on loopback: each publishes a feed, and the one named
 * {@code identity} also its keys and tokens for reading feeds.
 *
 * <p>Tests {@link #publish} events; the service reads them as it would the real ones.
 */
public final class TestPlatform {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final HttpServer server;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private volatile boolean silent;
    private volatile boolean backwards;
    private final AtomicInteger toldBackwards = new AtomicInteger();
    private final List<Integer> waits = new CopyOnWriteArrayList<>();

    private TestPlatform(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, new JWKSet(TestTokens.KEY).toString(true)));
        server.createContext("/oauth2/token", this::token);
        server.createContext("/internal/feed", this::feed);
        server.start();
    }

    static TestPlatform start(String name) {
        return new TestPlatform(name);
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets the service hear of an event; it arrives within moments. */
    public void publish(String type, UUID group, UUID subject, Object data) {
        synchronized (events) {
            int seq = events.size() + 1;
            events.add(Map.of(
                    "specversion",
                    "1.0",
                    "id",
                    UUID.randomUUID().toString(),
                    "source",
                    "/" + name,
                    "type",
                    type,
                    "subject",
                    subject.toString(),
                    "time",
                    Instant.now().toString(),
                    "datacontenttype",
                    "application/json",
                    "groupid",
                    group.toString(),
                    "cursor",
                    "1-" + seq,
                    "data",
                    data));
            events.notifyAll();
        }
    }

    /** Makes the feed answer with a failure until told otherwise. */
    public void silent(boolean silent) {
        this.silent = silent;
    }

    /** Makes the feed tell each page's last event first until told otherwise. */
    public void backwards(boolean backwards) {
        this.backwards = backwards;
    }

    /** How many pages of more than one event were told backwards. */
    public int toldBackwards() {
        return toldBackwards.get();
    }

    /** How many seconds readers of the feed offered to wait for news, poll by poll. */
    public List<Integer> waits() {
        return List.copyOf(waits);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String token = TestTokens.service("under-test").token(form.getOrDefault("audience", ""));
        answer(
                exchange,
                JSON.writeValueAsString(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 60)));
    }

    private void feed(HttpExchange exchange) throws IOException {
        if (silent) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        waits.add(Integer.valueOf(asked.getOrDefault("wait", "0")));
        String after = asked.getOrDefault("after", "0-0");
        int from = Integer.parseInt(after.substring(after.indexOf('-') + 1));
        List<Map<String, Object>> news = awaitAfter(from);
        String next = news.isEmpty() ? after : "1-" + (from + news.size());
        if (backwards && news.size() > 1) {
            news = news.reversed();
            toldBackwards.incrementAndGet();
        }
        answer(exchange, JSON.writeValueAsString(Map.of("events", news, "next", next)));
    }

    private List<Map<String, Object>> awaitAfter(int from) {
        synchronized (events) {
            if (events.size() <= from) {
                try {
                    events.wait(500);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            return List.copyOf(events.subList(Math.min(from, events.size()), events.size()));
        }
    }

    private static Map<String, String> parameters(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
