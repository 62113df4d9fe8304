package org.clearpost.media.model;

/** What a giver said. Silence is not an answer and is never stored as one. */
public enum Answer {
    YES,
    NO
}
