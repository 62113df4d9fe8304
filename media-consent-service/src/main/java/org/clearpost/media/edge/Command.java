package org.clearpost.media.edge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one Idempotency-Key stands for: the action, what it was sent to, and the request. The same key with another
 * command is refused.
 */
public record Command(String action, UUID at, @Nullable Object request) {}
