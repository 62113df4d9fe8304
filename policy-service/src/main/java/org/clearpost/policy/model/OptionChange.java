package org.clearpost.policy.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One answer replaced by another, kept for good. Without a setting it was the group's answer. */
public record OptionChange(
        UUID id,
        @Nullable SettingId setting,
        OptionKey key,
        @Nullable Object oldValue,
        @Nullable Object newValue,
        boolean oldLocked,
        boolean newLocked,
        Cause cause,
        @Nullable String starterSet,
        UUID changedBy,
        Instant changedAt) {

    /** Why an answer changed. */
    public enum Cause {
        CHOSEN,
        STARTER_SET,
        REPLACED_BY_LOCK
    }

    public static OptionChange ofSetting(
            UUID id,
            SettingId setting,
            @Nullable SettingChoice old,
            SettingChoice chosen,
            @Nullable String starterSet,
            UUID changedBy) {
        return new OptionChange(
                id,
                setting,
                chosen.key(),
                old == null ? null : old.value(),
                chosen.value(),
                false,
                false,
                starterSet == null ? Cause.CHOSEN : Cause.STARTER_SET,
                starterSet,
                changedBy,
                chosen.since());
    }

    public static OptionChange ofGroup(UUID id, @Nullable GroupChoice old, GroupChoice chosen, UUID changedBy) {
        return new OptionChange(
                id,
                null,
                chosen.key(),
                old == null ? null : old.value(),
                chosen.value(),
                old != null && old.locked(),
                chosen.locked(),
                Cause.CHOSEN,
                null,
                changedBy,
                chosen.since());
    }

    /** The setting's own answer that a lock put aside; when the lock is lifted it does not come back by itself. */
    public static OptionChange replacedByLock(
            UUID id, SettingId setting, SettingChoice old, UUID changedBy, Instant now) {
        return new OptionChange(
                id, setting, old.key(), old.value(), null, false, false, Cause.REPLACED_BY_LOCK, null, changedBy, now);
    }
}
