package org.clearpost.identity.login;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clearpost.identity.model.PasswordRule;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and compares them.
 *
 * <p>Comparing takes as long for somebody who does not exist. Each hash needs 19 MiB, so only a few are made at once;
 * whoever would wait longer than a few seconds is told to come back.
 */
@Component
public class Passwords {

    private static final int AT_ONCE = 4;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    // OWASP Password Storage Cheat Sheet: "Argon2id with a minimum configuration of 19 MiB of memory, an iteration
    // count of 2, and 1 degree of parallelism."
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobody = hash("There is nobody with this password.");

    public final String hash(String password) {
        return alone(() -> {
            String hash = argon2.encode(PasswordRule.spelling(password));
            if (hash == null) {
                throw new IllegalStateException("A password that is there has a hash.");
            }
            return hash;
        });
    }

    /** False, after the same work, when there is no hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        return alone(
                () -> argon2.matches(PasswordRule.spelling(password), hash == null ? nobody : hash) && hash != null);
    }

    private <T> T alone(java.util.function.Supplier<T> work) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(5, TimeUnit.SECONDS);
            if (!placed) {
                throw new RefusedException(KitProblem.UNAVAILABLE);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(KitProblem.UNAVAILABLE);
        } finally {
            if (placed) {
                places.release();
            }
        }
    }
}
