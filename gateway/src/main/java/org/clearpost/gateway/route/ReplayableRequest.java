package org.clearpost.gateway.route;

import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A request whose body has been read whole, within its limit, so that it can be sent again. Nothing reaches a service
 * before all of it has arrived: a slow sender holds no connection but its own, and that not for long.
 */
final class ReplayableRequest extends ServerHttpRequestDecorator {

    private final byte[] body;
    private final HttpHeaders headers;

    private ReplayableRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
        this.headers = new HttpHeaders();
        this.headers.putAll(request.getHeaders());
        this.headers.remove(HttpHeaders.TRANSFER_ENCODING);
        if (body.length > 0 || request.getHeaders().getContentLength() >= 0) {
            this.headers.setContentLength(body.length);
        }
    }

    static Mono<ServerWebExchange> read(ServerWebExchange exchange, BodyLimit limit) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        if (headers.getContentLength() > limit.bytes()) {
            return Mono.error(Refusal.of(GatewayProblem.TOO_LARGE));
        }
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Mono.just(exchange);
        }
        return DataBufferUtils.join(request.getBody(), limit.bytes())
                .map(ReplayableRequest::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(limit.within(), Mono.error(Refusal.of(GatewayProblem.TOO_SLOW)))
                .map(body -> exchange.mutate()
                        .request(new ReplayableRequest(request, body))
                        .build());
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body.length == 0
                ? Flux.empty()
                : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
}
