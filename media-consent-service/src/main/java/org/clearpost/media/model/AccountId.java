package org.clearpost.media.model;

import java.util.UUID;

/** An official account. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
