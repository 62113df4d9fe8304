package org.clearpost.identity.token;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The answers of RFC 6749 and RFC 8693 to a request for a token that gets none: a code and one sentence. */
final class Refusals {

    private Refusals() {}

    static OAuth2AuthenticationException refused(String code, String sentence) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, sentence, null));
    }

    static OAuth2AuthenticationException invalidGrant() {
        return refused("invalid_grant", "The token is not valid here or its holder may not sign in.");
    }

    static OAuth2AuthenticationException invalidTarget() {
        return refused("invalid_target", "Name exactly one audience that this platform knows.");
    }
}
