package org.clearpost.policy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One option as it stands for a setting: the value, who set it and since when; without a value it is not set. */
public record OptionInForce(
        OptionKey key, @Nullable Object value, @Nullable SetBy setBy, boolean locked, @Nullable Instant since) {

    /** Whose answer is in force. */
    public enum SetBy {
        SETTING,
        GROUP
    }

    static OptionInForce of(OptionKey key, @Nullable GroupChoice group, @Nullable SettingChoice own) {
        if (group != null && group.value() != null && group.locked()) {
            return new OptionInForce(key, group.value(), SetBy.GROUP, true, group.since());
        }
        if (own != null && own.value() != null) {
            return new OptionInForce(key, own.value(), SetBy.SETTING, false, own.since());
        }
        if (group != null && group.value() != null) {
            return new OptionInForce(key, group.value(), SetBy.GROUP, false, group.since());
        }
        return new OptionInForce(key, null, null, false, null);
    }

    public boolean isSet() {
        return value != null;
    }
}
