package org.clearpost.gateway.session;

import java.net.URI;
import org.clearpost.gateway.problem.GatewayProblem;
import org.clearpost.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a request needs before anything else looks at it: under {@code /api} a caller, on writes with cookies the page's
 * token, everywhere a clean path. Refusals are problems, never redirects.
 */
@Configuration
@EnableWebFluxSecurity
class EdgeSecurity {

    /** Identity's own pages and endpoints: they check their own callers and carry their own form tokens. */
    private static final ServerWebExchangeMatcher IDENTITY = ServerWebExchangeMatchers.pathMatchers(
            "/login", "/login/**", "/password", "/password/**", "/oauth2/authorize", "/oauth2/token");

    /** Pages of people who are not signed in: {@code FamilyCalls} asks for their own header. */
    private static final ServerWebExchangeMatcher FAMILY = ServerWebExchangeMatchers.pathMatchers("/api/family/**");

    /** Sent by a phone's gallery, not by a page of ours; it changes nothing. */
    private static final ServerWebExchangeMatcher SHARED = ServerWebExchangeMatchers.pathMatchers("/share-picture");

    private static final ServerWebExchangeMatcher BEARER =
            exchange -> ApiClients.bearer(exchange) == null ? MatchResult.notMatch() : MatchResult.match();

    @Bean
    SecurityWebFilterChain edge(
            ServerHttpSecurity http,
            CallerContexts callers,
            PendingLogins pendingLogins,
            Sessions sessions,
            Problems problems) {
        return http.headers(HeaderSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .securityContextRepository(callers)
                .csrf(csrf -> csrf.csrfTokenRepository(pageTokens())
                        .csrfTokenRequestHandler(headerOnly())
                        .requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                                new NegatedServerWebExchangeMatcher(IDENTITY),
                                new NegatedServerWebExchangeMatcher(FAMILY),
                                new NegatedServerWebExchangeMatcher(SHARED),
                                new NegatedServerWebExchangeMatcher(BEARER)))
                        .accessDeniedHandler((exchange, denied) -> problems.write(exchange, GatewayProblem.CSRF)))
                .authorizeExchange(requests -> requests.pathMatchers("/api/session")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/api/directory/setup")
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, "/api/directory/setup")
                        .permitAll()
                        .pathMatchers("/api/family/**")
                        .permitAll()
                        .pathMatchers("/api/**", "/api-docs/**")
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (exchange, nobody) -> problems.write(exchange, GatewayProblem.SIGNED_OUT))
                        .accessDeniedHandler((exchange, denied) -> problems.write(exchange, GatewayProblem.FORBIDDEN)))
                .oauth2Login(login -> login.securityContextRepository(callers)
                        .authorizedClientRepository(callers)
                        .authorizationRequestRepository(pendingLogins)
                        .authenticationSuccessHandler((filters, person) -> {
                            BrowserCookies.expireIdentitys(filters.getExchange());
                            return redirect(filters.getExchange(), "/");
                        })
                        .authenticationFailureHandler((filters, failure) -> redirect(
                                filters.getExchange(),
                                // The way back arrives twice (double click, back button): the first has signed in.
                                sessions.find(filters.getExchange()) == null ? "/?sign-in=failed" : "/")))
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutHandler((filters, person) -> Mono.defer(() -> {
                            Session session = sessions.find(filters.getExchange());
                            return session == null ? Mono.empty() : session.logOff();
                        }))
                        .logoutSuccessHandler((filters, person) -> Mono.fromRunnable(() -> {
                            BrowserCookies.expireAll(filters.getExchange());
                            filters.getExchange().getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                        })))
                .build();
    }

    /** Our own meters count what matters; timing each security filter of each request would cost more than they do. */
    @Bean
    SecurityObservationSettings noTimersAroundSecurityFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** {@code //}, {@code ..}, {@code ;}, {@code %2F} and their like are refused, not repaired. */
    @Bean
    ServerExchangeRejectedHandler refuseOddPaths(Problems problems) {
        return (exchange, rejected) -> problems.write(exchange, GatewayProblem.MALFORMED);
    }

    private static CookieServerCsrfTokenRepository pageTokens() {
        CookieServerCsrfTokenRepository tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).sameSite("Strict"));
        return tokens;
    }

    /** Takes the token from the header alone: a form field could come from a form on another site. */
    private static ServerCsrfTokenRequestHandler headerOnly() {
        return new ServerCsrfTokenRequestHandler() {
            @Override
            public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
                exchange.getAttributes().put(CsrfToken.class.getName(), token);
            }

            @Override
            public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
                return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(token.getHeaderName()));
            }
        };
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String to) {
        return Mono.fromRunnable(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.FOUND);
            exchange.getResponse().getHeaders().setLocation(URI.create(to));
        });
    }

    /** The browser's cookies on this address, identity's among them. */
    static final class BrowserCookies {

        private BrowserCookies() {}

        /**
         * Once somebody is signed in, identity's own login cookie has done its work. Left in place it would sign the next
         * person at a shared machine in as the last one.
         */
        static void expireIdentitys(ServerWebExchange exchange) {
            exchange.getRequest().getCookies().keySet().stream()
                    .filter(name -> !name.equals(Sessions.COOKIE))
                    .forEach(name -> expire(exchange, name));
        }

        static void expireAll(ServerWebExchange exchange) {
            exchange.getRequest().getCookies().keySet().forEach(name -> expire(exchange, name));
        }

        private static void expire(ServerWebExchange exchange, String name) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(name, "")
                            .secure(true)
                            .httpOnly(true)
                            .sameSite("Lax")
                            .path("/")
                            .maxAge(0)
                            .build());
        }
    }
}
