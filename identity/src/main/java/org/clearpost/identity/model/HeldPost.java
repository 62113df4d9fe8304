package org.clearpost.identity.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role somebody holds today: in one setting, or (group admin) in the whole group when {@code setting} is null. */
public record HeldPost(String role, @Nullable UUID setting) {}
