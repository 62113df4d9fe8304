package org.clearpost.identity.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.login.LoginSession;
import org.clearpost.identity.login.SignedIn;
import org.clearpost.identity.login.SignedInCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The authorization server, cut down to what this platform uses: code with PKCE for the gateway, renewing, exchanging
 * and client credentials. Paths it would offer beyond that are not matched here and so are denied.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final Set<String> OFFERED = Set.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "response_types_supported",
            "subject_types_supported",
            "scopes_supported",
            "code_challenge_methods_supported");

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoints(
            HttpSecurity http,
            SigningKeys keys,
            IdentitySettings settings,
            Holders holders,
            SignedInCheck signedInCheck,
            TokenIssuer issuer,
            LoginSession loginSession) {
        TokenExchange exchange = new TokenExchange(gatewayTokens(keys, settings), holders, signedInCheck, issuer);
        ClientCredentials clientCredentials = new ClientCredentials(holders, issuer);
        return http.securityMatcher(
                        AUTHORIZE,
                        "/oauth2/token",
                        "/oauth2/jwks",
                        "/oauth2/revoke",
                        "/.well-known/openid-configuration")
                .oauth2AuthorizationServer(server -> server.oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint ->
                                endpoint.providerConfigurationCustomizer(TokenConfiguration::sayWhatThereIs)))
                        .authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(new CodeGiven()))
                        .tokenEndpoint(endpoint -> endpoint.authenticationProviders(providers -> {
                            providers.removeIf(provider -> provider instanceof OAuth2TokenExchangeAuthenticationProvider
                                    || provider instanceof OAuth2ClientCredentialsAuthenticationProvider
                                    || provider instanceof OAuth2DeviceCodeAuthenticationProvider);
                            providers.add(exchange);
                            providers.add(clientCredentials);
                        })))
                // A token is no sign-in: with a bearer token nobody may fetch themselves a code.
                .oauth2ResourceServer(resources -> resources
                        .bearerTokenResolver(request -> null)
                        .jwt(jwt -> jwt.decoder(gatewayTokens(keys, settings))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(AUTHORIZE)
                        .access((who, request) -> new AuthorizationDecision(
                                who.get() != null && who.get().getPrincipal() instanceof SignedIn))
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new TokenOutages(), HeaderWriterFilter.class)
                .requestCache(cache -> cache.requestCache(loginSession.requestCache()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZE)))
                .build();
    }

    /** Without the endpoints Spring would offer and this platform does not. */
    private static void sayWhatThereIs(OidcProviderConfiguration.Builder configuration) {
        configuration.claims(claims -> {
            claims.keySet().retainAll(OFFERED);
            claims.put("id_token_signing_alg_values_supported", List.of(SignatureAlgorithm.ES256.getName()));
            claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
            claims.put(
                    "grant_types_supported",
                    List.of(
                            AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                            AuthorizationGrantType.REFRESH_TOKEN.getValue(),
                            AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
                            AuthorizationGrantType.TOKEN_EXCHANGE.getValue()));
        });
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    /** Signs with the one key in force; the others are published for verifying only. */
    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(List.of(keys.signing()))));
    }

    /** Verifies the tokens the gateway shows when it asks for others: ours, for the gateway, not expired. */
    private static JwtDecoder gatewayTokens(SigningKeys keys, IdentitySettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        OAuth2TokenValidator<Jwt> ours = new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(5)),
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, audience -> List.of(TokenIssuer.GATEWAY)
                        .equals(audience)));
        decoder.setJwtValidator(ours);
        return decoder;
    }
}
