package org.clearpost.policy.options;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearpost.policy.model.GroupChoice;
import org.clearpost.policy.model.OptionKey;
import org.jspecify.annotations.Nullable;

/** Every option as the group answered it; one without a value is left to the settings. */
record GroupOptionsView(long revision, List<GroupOption> options) {

    /** One option, and whether settings may answer otherwise. */
    record GroupOption(String key, @Nullable Object value, boolean locked, @Nullable Instant since) {

        static GroupOption of(OptionKey key, @Nullable GroupChoice choice) {
            return choice == null || choice.value() == null
                    ? new GroupOption(key.code(), null, false, null)
                    : new GroupOption(key.code(), choice.value(), choice.locked(), choice.since());
        }
    }

    static GroupOptionsView of(long revision, Map<OptionKey, GroupChoice> choices) {
        return new GroupOptionsView(
                revision,
                Arrays.stream(OptionKey.values())
                        .map(key -> GroupOption.of(key, choices.get(key)))
                        .toList());
    }
}
