package org.clearpost.policy.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every option as it stands for one setting at one revision.
 *
 * <p>A locked answer of the group always stands. Otherwise the setting's own answer stands, then the group's. What
 * neither answered is not set; nothing takes its place.
 */
public record OptionsInForce(SettingId setting, long revision, List<OptionInForce> options) {

    public static OptionsInForce of(
            SettingId setting, long revision, Map<OptionKey, GroupChoice> group, Map<OptionKey, SettingChoice> own) {
        return new OptionsInForce(
                setting,
                revision,
                Arrays.stream(OptionKey.values())
                        .map(key -> OptionInForce.of(key, group.get(key), own.get(key)))
                        .toList());
    }

    public OptionInForce option(OptionKey key) {
        return Objects.requireNonNull(options.get(key.ordinal()));
    }
}
