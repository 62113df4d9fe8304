package org.clearpost.identity.token;

import static org.clearpost.identity.token.Refusals.invalidGrant;

import org.clearpost.identity.login.SignedIn;
import org.clearpost.identity.login.SignedInCheck;
import org.clearpost.identity.model.Holder;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the gateway's own token says, made when somebody signs in and each time it is renewed.
 *
 * <p>Refuses when the person has been disabled or has set another password since they signed in. Says with which of
 * their passwords they did, so that each exchange can ask again. The ID token says who and nothing more.
 */
@Component
class GatewayTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** With which of their passwords somebody signed in; for the exchange alone, never in a token for a service. */
    static final String GENERATION = "gen";

    private final Holders holders;
    private final SignedInCheck signedInCheck;

    GatewayTokenClaims(Holders holders, SignedInCheck signedInCheck) {
        this.holders = holders;
        this.signedInCheck = signedInCheck;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            return;
        }
        Authentication principal = context.getPrincipal();
        if (principal == null || !(principal.getPrincipal() instanceof SignedIn person)) {
            throw invalidGrant();
        }
        Holder holder = holders.findPerson(person.group(), person.person()).orElseThrow(Refusals::invalidGrant);
        if (!signedInCheck.stillHolds(person)) {
            throw invalidGrant();
        }
        context.getClaims()
                .claims(claims -> {
                    claims.remove("scope");
                    claims.remove("nbf");
                })
                .claim("kind", "PERSON")
                .claim("grp", holder.group().toString())
                .claim("epoch", holder.epoch())
                .claim(GENERATION, person.generation());
    }
}
