package org.clearpost.media.model;

import java.util.UUID;

/** One recorded answer. */
public record ConsentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
