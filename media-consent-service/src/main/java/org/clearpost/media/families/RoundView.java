package org.clearpost.media.families;

import java.time.Instant;
import java.util.UUID;
import org.clearpost.media.families.model.RoundKind;
import org.jspecify.annotations.Nullable;

/** Families being asked or reminded, and how far that is. */
record RoundView(
        UUID id,
        UUID settingId,
        RoundKind kind,
        @Nullable String className,
        State state,
        int total,
        int done,
        int mailed,
        int withoutAddress,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    enum State {
        RUNNING,
        DONE
    }
}
