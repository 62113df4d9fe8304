package org.clearpost.media.holding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a person is held back, and every time they were, newest first. */
record HoldView(UUID subjectId, boolean held, List<Placement> placements) {

    record Placement(
            String reason,
            Instant placedAt,
            UUID placedBy,
            @Nullable Instant liftedAt,
            @Nullable UUID liftedBy,
            @Nullable String liftReason) {}

    static HoldView of(UUID subject, List<Placement> placements) {
        return new HoldView(
                subject, placements.stream().anyMatch(placement -> placement.liftedAt() == null), placements);
    }
}
