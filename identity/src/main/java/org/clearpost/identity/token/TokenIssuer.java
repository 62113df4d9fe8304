package org.clearpost.identity.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.kit.ids.Ids;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs tokens. Each is for exactly one audience, out of those this platform knows. */
@Component
class TokenIssuer {

    static final String GATEWAY = "gateway";

    private final JwtEncoder encoder;
    private final Clock clock;
    private final IdentitySettings settings;

    TokenIssuer(JwtEncoder encoder, Clock clock, IdentitySettings settings) {
        this.encoder = encoder;
        this.clock = clock;
        this.settings = settings;
    }

    /** Refuses an audience that is not a service of this platform. */
    OAuth2AccessToken forService(TokenHolder holder, String audience) {
        if (!settings.audiences().contains(audience)) {
            throw Refusals.invalidTarget();
        }
        return sign(holder, audience);
    }

    OAuth2AccessToken forGateway(TokenHolder holder) {
        return sign(holder, GATEWAY);
    }

    private OAuth2AccessToken sign(TokenHolder holder, String audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .audience(List.of(audience))
                .subject(holder.subject())
                .issuedAt(now)
                .expiresAt(now.plus(holder.livesFor()))
                .id(Ids.next().toString())
                .claims(all -> all.putAll(holder.claims()))
                .build();
        Jwt token = encoder.encode(JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build(), claims));
        Object scope = holder.claims().getOrDefault("scope", "");
        Set<String> scopes =
                scope.toString().isEmpty() ? Set.of() : Set.of(scope.toString().split(" "));
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), now, now.plus(holder.livesFor()), scopes);
    }
}
