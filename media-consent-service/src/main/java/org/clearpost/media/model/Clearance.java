package org.clearpost.media.model;

/**
 * What somebody who may not see consent rows learns of a person. Refused, withdrawn, expired, pending, left and held
 * are one word: NOT_CLEARED.
 */
public enum Clearance {
    CLEARED,
    NOT_ASKED,
    NOT_CLEARED;

    /** The less permissive of the two. */
    public Clearance and(Clearance other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
