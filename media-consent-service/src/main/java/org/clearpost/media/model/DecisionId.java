package org.clearpost.media.model;

import java.util.UUID;

/** One answer to "may we post this?". */
public record DecisionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
