package org.clearpost.policy.options;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.policy.model.OptionChange;
import org.jspecify.annotations.Nullable;

/** One answer replaced by another: who, when, from what to what. */
record OptionChangeView(
        UUID id,
        @Nullable UUID settingId,
        String key,
        @Nullable Object oldValue,
        @Nullable Object newValue,
        boolean oldLocked,
        boolean newLocked,
        OptionChange.Cause cause,
        @Nullable String starterSet,
        UUID changedBy,
        Instant changedAt) {

    static OptionChangeView of(OptionChange change) {
        return new OptionChangeView(
                change.id(),
                change.setting() == null ? null : change.setting().value(),
                change.key().code(),
                change.oldValue(),
                change.newValue(),
                change.oldLocked(),
                change.newLocked(),
                change.cause(),
                change.starterSet(),
                change.changedBy(),
                change.changedAt());
    }
}
