package org.clearpost.media.model;

/** An official account as a decision read it. */
public record AccountFacts(
        AccountId id, SettingId setting, Platform platform, String name, AccountStatus status, int version) {

    public boolean mayBePostedOn() {
        return status == AccountStatus.LIVE;
    }
}
