package org.clearpost.identity.token;

import static org.clearpost.identity.token.Refusals.refused;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** The client that asks for a token, once it has proved itself with its secret. */
final class ClientInRequest {

    private ClientInRequest() {}

    static OAuth2ClientAuthenticationToken of(Authentication request) {
        if (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken client && client.isAuthenticated()) {
            return client;
        }
        throw refused("invalid_client", "The client did not prove itself.");
    }

    static RegisteredClient mustHave(OAuth2ClientAuthenticationToken client, AuthorizationGrantType grant) {
        RegisteredClient registered = client.getRegisteredClient();
        if (registered == null || !registered.getAuthorizationGrantTypes().contains(grant)) {
            throw refused("unauthorized_client", "This client may not ask in this way.");
        }
        return registered;
    }
}
