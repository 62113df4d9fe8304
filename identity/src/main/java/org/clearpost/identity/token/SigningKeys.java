package org.clearpost.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clearpost.identity.config.Await;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.config.OfNoGroup;
import org.clearpost.identity.model.KeySchedule;
import org.clearpost.identity.token.SigningKeyRepository.SealedKey;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys tokens are signed and verified with: the same after a restart and in every instance.
 *
 * <p>Read from the database at most once a minute; when it cannot be read, the keys last read go on, because a key that
 * is already published does not become wrong. Making a new key and destroying a spent one happens on reading.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration READ_EVERY = Duration.ofMinutes(1);

    private final SigningKeyRepository repository;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final KeySeal seal;
    private volatile @Nullable Ring ring;

    SigningKeys(
            SigningKeyRepository repository, TenantTransaction transaction, Clock clock, IdentitySettings settings) {
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
        this.seal = new KeySeal(settings.keyFor("signing keys at rest, 1", "AES"));
    }

    private record OpenKey(Instant createdAt, Instant signsFrom, ECKey key) implements KeySchedule.Timed {}

    private record Ring(Instant readAt, List<OpenKey> keys) {}

    /** The one key that signs now. */
    ECKey signing() {
        return KeySchedule.signing(keys(), clock.instant())
                .map(OpenKey::key)
                .orElseThrow(() -> new IllegalStateException("No signing key is in force yet."));
    }

    /** Every key a token still valid may be signed with, and those about to sign. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<OpenKey> keys;
        try {
            keys = keys();
        } catch (RuntimeException e) {
            // Not "a bad token": the answer is to ask again later, and nobody is to be signed out for it.
            throw new KeySourceException("The signing keys cannot be read", e);
        }
        List<JWK> published = KeySchedule.published(keys, clock.instant()).stream()
                .<JWK>map(OpenKey::key)
                .toList();
        return selector.select(new JWKSet(published));
    }

    /** Before the first request, so that it need not wait; if it cannot be done now, the first request does it. */
    @EventListener(ApplicationReadyEvent.class)
    void readAtStart() {
        try {
            readAgain();
        } catch (RuntimeException e) {
            LOG.warn("Could not read the signing keys at the start", e);
        }
    }

    /** Reads the keys again now, whatever was read last. */
    synchronized void readAgain() {
        List<OpenKey> keys = Await.answer(transaction.asSystem(OfNoGroup.ID, renewed())).orElseThrow().stream()
                .map(this::open)
                .toList();
        ring = new Ring(clock.instant(), keys);
    }

    private List<OpenKey> keys() {
        Ring current = ring;
        if (current == null || current.readAt().plus(READ_EVERY).isBefore(clock.instant())) {
            try {
                readAgain();
            } catch (RuntimeException e) {
                if (current == null) {
                    throw e;
                }
                LOG.warn("Could not read the signing keys; going on with those read at {}", current.readAt(), e);
                ring = new Ring(clock.instant(), current.keys());
            }
            current = ring;
        }
        return current == null ? List.of() : current.keys();
    }

    private Mono<List<SealedKey>> renewed() {
        Instant now = clock.instant();
        return repository.all().collectList().flatMap(keys -> {
            boolean due =
                    KeySchedule.needsNew(keys, now) || keys.stream().anyMatch(key -> KeySchedule.spent(key, keys, now));
            return due
                    ? repository.alone().then(repository.all().collectList()).flatMap(again -> renew(again, now))
                    : Mono.just(keys);
        });
    }

    private Mono<List<SealedKey>> renew(List<SealedKey> keys, Instant now) {
        Mono<Void> work = Mono.empty();
        for (SealedKey key : keys) {
            if (KeySchedule.spent(key, keys, now)) {
                work = work.then(repository.destroy(key.id(), now));
            }
        }
        if (KeySchedule.needsNew(keys, now)) {
            work = work.then(repository.add(create(KeySchedule.signsFrom(keys, now), now)));
        }
        return work.then(repository.all().collectList());
    }

    private SealedKey create(Instant signsFrom, Instant now) {
        String id = Ids.next().toString();
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            LOG.info("Made signing key {}, which signs from {}", id, signsFrom);
            return new SealedKey(id, now, signsFrom, seal.seal(id, key.toJSONString()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not make a signing key", e);
        }
    }

    private OpenKey open(SealedKey key) {
        try {
            return new OpenKey(key.createdAt(), key.signsFrom(), ECKey.parse(seal.open(key.id(), key.sealed())));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + key.id() + " is not a key", e);
        }
    }
}
