package org.clearpost.identity.token;

import static org.clearpost.identity.token.Refusals.invalidGrant;
import static org.clearpost.identity.token.Refusals.invalidTarget;
import static org.clearpost.identity.token.Refusals.refused;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.model.ApiClient;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Tokens for programs.
 *
 * <p>A service gets one to read another service's feed, and nothing else; the gateway one to ask on behalf of people who
 * are not signed in. An API client gets one for the gateway, with
 * the scopes it was made with or fewer; services never see it.
 */
final class ClientCredentials implements AuthenticationProvider {

    static final String VISITORS = "visitors";

    private static final String FEED = "feed";

    private final Holders holders;
    private final TokenIssuer issuer;

    ClientCredentials(Holders holders, TokenIssuer issuer) {
        this.holders = holders;
        this.issuer = issuer;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var request = (OAuth2ClientCredentialsAuthenticationToken) authentication;
        OAuth2ClientAuthenticationToken client = ClientInRequest.of(request);
        RegisteredClient registered = ClientInRequest.mustHave(client, AuthorizationGrantType.CLIENT_CREDENTIALS);
        for (String scope : request.getScopes()) {
            if (!registered.getScopes().contains(scope)) {
                throw refused("invalid_scope", "This client does not have that scope.");
            }
        }
        UUID group = Clients.groupOf(registered);
        OAuth2AccessToken token =
                group == null ? forService(registered, request) : forApiClient(registered, group, request);
        return new OAuth2AccessTokenAuthenticationToken(registered, client, token);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientCredentialsAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private OAuth2AccessToken forService(RegisteredClient service, OAuth2ClientCredentialsAuthenticationToken request) {
        String scope = TokenIssuer.GATEWAY.equals(service.getClientId()) ? VISITORS : FEED;
        return issuer.forService(TokenHolder.service(service.getClientId(), scope), audience(request));
    }

    private OAuth2AccessToken forApiClient(
            RegisteredClient registered, UUID group, OAuth2ClientCredentialsAuthenticationToken request) {
        if (named(request) != null && !TokenIssuer.GATEWAY.equals(audience(request))) {
            throw invalidTarget();
        }
        ApiClient client = holders.findClient(group, UUID.fromString(registered.getClientId()))
                .orElseThrow(() -> invalidGrant());
        Set<String> scopes = request.getScopes().isEmpty() ? client.scopes() : request.getScopes();
        return issuer.forGateway(TokenHolder.of(
                "CLIENT", client.id(), group, client.epoch(), client.posts(), scopes, TokenHolder.FOR_THE_GATEWAY));
    }

    private static String audience(OAuth2ClientCredentialsAuthenticationToken request) {
        if (named(request) instanceof String audience) {
            return audience;
        }
        throw invalidTarget();
    }

    private static @Nullable Object named(OAuth2ClientCredentialsAuthenticationToken request) {
        Map<String, Object> parameters = request.getAdditionalParameters();
        return parameters.get("audience");
    }
}
