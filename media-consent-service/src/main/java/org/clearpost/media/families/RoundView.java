package org.clearpost.media.families;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.media.families.model.RoundKind;
import org.jspecify.annotations.Nullable;

/**
 * Families being asked or reminded, and how far that is.
 *
 * @param until of a renewal: the day by which a yes had to end to be asked about
 */
record RoundView(
        UUID id,
        UUID settingId,
        RoundKind kind,
        @Nullable String className,
        @Nullable LocalDate until,
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
