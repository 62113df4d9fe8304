package org.clearpost.identity.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.login.LoginRepository.Login;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Signs in with e-mail and password.
 *
 * <p>An unknown address, a wrong password and a disabled person end in the same way after the same work. The audit entry
 * commits with the reading of the person, or nobody is signed in.
 */
@Component
class PasswordLogin {

    static final String PURPOSE = "password";

    private final LoginRepository logins;
    private final Directory directory;
    private final Passwords passwords;
    private final Attempts attempts;
    private final AuditLog audit;
    private final TenantTransaction transaction;

    PasswordLogin(
            LoginRepository logins,
            Directory directory,
            Passwords passwords,
            Attempts attempts,
            AuditLog audit,
            TenantTransaction transaction) {
        this.logins = logins;
        this.directory = directory;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    SignedIn signIn(String typedEmail, String password, String address) {
        String email = EmailAddress.tidy(typedEmail);
        if (!attempts.allow(PURPOSE, email, address)) {
            throw new LockedException("Too many tries");
        }
        Optional<Login> login = Await.answer(transaction.across(logins.findByAddress(email)));
        boolean right =
                passwords.matches(password, login.map(Login::passwordHash).orElse(null));
        SignedIn person = login.filter(found -> right)
                .flatMap(this::enter)
                .orElseThrow(() -> new BadCredentialsException("E-mail and password do not match"));
        attempts.forgive(PURPOSE, email, address);
        return person;
    }

    private Optional<SignedIn> enter(Login login) {
        Mono<Holder> entered = directory
                .findHolder(login.group(), login.person())
                .filter(Holder::active)
                .flatMap(holder -> audit.record(asCaller(holder), "login.signed-in", "person", holder.person(), null)
                        .thenReturn(holder));
        return Await.answer(transaction.asSystem(login.group(), entered))
                .map(holder -> new SignedIn(holder.group(), holder.person(), login.generation()));
    }

    static Caller asCaller(Holder holder) {
        return new Caller(holder.group(), Caller.Kind.PERSON, holder.person(), List.of(), Set.of(), holder.epoch());
    }
}
