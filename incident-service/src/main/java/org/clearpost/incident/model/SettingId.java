package org.clearpost.incident.model;

import java.util.UUID;

/** A nursery, school or service whose people look for help. */
public record SettingId(UUID value) {}
