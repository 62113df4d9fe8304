package org.clearpost.identity.testing;

import org.clearpost.kit.config.TokenRules;
import org.clearpost.kit.testing.TestTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Lets the directory believe the tokens tests make, besides those identity signs. */
@TestConfiguration(proxyBeanMethods = false)
class TestTrust {

    @Bean
    @Primary
    JwtDecoder testTokens(Environment environment, @Qualifier("directoryTokens") JwtDecoder own) {
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(environment.getRequiredProperty(
                                "spring.cloud.discovery.client.simple.instances.identity[0].uri")
                        + "/oauth2/jwks")
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        made.setJwtValidator(TokenRules.of(TestTokens.ISSUER, "identity"));
        return token -> {
            try {
                return made.decode(token);
            } catch (JwtException unknown) {
                return own.decode(token);
            }
        };
    }
}
