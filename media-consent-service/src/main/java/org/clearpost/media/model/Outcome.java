package org.clearpost.media.model;

/** What a decision says of one person. */
public enum Outcome {
    CLEARED,
    NOT_CLEARED,
    NOT_ASKED,
    NOT_IDENTIFIABLE,
    NOT_KNOWN;

    /** Whether this person may stay in the post as it is. */
    boolean isFine() {
        return this == CLEARED || this == NOT_IDENTIFIABLE;
    }
}
