package org.clearpost.media.model;

import java.util.UUID;

/** Somebody who answers for a person who may be pictured. */
public record GiverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
