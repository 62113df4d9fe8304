package org.clearpost.identity.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password code somebody was given: by whom, when, and when a password was set with it. Read from the audit log, which
 * nobody can change.
 */
public record GivenCode(UUID person, UUID givenBy, Instant givenAt, @Nullable Instant usedAt) {}
