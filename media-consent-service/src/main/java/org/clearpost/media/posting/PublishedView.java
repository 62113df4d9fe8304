package org.clearpost.media.posting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A post that was put out, and what became of it.
 *
 * @param actuallyRemoved whether somebody has proven it gone
 */
record PublishedView(
        UUID id,
        UUID settingId,
        UUID decisionId,
        AccountRef account,
        String address,
        @Nullable String pictureDigest,
        How how,
        List<String> checkedOutside,
        UUID postedBy,
        Instant postedAt,
        List<PersonRef> people,
        @Nullable UUID openTakedown,
        boolean actuallyRemoved,
        @Nullable Instant removedSeenAt,
        List<CorrectionView> corrections) {

    record AccountRef(UUID id, String name, Platform platform) {}

    record PersonRef(UUID subjectId, String name, boolean identified) {}

    record CorrectionView(UUID id, CorrectionKind kind, String what, UUID recordedBy, Instant recordedAt) {}

    /** How a post came to be on record. */
    enum How {
        REGISTERED,
        ALREADY_OUT
    }

    /** Put right where it is, or called back altogether. */
    enum CorrectionKind {
        CORRECTED,
        RETRACTED
    }
}
