package org.clearpost.launcher.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.data.Secrets;
import org.clearpost.postgres.PostgresException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the other commands reach the running launcher: this machine only, and only whoever can read its run file.
 */
public final class Control implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What {@code status} shows. */
    public record Status(String address, boolean ready, List<PartStatus> parts) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token = Secrets.random();
    private final Platform platform;
    private final Access access;
    private final Runnable down;
    private volatile boolean ready;

    public Control(Platform platform, Access access, Runnable down) {
        this.platform = platform;
        this.access = access;
        this.down = down;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new Failure("The launcher could not open a port for its commands: " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public RunFile runFile() {
        return new RunFile(
                ProcessHandle.current().pid(),
                server.getAddress().getPort(),
                token,
                access.publicAddress(),
                access.localAddress(),
                false);
    }

    public void markReady() {
        ready = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            obey(exchange);
        }
    }

    private void obey(HttpExchange exchange) throws IOException {
        try {
            if (!isAllowed(exchange)) {
                reply(exchange, 403, Map.of("sentence", "Not for you."));
                return;
            }
            var command =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var part = query(exchange, "part");
            switch (command) {
                case "GET /status" ->
                    reply(exchange, 200, new Status(access.publicAddress(), ready, platform.status()));
                case "POST /break" -> {
                    platform.takeAway(part, "kill".equals(query(exchange, "how")));
                    reply(exchange, 200, Map.of());
                }
                case "POST /mend" -> {
                    var mended = platform.mend(part);
                    reply(
                            exchange,
                            mended ? 200 : 409,
                            mended
                                    ? Map.of()
                                    : Map.of(
                                            "sentence",
                                            "%s did not become ready: see ./clearpost logs %s.".formatted(part, part)));
                }
                case "POST /down" -> {
                    reply(exchange, 200, Map.of());
                    down.run();
                }
                default -> reply(exchange, 404, Map.of("sentence", "There is no such command."));
            }
        } catch (Failure | PostgresException e) {
            reply(exchange, 409, Map.of("sentence", String.valueOf(e.getMessage())));
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static String query(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getQuery();
        for (var pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static void reply(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
