package org.clearpost.identity.seam;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.model.GivenCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the directory tells login; implemented by the package {@code login}.
 *
 * <p>The directory calls it inside its own tenant transaction whenever a person is created (by hand or by import) or
 * their e-mail address changes, so that the address in the directory is the one people sign in with, and when somebody
 * is disabled.
 */
public interface Logins {

    /**
     * Makes {@code email} the address this person signs in with; null takes the login away. Refuses with a CONFLICT
     * ({@code identity.email-taken}, pointer {@code /email}) an address somebody else on the platform signs in with.
     */
    Mono<Void> setAddress(UUID group, UUID person, @Nullable String email);

    /**
     * Ends every sign-in of the person and takes back a code not used yet, for good: reinstated, they sign in again with
     * the password they had.
     */
    Mono<Void> end(UUID person);

    /** The password codes these people were given since then, newest first. */
    Mono<List<GivenCode>> codesGiven(Collection<UUID> people, Instant since);
}
