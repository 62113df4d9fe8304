package org.clearpost.policy.options;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clearpost.policy.model.OptionInForce;
import org.clearpost.policy.model.OptionsInForce;

/**
 * Every option set for a setting at a revision, told to other services. A reader replaces what it knew of the setting;
 * an option that is missing is not set.
 */
record OptionsChanged(UUID settingId, long revision, Map<String, Set> options) {

    static final String TYPE = "org.clearpost.policy.OptionsChanged";

    /** One option that is set. */
    record Set(Object value, OptionInForce.SetBy setBy, boolean locked, Instant since) {}

    static OptionsChanged of(OptionsInForce inForce) {
        Map<String, Set> options = new LinkedHashMap<>();
        inForce.options().stream()
                .filter(OptionInForce::isSet)
                .forEach(option -> options.put(
                        option.key().code(),
                        new Set(
                                Objects.requireNonNull(option.value()),
                                Objects.requireNonNull(option.setBy()),
                                option.locked(),
                                Objects.requireNonNull(option.since()))));
        return new OptionsChanged(inForce.setting().value(), inForce.revision(), options);
    }
}
