package org.clearpost.policy.options;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.policy.model.OptionInForce;
import org.clearpost.policy.model.OptionsInForce;
import org.jspecify.annotations.Nullable;

/** Every option of a setting as it stands; one without a value is not set. */
record OptionsView(UUID settingId, long revision, List<Option> options) {

    /** One option: its value, whose answer it is, and since when. */
    record Option(
            String key,
            @Nullable Object value,
            OptionInForce.@Nullable SetBy setBy,
            boolean locked,
            @Nullable Instant since) {}

    static OptionsView of(OptionsInForce inForce) {
        return new OptionsView(
                inForce.setting().value(),
                inForce.revision(),
                inForce.options().stream()
                        .map(option -> new Option(
                                option.key().code(), option.value(), option.setBy(), option.locked(), option.since()))
                        .toList());
    }
}
