package org.clearpost.gateway.edge;

import java.util.Set;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Problems;
import org.clearpost.gateway.session.ApiClients;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A write with cookies must come from one of our own pages, and API writes must be of a type no form can send.
 *
 * <p>Browsers say where a request comes from in {@code Sec-Fetch-Site} and {@code Origin}; a page cannot forge either.
 * The page's token is asked for as well: this is the second lock on the same door.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OwnPagesOnly implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> ACCEPTED =
            Set.of("application/json", "application/octet-stream", "text/csv", "application/merge-patch+json");

    private final String origin;
    private final Problems problems;

    OwnPagesOnly(GatewaySettings settings, Problems problems) {
        this.origin = settings.issuer().toString();
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (READS.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        if (ApiClients.bearer(exchange) == null && comesFromElsewhere(headers)) {
            return problems.write(exchange, GatewayProblem.OTHER_ORIGIN);
        }
        if (Paths.isApi(Paths.of(exchange.getRequest())) && !accepted(headers)) {
            return problems.write(exchange, GatewayProblem.UNSUPPORTED);
        }
        return chain.filter(exchange);
    }

    private boolean comesFromElsewhere(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String from = headers.getFirst(HttpHeaders.ORIGIN);
        if (site != null && !OURS.contains(site)) {
            return true;
        }
        // A browser that vouches for the same origin may still hide it ("null") under a referrer policy.
        boolean hidden = "null".equals(from) && site != null;
        return from != null && !hidden && !from.equals(origin);
    }

    private static boolean accepted(HttpHeaders headers) {
        boolean empty = headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type == null ? empty : ACCEPTED.contains(essence(type));
    }

    private static String essence(String type) {
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            return parsed.getType() + "/" + parsed.getSubtype();
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
