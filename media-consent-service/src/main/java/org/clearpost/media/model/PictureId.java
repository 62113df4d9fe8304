package org.clearpost.media.model;

import java.util.UUID;

/** A picture somebody wants to post, known by its cleaned copy alone. */
public record PictureId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
