package org.clearpost.media.model;

/** What a decision depends on and another service owns. */
public enum Source {
    DIRECTORY("the directory of people and posts held"),
    OPTIONS("the options this setting has chosen");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
