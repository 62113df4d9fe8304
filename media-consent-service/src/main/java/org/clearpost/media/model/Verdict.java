package org.clearpost.media.model;

/** The answer in one word, from best to worst; the worst finding of any rule decides. */
public enum Verdict {
    PERMIT,
    NEEDS_ACTION,
    DENY;

    public boolean isWorseThan(Verdict other) {
        return compareTo(other) > 0;
    }
}
