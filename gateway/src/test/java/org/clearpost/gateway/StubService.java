package org.clearpost.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service as a real HTTP server on loopback that answers what a test says and remembers what it was asked. */
final class StubService {

    record Asked(String method, String path, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    record Answer(int status, String type, String body, Map<String, String> headers) {

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, Map.of());
        }

        static Answer problem(int status, String code) {
            return new Answer(
                    status,
                    "application/problem+json",
                    "{\"type\":\"about:blank\",\"title\":\"No.\",\"status\":" + status + ",\"code\":\"" + code + "\"}",
                    Map.of());
        }
    }

    interface Behaviour {
        Answer answer(Asked asked) throws Exception;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour = StubService::hello;

    private final HttpServer server;

    StubService() {
        this(0);
    }

    StubService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static Answer hello(Asked asked) {
        return Answer.json(200, "{\"hello\":\"" + asked.path() + "\"}");
    }

    void reset() {
        asked.clear();
        behaviour = StubService::hello;
    }

    void stop() {
        server.stop(0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    Asked last() {
        return asked.getLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            Headers sent = exchange.getRequestHeaders();
            sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            Answer answer;
            if (request.path().equals("/actuator/health")) {
                answer = Answer.json(200, "{\"status\":\"UP\"}");
            } else {
                asked.add(request);
                answer = behaviour.answer(request);
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
