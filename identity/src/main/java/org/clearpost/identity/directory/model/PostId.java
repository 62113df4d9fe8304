package org.clearpost.identity.directory.model;

import java.util.UUID;

/** One post held by one person for one stretch of time. */
public record PostId(UUID value) {}
