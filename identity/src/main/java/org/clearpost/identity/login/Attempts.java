package org.clearpost.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.config.OfNoGroup;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows guessing down: after five wrong tries in a row from one network an e-mail address is locked there for 15 minutes,
 * and after fifty from anywhere it is locked for everybody. Whoever knows an address cannot lock its owner out alone.
 *
 * <p>A try that one network's lock refuses does not count for the other. Addresses nobody has are counted and locked in the same way, so a lock tells nothing. Passwords and codes are
 * counted apart.
 */
@Component
class Attempts {

    static final int ALLOWED = 5;
    static final int ALLOWED_IN_ALL = 50;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final String ANYWHERE = "";
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final AttemptRepository repository;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final SecretKey secret;

    Attempts(AttemptRepository repository, TenantTransaction transaction, Clock clock, IdentitySettings settings) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
        this.secret = settings.keyFor("sign-in attempts, 1", "HmacSHA256");
    }

    /** Counts a try before it is judged; false when none is allowed now. */
    boolean allow(String purpose, String email, String address) {
        String network = Network.of(address);
        return isAllowed(digest(purpose, email, network), ALLOWED)
                && isAllowed(digest(purpose, email, ANYWHERE), ALLOWED_IN_ALL);
    }

    private boolean isAllowed(byte[] digest, int allowed) {
        Instant now = clock.instant();
        Mono<Boolean> locked = repository.count(digest, now, now.minus(LOCKED_FOR), allowed, now.plus(LOCKED_FOR));
        return !Await.answer(transaction.asSystem(OfNoGroup.ID, locked)).orElse(true);
    }

    /** The try was right: those before it do not count any more, neither here nor in all. */
    void forgive(String purpose, String email, String address) {
        Mono<Void> both = repository
                .forgive(digest(purpose, email, Network.of(address)))
                .then(repository.forgive(digest(purpose, email, ANYWHERE)));
        Await.answer(transaction.asSystem(OfNoGroup.ID, both));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forget() {
        try {
            Await.answer(transaction.asSystem(
                    OfNoGroup.ID, repository.forget(clock.instant().minus(KEPT_FOR))));
        } catch (RuntimeException e) {
            LOG.warn("Could not clear old sign-in attempts", e);
        }
    }

    private byte[] digest(String purpose, String email, String network) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(network.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(EmailAddress.tidy(email).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }
}
