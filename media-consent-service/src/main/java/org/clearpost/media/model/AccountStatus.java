package org.clearpost.media.model;

import java.util.Set;

/** The life of an official account. Only a live one may be posted on; a closed or refused one never comes back. */
public enum AccountStatus {
    REQUESTED("has only been requested"),
    CONSULTING("is still being consulted on"),
    APPROVED("is approved but not live yet"),
    LIVE("is live"),
    SUSPENDED("is suspended"),
    ORPHANED("has no moderator"),
    CLOSED("is closed"),
    REFUSED("was refused");

    private static final Set<AccountStatus> FINAL = Set.of(CLOSED, REFUSED);

    private final String words;

    AccountStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isFinal() {
        return FINAL.contains(this);
    }
}
