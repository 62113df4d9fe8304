package org.clearpost.media.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One current answer as a decision read it, with the revision that says whether it has changed since. */
public record ConsentFact(
        UUID id,
        int revision,
        Purpose purpose,
        @Nullable Platform channel,
        ConsentState state,
        @Nullable Instant validUntil) {

    /** An answer without a channel speaks for every channel its purpose has. */
    boolean speaksFor(Use use) {
        return purpose == use.purpose() && (channel == null || channel == use.channel());
    }
}
