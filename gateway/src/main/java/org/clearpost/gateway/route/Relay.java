package org.clearpost.gateway.route;

import org.clearpost.gateway.CallerAddresses;
import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Problems;
import org.clearpost.gateway.problem.Refusal;
import org.clearpost.gateway.session.AccessEndedException;
import org.clearpost.gateway.session.Sessions;
import org.clearpost.gateway.session.TokenHolder;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries an API call to its service with a token that this service alone accepts.
 *
 * <p>When the service calls the token outdated (somebody's posts have just changed), it is exchanged anew and the call
 * sent once more: a 401 had no effect. Errors reach the caller only as problems; anything else a service might say in
 * an error is replaced.
 */
final class Relay implements GatewayFilter, Ordered {

    private static final String OUTDATED = "kit.token-outdated";

    private final String audience;
    private final BodyLimit body;
    private final Upstream upstream;
    private final RelayParts parts;

    /** What every relay shares. */
    record RelayParts(
            Sessions sessions, Problems problems, JsonMapper json, UploadPlaces uploads, CallerAddresses addresses) {}

    Relay(String audience, BodyLimit body, Upstream upstream, RelayParts parts) {
        this.audience = audience;
        this.body = body;
        this.upstream = upstream;
        this.parts = parts;
    }

    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> relayed = ReplayableRequest.read(exchange, body).flatMap(whole -> {
            TokenHolder caller = whole.getAttribute(TokenHolder.ATTRIBUTE);
            return caller == null
                    ? upstream.call(whole, chain).then(Mono.defer(() -> check(whole)))
                    : relay(whole, chain, caller, true)
                            .onErrorResume(AccessEndedException.class, ended -> end(whole, caller));
        });
        return body.bytes() > Routes.BODY ? parts.uploads().hold(uploader(exchange), relayed) : relayed;
    }

    private String uploader(ServerWebExchange exchange) {
        TokenHolder caller = exchange.getAttribute(TokenHolder.ATTRIBUTE);
        return caller == null ? parts.addresses().network(exchange.getRequest()) : caller.owner();
    }

    private Mono<Void> relay(ServerWebExchange exchange, GatewayFilterChain chain, TokenHolder caller, boolean first) {
        return caller.tokenFor(audience).flatMap(token -> {
            exchange.getAttributes().put(PassedHeaders.TOKEN, token);
            return upstream.call(exchange, chain).then(Mono.defer(() -> {
                if (exchange.getResponse().getStatusCode() != HttpStatus.UNAUTHORIZED) {
                    return check(exchange);
                }
                caller.forget(audience, token);
                return read(exchange).flatMap(body -> {
                    if (!outdated(body)) {
                        return write(exchange, body);
                    }
                    Upstream.forgetAnswer(exchange);
                    return first ? relay(exchange, chain, caller, false) : Mono.error(Refusal.unavailable(null));
                });
            }));
        });
    }

    private Mono<Void> end(ServerWebExchange exchange, TokenHolder caller) {
        caller.end();
        parts.sessions().expireCookie(exchange);
        return parts.problems().write(exchange, GatewayProblem.SIGNED_OUT);
    }

    private Mono<Void> check(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status == null || !status.isError() || Upstream.isProblem(exchange)) {
            return Mono.empty();
        }
        Upstream.forgetAnswer(exchange);
        return parts.problems()
                .write(
                        exchange,
                        switch (status.value()) {
                            case 400 -> GatewayProblem.MALFORMED;
                            case 401 -> GatewayProblem.SIGNED_OUT;
                            case 403 -> GatewayProblem.FORBIDDEN;
                            case 404 -> GatewayProblem.NOT_FOUND;
                            case 405 -> GatewayProblem.METHOD;
                            case 413 -> GatewayProblem.TOO_LARGE;
                            case 415 -> GatewayProblem.UNSUPPORTED;
                            case 429 -> GatewayProblem.TOO_MANY;
                            case 503 -> GatewayProblem.UNAVAILABLE;
                            default -> GatewayProblem.BAD_ANSWER;
                        });
    }

    private static Mono<byte[]> read(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        return connection == null
                ? Mono.just(new byte[0])
                : connection.inbound().receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]);
    }

    private boolean outdated(byte[] body) {
        try {
            return body.length > 0
                    && parts.json().readTree(body).path("code").asString("").equals(OUTDATED);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, byte[] body) {
        exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        if (!Upstream.isProblem(exchange)) {
            return check(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
