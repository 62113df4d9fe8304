package org.clearpost.gateway.route;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearpost.gateway.CallerAddresses;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.problem.TraceId;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides which headers cross the gateway, in both directions, by lists of what may.
 *
 * <p>Nothing a caller sends can therefore pose as an identity, a role, a tenant, a forwarding address or another method:
 * services see the exchanged token and a trace id made here. Only identity's pages see cookies, and never ours.
 */
@Component
class PassedHeaders implements HttpHeadersFilter, Ordered {

    /** Route metadata: this route leads to identity's pages and endpoints. */
    static final String IDENTITY = "identity";

    /** Route metadata: the service behind this route counts by the caller's address. */
    static final String ADDRESS = "address";

    /** Route metadata: this route is for people who are not signed in, known to the service by a cookie of its own. */
    static final String FAMILY = "family";

    private static final String FAMILY_COOKIE = "__Secure-clearpost-family";

    /** Exchange attribute: the token exchanged for the called service. */
    static final String TOKEN = PassedHeaders.class.getName() + ".token";

    private static final Set<String> TO_SERVICES = names(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Content-Length",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key");

    private static final Set<String> TO_IDENTITY = names(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Content-Length",
            "Origin",
            "Referer",
            "User-Agent",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Dest");

    private static final Set<String> FROM_SERVICES = names(
            "Content-Type",
            "Content-Length",
            "Content-Disposition",
            "Content-Language",
            "ETag",
            "Last-Modified",
            "Link",
            "Location",
            "Retry-After",
            "WWW-Authenticate");

    private static final Set<String> FROM_IDENTITY = names(
            "Content-Type",
            "Content-Length",
            "Content-Language",
            "Content-Security-Policy",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Location",
            "Retry-After",
            "Set-Cookie",
            "WWW-Authenticate");

    private final GatewaySettings settings;
    private final CallerAddresses addresses;

    PassedHeaders(GatewaySettings settings, CallerAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    @Override
    public boolean supports(Type type) {
        return true;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        // Called with the service's answer once there is one, with the caller's request before.
        boolean answering = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR) != null;
        boolean identity = leadsTo(IDENTITY, exchange);
        boolean family = leadsTo(FAMILY, exchange);
        if (answering) {
            HttpHeaders answer = only(identity ? FROM_IDENTITY : FROM_SERVICES, input);
            if (family) {
                input.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                        .filter(cookie -> cookie.startsWith(FAMILY_COOKIE + "="))
                        .forEach(cookie -> answer.add(HttpHeaders.SET_COOKIE, cookie));
            }
            return answer;
        }
        HttpHeaders headers = only(identity ? TO_IDENTITY : TO_SERVICES, input);
        headers.set("traceparent", TraceId.traceparent(exchange));
        if (identity || leadsTo(ADDRESS, exchange)) {
            describeCaller(headers, exchange);
        }
        if (identity) {
            describePublicAddress(headers, exchange);
        } else {
            HttpCookie session = exchange.getRequest().getCookies().getFirst(FAMILY_COOKIE);
            if (family && session != null) {
                headers.set(HttpHeaders.COOKIE, session.toString());
            }
            String token = exchange.getAttribute(TOKEN);
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }
        return headers;
    }

    private static boolean leadsTo(String what, ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route != null && Boolean.TRUE.equals(route.getMetadata().get(what));
    }

    private static HttpHeaders only(Set<String> allowed, HttpHeaders input) {
        HttpHeaders passed = new HttpHeaders();
        input.forEach((name, values) -> {
            if (allowed.contains(name)) {
                passed.addAll(name, values);
            }
        });
        return passed;
    }

    private void describeCaller(HttpHeaders headers, ServerWebExchange exchange) {
        InetAddress caller = addresses.find(exchange.getRequest());
        if (caller != null) {
            headers.set("X-Forwarded-For", NetUtil.toAddressString(caller));
        }
    }

    /** The public address comes from our own settings, whatever Host the caller sent. */
    private void describePublicAddress(HttpHeaders headers, ServerWebExchange exchange) {
        headers.set("X-Forwarded-Proto", settings.issuer().getScheme());
        headers.set("X-Forwarded-Host", settings.issuer().getAuthority());
        String cookies = exchange.getRequest().getCookies().values().stream()
                .flatMap(List::stream)
                .filter(cookie -> !cookie.getName().startsWith("__Host-clearpost")
                        && !cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
        String authorisation = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorisation != null && exchange.getRequest().getPath().value().equals("/oauth2/token")) {
            headers.set(HttpHeaders.AUTHORIZATION, authorisation);
        }
    }
}
