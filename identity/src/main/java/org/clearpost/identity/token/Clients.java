package org.clearpost.identity.token;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clearpost.identity.client.ApiClientRepository;
import org.clearpost.identity.client.ApiClientRepository.Credentials;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Everybody who may ask for tokens: the gateway and the services by the secrets of the installation, API clients by what
 * their group's admin made. An ended API client is not found.
 */
@Component
class Clients implements RegisteredClientRepository {

    /** A working day: nobody stays signed in longer, however busy they are. */
    static final Duration SIGNED_IN_AT_MOST = Duration.ofHours(12);

    private static final String GROUP = "clearpost.group";

    private final Map<String, RegisteredClient> installed = new LinkedHashMap<>();
    private final ApiClientRepository apiClients;
    private final TenantTransaction transaction;

    Clients(
            IdentitySettings settings,
            ApiClientRepository apiClients,
            TenantTransaction transaction,
            PasswordEncoder clientSecrets) {
        this.apiClients = apiClients;
        this.transaction = transaction;
        settings.secretsByService().forEach((name, secret) -> {
            RegisteredClient.Builder client = client(name, Objects.requireNonNull(clientSecrets.encode(secret)));
            installed.put(
                    name, TokenIssuer.GATEWAY.equals(name) ? gateway(client, settings.issuer()) : service(client));
        });
    }

    /** The group of an API client; null for the gateway and the services, which belong to none. */
    static @Nullable UUID groupOf(RegisteredClient client) {
        String group = client.getClientSettings().getSetting(GROUP);
        return group == null ? null : UUID.fromString(group);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are not registered here.");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient known = installed.get(clientId);
        if (known != null) {
            return known;
        }
        return uuid(clientId)
                .flatMap(id -> Await.answer(transaction.across(apiClients.findCredentials(id))))
                .map(Clients::apiClient)
                .orElse(null);
    }

    private static RegisteredClient.Builder client(String id, String secretHash) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static RegisteredClient gateway(RegisteredClient.Builder client, String issuer) {
        return client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .redirectUri(issuer + "/login/oauth2/code/clearpost")
                .scope(OidcScopes.OPENID)
                // For people who are not signed in: the token says that the gateway is asking, and nothing of whom.
                .scope(ClientCredentials.VISITORS)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(TokenHolder.FOR_THE_GATEWAY)
                        .refreshTokenTimeToLive(SIGNED_IN_AT_MOST)
                        // The same refresh token all day: its end does not move when it is used.
                        .reuseRefreshTokens(true)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .build();
    }

    private static RegisteredClient service(RegisteredClient.Builder client) {
        return client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("feed")
                .build();
    }

    private static RegisteredClient apiClient(Credentials credentials) {
        return client(credentials.id().toString(), credentials.secretHash())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(credentials.scopes()))
                .clientSettings(ClientSettings.builder()
                        .setting(GROUP, credentials.group().toString())
                        .build())
                .build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
