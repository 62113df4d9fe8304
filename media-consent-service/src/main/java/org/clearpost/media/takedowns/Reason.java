package org.clearpost.media.takedowns;

/**
 * Why a person became less clear. It is never stored and never shown: a takedown after a hold is, to the byte, one after
 * a withdrawal. The reason itself is on record where it belongs, with the answer or the hold.
 */
public enum Reason {
    WITHDRAWN,
    REFUSED,
    HELD,
    RESTRICTED,
    /** Nothing was done: a yes ran out, a last day passed, or the first day of a restriction came. */
    LAPSED,
    /** An adult's agreement has ended, or somebody asks to be removed: every post of theirs, whatever is still allowed. */
    ENDED
}
