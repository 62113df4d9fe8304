package org.clearpost.policy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a setting answered itself; no value: it took its answer back, or a lock of the group replaced it. */
public record SettingChoice(OptionKey key, @Nullable Object value, Instant since) {

    /** Checks {@code given} against the option. */
    public static SettingChoice choose(OptionKey key, @Nullable Object given, Instant now) {
        return new SettingChoice(
                key, given == null ? null : OptionCatalogue.definition(key).accept(given), now);
    }
}
