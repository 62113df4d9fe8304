package org.clearpost.media.model;

import java.util.UUID;

/** A person who may be pictured. */
public record SubjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
