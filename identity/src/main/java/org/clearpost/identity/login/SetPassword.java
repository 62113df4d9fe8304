package org.clearpost.identity.login;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.login.LoginRepository.Login;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.model.OneTimeCode;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets a password with a one-time code. The code is used up and everything signed in with the old password ends: at the
 * next exchange, and for tokens already exchanged as soon as a service hears of it.
 *
 * <p>An unknown address, a wrong code and an old one end in the same way after the same work.
 */
@Component
class SetPassword {

    private static final String PURPOSE = "code";

    private final LoginRepository logins;
    private final Directory directory;
    private final Passwords passwords;
    private final Attempts attempts;
    private final AuditLog audit;
    private final TenantTransaction transaction;
    private final Clock clock;

    SetPassword(
            LoginRepository logins,
            Directory directory,
            Passwords passwords,
            Attempts attempts,
            AuditLog audit,
            TenantTransaction transaction,
            Clock clock) {
        this.logins = logins;
        this.directory = directory;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    enum Outcome {
        SET,
        NO_MATCH,
        TOO_MANY_TRIES
    }

    Outcome set(String typedEmail, String typedCode, String password, String address) {
        String email = EmailAddress.tidy(typedEmail);
        if (!attempts.allow(PURPOSE, email, address)) {
            return Outcome.TOO_MANY_TRIES;
        }
        byte[] code = OneTimeCode.digestOf(typedCode);
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        Optional<Login> login = Await.answer(transaction.across(logins.findByAddress(email)));
        boolean done = login.filter(found -> opens(found, code, now))
                .map(found -> use(found, code, hash, now))
                .orElse(false);
        if (!done) {
            return Outcome.NO_MATCH;
        }
        attempts.forgive(PURPOSE, email, address);
        attempts.forgive(PasswordLogin.PURPOSE, email, address);
        return Outcome.SET;
    }

    private static boolean opens(Login login, byte[] code, Instant now) {
        Instant expiresAt = login.codeExpiresAt();
        byte[] expected = login.codeHash();
        return expected != null
                && expiresAt != null
                && now.isBefore(expiresAt)
                && MessageDigest.isEqual(expected, code);
    }

    private boolean use(Login login, byte[] code, String hash, Instant now) {
        Mono<Boolean> work = directory
                .holdStill(login.group(), login.person())
                .filter(Holder::active)
                .flatMap(holder -> logins.useCode(login.person(), code, hash, now)
                        .filter(used -> used)
                        .flatMap(used -> directory
                                .outdateTokens(login.group(), login.person())
                                .then(audit.record(
                                        PasswordLogin.asCaller(holder), GivenCodes.SET, "person", login.person(), null))
                                .thenReturn(true)));
        return Await.answer(transaction.asSystem(login.group(), work)).orElse(false);
    }
}
