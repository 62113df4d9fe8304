package org.clearpost.identity.token;

import static org.clearpost.identity.token.Refusals.invalidGrant;
import static org.clearpost.identity.token.Refusals.invalidTarget;
import static org.clearpost.identity.token.Refusals.refused;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.login.SignedIn;
import org.clearpost.identity.login.SignedInCheck;
import org.clearpost.identity.model.ApiClient;
import org.clearpost.identity.model.Holder;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Turns the gateway's token of somebody into one for a single service (RFC 8693).
 *
 * <p>Nothing but who it is, and with which password they signed in, comes from the token shown: whether they may still
 * act, whether that password is still theirs, their posts and their epoch are read anew. Replaces Spring's provider, which wants every token it ever issued in memory.
 */
final class TokenExchange implements AuthenticationProvider {

    private static final String PERSON = "PERSON";
    private static final String CLIENT = "CLIENT";

    private final JwtDecoder gatewayTokens;
    private final Holders holders;
    private final SignedInCheck signedInCheck;
    private final TokenIssuer issuer;

    TokenExchange(JwtDecoder gatewayTokens, Holders holders, SignedInCheck signedInCheck, TokenIssuer issuer) {
        this.gatewayTokens = gatewayTokens;
        this.holders = holders;
        this.signedInCheck = signedInCheck;
        this.issuer = issuer;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var request = (OAuth2TokenExchangeAuthenticationToken) authentication;
        OAuth2ClientAuthenticationToken client = ClientInRequest.of(request);
        RegisteredClient registered = ClientInRequest.mustHave(client, AuthorizationGrantType.TOKEN_EXCHANGE);
        if (request.getActorToken() != null
                || !request.getResources().isEmpty()
                || !request.getScopes().isEmpty()) {
            throw refused("invalid_request", "Send a subject token and an audience, nothing else.");
        }
        if (request.getAudiences().size() != 1) {
            throw invalidTarget();
        }
        String audience = request.getAudiences().iterator().next();
        OAuth2AccessToken token = issuer.forService(holder(subject(request.getSubjectToken())), audience);
        return new OAuth2AccessTokenAuthenticationToken(
                registered, client, token, null, Map.of("issued_token_type", request.getRequestedTokenType()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenExchangeAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Jwt subject(String token) {
        try {
            return gatewayTokens.decode(token);
        } catch (BadJwtException e) {
            throw invalidGrant();
        } catch (JwtException e) {
            // Could not look is not "no": the gateway would end the session.
            throw new RefusedException(KitProblem.UNAVAILABLE);
        }
    }

    private TokenHolder holder(Jwt subject) {
        UUID id = uuid(subject.getSubject());
        UUID group = uuid(subject.getClaimAsString("grp"));
        String kind = subject.getClaimAsString("kind");
        if (PERSON.equals(kind)) {
            // First who they are, then whether the sign-in still counts: a password set in between raised the epoch, so
            // what was read before it is outdated and what is asked after it refuses.
            Holder person = holders.findPerson(group, id).orElseThrow(Refusals::invalidGrant);
            if (!signedInCheck.stillHolds(new SignedIn(group, id, generation(subject)))) {
                throw invalidGrant();
            }
            return TokenHolder.of(
                    PERSON, id, group, person.epoch(), person.posts(), Set.of(), TokenHolder.FOR_A_SERVICE);
        }
        if (CLIENT.equals(kind)) {
            ApiClient client = holders.findClient(group, id).orElseThrow(Refusals::invalidGrant);
            Set<String> scopes = new LinkedHashSet<>(scopes(subject));
            scopes.retainAll(client.scopes());
            return TokenHolder.of(CLIENT, id, group, client.epoch(), client.posts(), scopes, TokenHolder.FOR_A_SERVICE);
        }
        throw invalidGrant();
    }

    /** A token that does not say it was made before it was asked for, and counts as one of an older password. */
    private static int generation(Jwt subject) {
        if (subject.getClaim(GatewayTokenClaims.GENERATION) instanceof Number generation) {
            return generation.intValue();
        }
        throw invalidGrant();
    }

    private static List<String> scopes(Jwt subject) {
        String scope = subject.getClaimAsString("scope");
        return scope == null ? List.of() : List.of(scope.split(" "));
    }

    private static UUID uuid(@Nullable String claim) {
        if (claim == null) {
            throw invalidGrant();
        }
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw invalidGrant();
        }
    }
}
