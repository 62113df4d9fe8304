package org.clearpost.media.model;

/** A word or phrase that a setting does not want in its posts: never, or only with a reason. */
public record ListedWord(String word, Weight weight) {

    /** What finding the word means. */
    public enum Weight {
        NEVER,
        WITH_REASON
    }
}
