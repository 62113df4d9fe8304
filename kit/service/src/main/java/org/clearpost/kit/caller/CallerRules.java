package org.clearpost.kit.caller;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Which sort of token opens which door: people and API clients the interface, services the feed, visitors their own paths. */
public final class CallerRules {

    private CallerRules() {}

    public static AuthorizationDecision isCaller(Authentication who) {
        String kind = kind(who);
        return new AuthorizationDecision("PERSON".equals(kind) || "CLIENT".equals(kind));
    }

    public static AuthorizationDecision isFeedReader(Authentication who) {
        return new AuthorizationDecision("SERVICE".equals(kind(who))
                && who instanceof JwtAuthenticationToken token
                && CallerClaims.scopes(token.getToken()).contains("feed"));
    }

    /** The gateway, on behalf of somebody who is not signed in: it vouches for nobody. */
    public static AuthorizationDecision isForVisitors(Authentication who) {
        return new AuthorizationDecision("SERVICE".equals(kind(who))
                && who instanceof JwtAuthenticationToken token
                && CallerClaims.scopes(token.getToken()).contains("visitors"));
    }

    private static String kind(Authentication who) {
        String kind =
                who instanceof JwtAuthenticationToken token ? token.getToken().getClaimAsString("kind") : null;
        return kind == null ? "" : kind;
    }
}
