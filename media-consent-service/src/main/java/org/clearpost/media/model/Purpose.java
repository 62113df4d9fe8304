package org.clearpost.media.model;

import java.util.List;

/**
 * What is consented to. Taking a picture and each use of it are separate answers, and a full name beside a picture is
 * a permission of its own: none of them ever covers another.
 */
public enum Purpose {
    TAKING("being photographed"),
    WEBSITE("the website"),
    DISPLAY("displays"),
    SOCIAL_MEDIA("social media"),
    PRINT("print"),
    PRESS("the press"),
    INTERNAL("internal use"),
    FULL_NAME("a full name");

    /** The purposes a roster shows. */
    public static final List<Purpose> OF_PICTURES =
            List.of(TAKING, WEBSITE, DISPLAY, SOCIAL_MEDIA, PRINT, PRESS, INTERNAL);

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether an answer may be narrowed to one platform. */
    public boolean hasChannels() {
        return this == SOCIAL_MEDIA;
    }
}
