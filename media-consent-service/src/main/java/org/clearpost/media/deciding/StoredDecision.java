package org.clearpost.media.deciding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as it is kept: what was asked, what was read, what was answered, and how that was sealed. */
public record StoredDecision(
        UUID id,
        UUID setting,
        UUID account,
        UUID askedBy,
        Instant askedAt,
        Instant plannedFor,
        String ruleSet,
        String request,
        String facts,
        String answer,
        @Nullable String digests) {}
