package org.clearpost.gateway.route;

import org.clearpost.gateway.GatewaySettings;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Passes login pages and OAuth endpoints to identity, which sees the public address whatever Host the caller sent. */
final class ToIdentity implements GatewayFilter, Ordered {

    private static final int LARGEST_FORM = 64 * 1024;

    private final String authority;
    private final BodyLimit form;
    private final Upstream upstream;

    ToIdentity(GatewaySettings settings, Upstream upstream) {
        this.authority = settings.issuer().getAuthority();
        this.form = new BodyLimit(LARGEST_FORM, settings.reading().body());
        this.upstream = upstream;
    }

    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ReplayableRequest.read(exchange, form).flatMap(whole -> {
            ServerWebExchange addressed = whole.mutate()
                    .request(request -> request.headers(headers -> headers.set(HttpHeaders.HOST, authority)))
                    .build();
            addressed.getAttributes().put(ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE, true);
            return upstream.call(addressed, chain);
        });
    }
}
