package org.clearpost.gateway.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who is calling: an API client by its token, else somebody signed in by the session cookie, else nobody.
 *
 * <p>A request with a bearer token is only ever the API client's, whatever cookies it carries. Login hands its tokens
 * over here, and they stay in the session: Spring Security's own client store is not used.
 */
@Component
class CallerContexts implements ServerSecurityContextRepository, ServerOAuth2AuthorizedClientRepository {

    private static final String TOKENS = OAuth2AuthorizedClient.class.getName();

    private final Sessions sessions;
    private final ApiClients clients;

    CallerContexts(Sessions sessions, ApiClients clients) {
        this.sessions = sessions;
        this.clients = clients;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            String token = ApiClients.bearer(exchange);
            if (token != null) {
                return clients.recognise(token).map(client -> as(exchange, client, client.client()));
            }
            Session session = sessions.find(exchange);
            if (session == null) {
                return Mono.empty();
            }
            sessions.use(session);
            return Mono.just(as(exchange, session, session.person()));
        });
    }

    private static SecurityContext as(ServerWebExchange exchange, TokenHolder caller, String name) {
        exchange.getAttributes().put(TokenHolder.ATTRIBUTE, caller);
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.fromRunnable(() -> {
            OAuth2AuthorizedClient login = exchange.getAttribute(TOKENS);
            Authentication person = context == null ? null : context.getAuthentication();
            if (login == null || person == null) {
                return;
            }
            Instant expiresAt = login.getAccessToken().getExpiresAt();
            sessions.start(
                    exchange,
                    person.getName(),
                    new AccessToken(
                            login.getAccessToken().getTokenValue(), expiresAt == null ? Instant.EPOCH : expiresAt),
                    login.getRefreshToken() == null
                            ? null
                            : login.getRefreshToken().getTokenValue());
        });
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient login, Authentication principal, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> exchange.getAttributes().put(TOKENS, login));
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }
}
