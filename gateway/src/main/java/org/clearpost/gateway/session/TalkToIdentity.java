package org.clearpost.gateway.session;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clearpost.gateway.GatewaySettings;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * How the gateway talks to identity. Browsers are sent to the public address; the gateway itself finds identity through
 * discovery, request by request, so it starts and restarts without it.
 */
@Configuration
class TalkToIdentity {

    private static final String KEYS = "http://identity/oauth2/jwks";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebClient identityClient(ReactorLoadBalancerExchangeFilterFunction throughDiscovery) {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 300)
                .responseTimeout(Duration.ofSeconds(5));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(throughDiscovery)
                .build();
    }

    @Bean
    ReactiveClientRegistrationRepository registrations(GatewaySettings settings) {
        // Every address is spelled out: asking identity for them at start would tie the two together.
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId("clearpost")
                .clientId("gateway")
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid")
                .redirectUri(settings.issuer() + "/login/oauth2/code/clearpost")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(settings.issuer() + "/oauth2/authorize")
                .tokenUri("http://identity/oauth2/token")
                .jwkSetUri(KEYS)
                .userNameAttributeName("sub")
                .build());
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient identityClient) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(identityClient);
        return client;
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> loginTokenDecoders(WebClient identityClient) {
        NimbusReactiveJwtDecoder decoder = decoder(identityClient);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return registration -> {
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    @Bean
    ReactiveJwtDecoder apiTokenDecoder(WebClient identityClient, GatewaySettings settings) {
        NimbusReactiveJwtDecoder decoder = decoder(identityClient);
        OAuth2TokenValidator<Jwt> forUsAlone =
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of("gateway")::equals);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(5)),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, end -> end != null),
                forUsAlone));
        return decoder;
    }

    private static NimbusReactiveJwtDecoder decoder(WebClient identityClient) {
        return NimbusReactiveJwtDecoder.withJwkSetUri(KEYS)
                .webClient(identityClient)
                .jwsAlgorithms(accepted -> accepted.addAll(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256)))
                .build();
    }
}
