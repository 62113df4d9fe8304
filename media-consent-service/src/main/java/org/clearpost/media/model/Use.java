package org.clearpost.media.model;

import org.jspecify.annotations.Nullable;

/** One use of a picture: a purpose, and the platform where the purpose has several. */
public record Use(Purpose purpose, @Nullable Platform channel) {

    public String words() {
        return channel == null ? purpose.words() : purpose.words() + " (" + channel.words() + ")";
    }
}
