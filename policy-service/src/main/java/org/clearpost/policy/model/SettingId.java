package org.clearpost.policy.model;

import java.util.UUID;

/** A nursery, school or service that answers the options. */
public record SettingId(UUID value) {}
