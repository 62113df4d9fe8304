package org.clearpost.media.families.model;

import java.util.Locale;

/** The languages a family may answer in. */
public enum Language {
    EN,
    CY;

    /** As browsers and forms write it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
