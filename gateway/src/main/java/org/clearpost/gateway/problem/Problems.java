package org.clearpost.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that turns a refusal into an {@code application/problem+json} answer (RFC 9457). A 404 carries no
 * trace id: two addresses that do not exist answer with the same bytes.
 */
@Component
public class Problems {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem) {
        return write(exchange, problem, null);
    }

    public Mono<Void> write(ServerWebExchange exchange, GatewayProblem problem, @Nullable Duration retryAfter) {
        ServerHttpResponse response = exchange.getResponse();
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        if (problem == GatewayProblem.TOO_SLOW) {
            // What is still to come of it is nobody's next request.
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        if (isPageOfIdentitys(exchange)) {
            return write(response, problem, PAGE, sentence(problem).getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status().value());
        body.put("code", problem.code());
        if (problem != GatewayProblem.NOT_FOUND) {
            body.put("traceId", TraceId.of(exchange));
        }
        return write(response, problem, MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(body));
    }

    private static Mono<Void> write(ServerHttpResponse response, GatewayProblem problem, MediaType type, byte[] body) {
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** Somebody on the way to sign in reads a sentence, not JSON. */
    private static boolean isPageOfIdentitys(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && (path.equals("/login") || path.equals("/password") || path.equals("/oauth2/authorize"));
    }

    private static String sentence(GatewayProblem problem) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Clearpost</title><p>" + problem.title()
                + "</p><p><a href=\"/\">Back to the start page</a></p></html>";
    }
}
