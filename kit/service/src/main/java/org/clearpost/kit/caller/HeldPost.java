package org.clearpost.kit.caller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds today.
 *
 * @param setting where; absent for a role that is held for the whole group
 */
public record HeldPost(String role, @Nullable UUID setting) {}
