package org.clearpost.kit.ids;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes version 7 identifiers (RFC 9562): random enough not to be guessed, and in the order they were made. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return at(Instant.now());
    }

    static UUID at(Instant instant) {
        long random = RANDOM.nextLong();
        long high = (instant.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        return new UUID(high, 0x8000000000000000L | (random & 0x3FFFFFFFFFFFFFFFL));
    }
}
