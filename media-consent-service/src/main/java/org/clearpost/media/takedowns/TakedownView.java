package org.clearpost.media.takedowns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.Platform;
import org.jspecify.annotations.Nullable;

/** A post that has to come down. {@code people} are no longer cleared; why is said to nobody. */
record TakedownView(
        UUID id,
        UUID settingId,
        UUID itemId,
        UUID decisionId,
        AccountRef account,
        String address,
        UUID postedBy,
        Instant postedAt,
        Cause cause,
        List<String> people,
        Instant openedAt,
        Instant dueAt,
        TakedownState state,
        @Nullable ProofView proof) {

    record AccountRef(UUID id, String name, Platform platform) {}

    record ProofView(UUID seenBy, Instant recordedAt, Instant seenGoneAt, SeenHow how, String words) {}
}
