package org.clearpost.media.consenting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.consenting.ConsentView.GiverView;
import org.jspecify.annotations.Nullable;

/** Who has answered or may answer for a person, and every judgement of the person's own ability, newest first. */
record GiversView(UUID subjectId, List<KnownGiver> givers, boolean able, List<Judgement> judgements) {

    /** One giver with every bar there was, newest first. */
    record KnownGiver(GiverView giver, boolean barred, List<Bar> bars) {}

    record Bar(
            String reason,
            boolean refusalsSetAside,
            Instant barredAt,
            UUID barredBy,
            @Nullable Instant liftedAt,
            @Nullable UUID liftedBy,
            @Nullable String liftReason) {}

    record Judgement(
            String assessor,
            LocalDate assessedOn,
            String reason,
            Instant recordedAt,
            UUID recordedBy,
            @Nullable Instant revokedAt,
            @Nullable UUID revokedBy,
            @Nullable String revokeReason) {}
}
