package org.clearpost.identity.login;

import static org.clearpost.identity.model.IdentityProblem.DISABLED;
import static org.clearpost.identity.model.IdentityProblem.NOT_ALLOWED;
import static org.clearpost.identity.model.IdentityProblem.NO_ADDRESS;
import static org.clearpost.identity.model.IdentityProblem.UNKNOWN_PERSON;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.clearpost.identity.login.PasswordCodeController.CodeView;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.model.OneTimeCode;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.audit.AuditLog;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.outbox.Outbox;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives a one-time code for a person of the caller's group; a code given earlier is of no use from then on.
 *
 * <p>Whoever gives a code could use it. So each is on record for good, and for a safeguarding lead, whose account alone
 * sees who must not be identified, it is shown to them and to the other leads of their settings.
 */
@Component
class GivePasswordCode {

    static final Duration VALID_FOR = Duration.ofHours(24);

    private static final String CODE_GIVEN = "org.clearpost.directory.PasswordCodeGiven";

    private final LoginRepository logins;
    private final Directory directory;
    private final AuditLog audit;
    private final Outbox outbox;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    GivePasswordCode(
            LoginRepository logins,
            Directory directory,
            AuditLog audit,
            Outbox outbox,
            TenantTransaction transaction,
            Clock clock) {
        this.logins = logins;
        this.directory = directory;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What other services hear: that it happened, never the code. */
    record PasswordCodeGiven(UUID personId, UUID givenBy) {}

    Mono<CodeView> give(Caller caller, UUID person) {
        if (!caller.isPerson() || !caller.holdsInGroup("GROUP_ADMIN")) {
            return Mono.error(new RefusedException(NOT_ALLOWED));
        }
        OneTimeCode code = OneTimeCode.random(random);
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(VALID_FOR);
        Mono<CodeView> work = directory
                .holdStill(caller.group(), person)
                .switchIfEmpty(Mono.error(() -> new RefusedException(UNKNOWN_PERSON)))
                .filter(Holder::active)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DISABLED)))
                .flatMap(holder -> logins.giveCode(person, code.digest(), expiresAt))
                .filter(given -> given)
                .switchIfEmpty(Mono.error(() -> new RefusedException(NO_ADDRESS)))
                .flatMap(given -> audit.record(caller, GivenCodes.GIVEN, "person", person, null)
                        .then(outbox.append(
                                caller.group(), CODE_GIVEN, person, new PasswordCodeGiven(person, caller.id())))
                        .thenReturn(new CodeView(code.shown(), expiresAt)));
        return transaction.within(caller, work);
    }
}
