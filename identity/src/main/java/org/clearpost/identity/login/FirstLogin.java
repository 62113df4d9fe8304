package org.clearpost.identity.login;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.identity.model.EmailAddress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the login of the person who sets the platform up, inside the transaction of the set-up. */
@Component
public class FirstLogin {

    private final LoginRepository logins;

    FirstLogin(LoginRepository logins) {
        this.logins = logins;
    }

    public Mono<Void> add(UUID group, UUID person, EmailAddress email, String passwordHash, Instant now) {
        return logins.add(group, person, email.value(), passwordHash, now);
    }
}
