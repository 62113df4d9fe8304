package org.clearpost.identity.login;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.identity.model.GivenCode;
import org.clearpost.identity.seam.Logins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows the directory: who signs in with which address, and who no longer. */
@Component
class DirectoryLogins implements Logins {

    private final LoginRepository logins;
    private final GivenCodes givenCodes;

    DirectoryLogins(LoginRepository logins, GivenCodes givenCodes) {
        this.logins = logins;
        this.givenCodes = givenCodes;
    }

    @Override
    public Mono<Void> setAddress(UUID group, UUID person, @Nullable String email) {
        return logins.setAddress(group, person, email == null ? null : EmailAddress.tidy(email));
    }

    @Override
    public Mono<Void> end(UUID person) {
        return logins.end(person);
    }

    @Override
    public Mono<List<GivenCode>> codesGiven(Collection<UUID> people, Instant since) {
        return givenCodes.list(people, since);
    }
}
