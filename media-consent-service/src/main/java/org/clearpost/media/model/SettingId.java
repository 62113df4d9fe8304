package org.clearpost.media.model;

import java.util.UUID;

/** A nursery, school, provision or service. */
public record SettingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
