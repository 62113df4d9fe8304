package org.clearpost.media.families;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.media.families.model.FamilyStatus;
import org.jspecify.annotations.Nullable;

/** Who can be asked, and where each of them stands, for those who may see consent rows. */
record FamiliesView(List<Family> items, @Nullable String next, Map<FamilyStatus, Integer> counts) {

    record Family(
            UUID giverId,
            String name,
            boolean hasAddress,
            List<ListedChild> children,
            FamilyStatus status,
            @Nullable Instant askedAt,
            @Nullable Instant remindedAt,
            @Nullable Instant answeredAt) {}

    record ListedChild(UUID id, String firstName, String surname, String className) {}
}
