package org.clearpost.media.restricting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every restriction there is or was about a person, newest first. */
record RestrictionView(UUID subjectId, List<Restriction> items) {

    /** What a restriction is for. */
    enum Kind {
        COURT_ORDER,
        DISPUTE,
        OTHER
    }

    /** @param untilOn the last day; without one it stands until it is ended */
    record Restriction(
            UUID id,
            Kind kind,
            String note,
            LocalDate fromOn,
            @Nullable LocalDate untilOn,
            Instant recordedAt,
            UUID recordedBy,
            @Nullable Instant endedAt,
            @Nullable UUID endedBy,
            @Nullable String endReason) {}
}
