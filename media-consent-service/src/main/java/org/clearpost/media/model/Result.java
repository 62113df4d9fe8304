package org.clearpost.media.model;

/** What one rule found. Everything but PASS keeps a post from being permitted. */
public enum Result {
    PASS,
    FAIL,
    WARN,
    ASK,
    NOT_CHECKED;

    Verdict verdict() {
        return switch (this) {
            case PASS -> Verdict.PERMIT;
            case FAIL -> Verdict.DENY;
            case WARN, ASK, NOT_CHECKED -> Verdict.NEEDS_ACTION;
        };
    }
}
