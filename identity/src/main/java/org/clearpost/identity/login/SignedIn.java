package org.clearpost.identity.login;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has just proved who they are, in identity's session for the few moments until the gateway has its code,
 * and behind the refresh token after that. {@code generation} says with which of their passwords.
 */
public record SignedIn(UUID group, UUID person, int generation) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return person.toString();
    }
}
