package org.clearpost.gateway.session;

import java.time.Duration;
import java.time.Instant;

/** A short-lived token and when it ends. */
record AccessToken(String value, Instant expiresAt) {

    /** Long enough for the called service to receive and check it. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    boolean usableAt(Instant now) {
        return now.isBefore(expiresAt.minus(MARGIN));
    }

    @Override
    public String toString() {
        return "AccessToken until " + expiresAt;
    }
}
