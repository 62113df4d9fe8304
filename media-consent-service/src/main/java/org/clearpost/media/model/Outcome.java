package org.clearpost.media.model;

/** What a decision says of one person. */
public enum Outcome {
    CLEARED,
    NOT_CLEARED,
    NOT_ASKED,
    NOT_IDENTIFIABLE,
    NOT_KNOWN;

    static Outcome of(Clearance clearance) {
        return switch (clearance) {
            case CLEARED -> CLEARED;
            case NOT_CLEARED -> NOT_CLEARED;
            case NOT_ASKED -> NOT_ASKED;
        };
    }

    /** Whether this person may stay in the post as it is. */
    boolean isFine() {
        return this == CLEARED || this == NOT_IDENTIFIABLE;
    }
}
