package org.clearpost.identity.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of the group's that asks on its own account: a scheduler, a content management system, a school system.
 *
 * <p>It holds the role API_CLIENT in the settings it was given and may do what its scopes name there. Ending it is final.
 */
public record ApiClient(
        UUID group,
        UUID id,
        String name,
        Set<String> scopes,
        List<UUID> settings,
        long epoch,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** {@code decisions}: may ask whether something may be posted; {@code roster}: may import the roster. */
    public static final Set<String> SCOPES = Set.of("decisions", "roster");

    public ApiClient {
        scopes = Set.copyOf(scopes);
        settings = List.copyOf(settings);
    }

    public boolean active() {
        return endedAt == null;
    }

    public List<HeldPost> posts() {
        return settings.stream()
                .map(setting -> new HeldPost("API_CLIENT", setting))
                .toList();
    }
}
