package org.clearpost.kit.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What a token must be to be believed here: ours, in time, for this service alone, and made to live no longer than 120
 * seconds.
 */
public final class TokenRules {

    static final Duration LONGEST_LIFE = Duration.ofSeconds(120);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final OAuth2Error NOT_FOR_US =
            new OAuth2Error("invalid_token", "Not a token for this service", null);

    private TokenRules() {}

    public static OAuth2TokenValidator<Jwt> of(String issuer, String application) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer),
                token -> List.of(application).equals(token.getAudience()) && isShortLived(token)
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(NOT_FOR_US));
    }

    private static boolean isShortLived(Jwt token) {
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        return issued != null && expires != null && !expires.isAfter(issued.plus(LONGEST_LIFE));
    }
}
