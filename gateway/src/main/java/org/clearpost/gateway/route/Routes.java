package org.clearpost.gateway.route;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.List;
import org.clearpost.gateway.CallerAddresses;
import org.clearpost.gateway.GatewaySettings;
import org.clearpost.gateway.problem.Problems;
import org.clearpost.gateway.session.Sessions;
import org.clearpost.gateway.session.Visitors;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** Which path leads to which service. Services are named, never addressed: discovery knows where they are. */
@Configuration
class Routes {

    static final int BODY = 1024 * 1024;
    private static final int FAMILY_BODY = 64 * 1024;
    private static final int IMPORT = 10 * 1024 * 1024;
    private static final int PICTURE = 20 * 1024 * 1024;
    private static final int SETUP = 16 * 1024;
    private static final String IDENTITY = "identity";
    private static final int SCAN = 10 * 1024 * 1024;

    /**
     * A business area.
     *
     * @param area the word in the path and in the breaker's name
     * @param service the name in discovery, and the audience of its tokens
     */
    private record Area(String area, String service) {}

    private static final List<Area> AREAS = List.of(
            new Area("directory", IDENTITY),
            new Area("policies", "policy-service"),
            new Area("declarations", "declaration-service"),
            new Area("incidents", "incident-service"),
            new Area("media", "media-consent-service"));

    private final CircuitBreakerRegistry breakers;
    private final TimeLimiterRegistry limiters;
    private final Relay.RelayParts parts;
    private final Visitors visitors;

    Routes(
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters,
            BulkheadRegistry bulkheads,
            Sessions sessions,
            CallerAddresses addresses,
            Visitors visitors,
            Problems problems,
            JsonMapper json) {
        this.breakers = breakers;
        this.limiters = limiters;
        this.visitors = visitors;
        this.parts = new Relay.RelayParts(
                sessions, problems, json, new UploadPlaces(bulkheads.bulkhead("uploads")), addresses);
    }

    @Bean
    RouteLocator toServices(RouteLocatorBuilder builder, GatewaySettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        BodyLimit setup = new BodyLimit(SETUP, settings.reading().body());
        BodyLimit body = new BodyLimit(BODY, settings.reading().body());
        BodyLimit upload = new BodyLimit(IMPORT, settings.reading().upload());
        BodyLimit picture = new BodyLimit(PICTURE, settings.reading().upload());
        BodyLimit family = new BodyLimit(FAMILY_BODY, settings.reading().body());
        BodyLimit scan = new BodyLimit(SCAN, settings.reading().upload());
        // Open to strangers, who get little room.
        routes.route("directory-setup", route -> route.order(1)
                .path("/api/directory/setup")
                .filters(filters ->
                        filters.filter(new Relay(IDENTITY, setup, upstream("to-directory", "to-directory"), parts)))
                .metadata(PassedHeaders.ADDRESS, true)
                .uri("lb://" + IDENTITY));
        for (Area area : AREAS) {
            String breaker = "to-" + area.area();
            boolean countsAddresses = area.service().equals(IDENTITY);
            routes.route(area.area() + "-imports", route -> route.order(1)
                    .method(HttpMethod.POST)
                    .and()
                    .path("/api/" + area.area() + "/imports", "/api/" + area.area() + "/settings/{setting}/imports")
                    .filters(filters ->
                            filters.filter(new Relay(area.service(), upload, upstream(breaker, "uploads"), parts)))
                    .metadata(PassedHeaders.ADDRESS, countsAddresses)
                    .uri("lb://" + area.service()));
            routes.route(area.area(), route -> route.order(2)
                    .path("/api/" + area.area() + "/**")
                    .filters(filters ->
                            filters.filter(new Relay(area.service(), body, upstream(breaker, breaker), parts)))
                    .metadata(PassedHeaders.ADDRESS, countsAddresses)
                    .uri("lb://" + area.service()));
            routes.route(area.area() + "-docs", route -> route.order(3)
                    .method(HttpMethod.GET)
                    .and()
                    .path("/api-docs/" + area.service())
                    .filters(filters -> filters.filter(
                                    new Relay(area.service(), body, upstream(breaker, breaker), parts))
                            .setPath("/v3/api-docs")
                            // The description names the address it was asked at: ours, not the service's own.
                            .setHostHeader(settings.issuer().getAuthority()))
                    .uri("lb://" + area.service()));
        }
        routes.route("media-pictures", route -> route.order(1)
                .method(HttpMethod.POST)
                .and()
                .path("/api/media/settings/{setting}/pictures")
                .filters(filters -> filters.filter(
                        new Relay("media-consent-service", picture, upstream("to-media", "uploads"), parts)))
                .uri("lb://media-consent-service"));
        routes.route("family", route -> route.order(2)
                .path("/api/family/**")
                .filters(filters -> filters.filter(new FamilyCalls(visitors, parts.problems()))
                        .filter(new Relay("media-consent-service", family, upstream("to-media", "to-media"), parts)))
                .metadata(PassedHeaders.FAMILY, true)
                .uri("lb://media-consent-service"));
        routes.route("media-evidence", route -> route.order(1)
                .method(HttpMethod.POST)
                .and()
                .path("/api/media/subjects/{subject}/evidence")
                .filters(filters -> filters.filter(
                        new Relay("media-consent-service", scan, upstream("to-media", "uploads"), parts)))
                .uri("lb://media-consent-service"));
        routes.route("identity", route -> route.order(4)
                .path(
                        "/login",
                        "/login/**",
                        "/password",
                        "/password/**",
                        "/oauth2/authorize",
                        "/oauth2/token",
                        "/oauth2/jwks",
                        "/.well-known/**")
                .filters(filters -> filters.filter(new ToIdentity(settings, upstream("to-directory", "to-directory"))))
                .metadata(PassedHeaders.IDENTITY, true)
                .uri("lb://" + IDENTITY));
        return routes.build();
    }

    private Upstream upstream(String breaker, String limiter) {
        return new Upstream(breakers.circuitBreaker(breaker), limiters.timeLimiter(limiter));
    }
}
