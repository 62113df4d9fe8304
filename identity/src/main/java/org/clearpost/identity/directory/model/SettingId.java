package org.clearpost.identity.directory.model;

import java.util.UUID;

/** A setting of a group. */
public record SettingId(UUID value) {}
