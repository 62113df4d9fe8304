package org.clearpost.media.model;

import java.util.UUID;

/** Somebody known to the directory: a caller, or an account's contributor. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
