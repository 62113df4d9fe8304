package org.clearpost.identity.directory.model;

import java.util.UUID;

/** A person of a group. */
public record PersonId(UUID value) {}
