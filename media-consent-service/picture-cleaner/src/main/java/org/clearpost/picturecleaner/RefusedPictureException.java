package org.clearpost.picturecleaner;

/** A picture that is not cleaned, and why in one word of the protocol. */
final class RefusedPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The words the service knows. */
    enum Why {
        /** It ends too early, or contradicts itself. */
        DAMAGED,
        /** It moves. */
        MOVING,
        /** It is built in a way that only a trap would be. */
        STRANGE
    }

    private final Why why;

    RefusedPictureException(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
