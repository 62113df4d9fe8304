package org.clearpost.incident.model;

import java.util.Arrays;
import java.util.Optional;

/** The posts a help panel can name, in the order it names them. */
public enum HelpPost {
    DSL,
    SETTING_HEAD;

    public static Optional<HelpPost> find(String code) {
        return Arrays.stream(values()).filter(post -> post.name().equals(code)).findFirst();
    }
}
