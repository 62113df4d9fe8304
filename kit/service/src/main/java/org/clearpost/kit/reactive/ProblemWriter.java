package org.clearpost.kit.reactive;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.ProblemDocument;
import org.clearpost.kit.problem.ProblemMapping;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever went wrong, in a handler or in a filter, with a problem document. */
@Order(-2)
final class ProblemWriter implements ErrorWebExceptionHandler {

    private static final String RETRY_SECONDS = "5";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemDocument document = ProblemMapping.of(failure);
        response.setStatusCode(HttpStatusCode.valueOf(document.status()));
        response.getHeaders().clear();
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        if (document.status() == Kind.UNAVAILABLE.status() || document.status() == Kind.TOO_MANY.status()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        byte[] body = json.writeValueAsBytes(document);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
