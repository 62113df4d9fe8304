package org.clearpost.media.model;

import java.util.Optional;
import org.clearpost.media.model.Remedy.Errand;
import org.jspecify.annotations.Nullable;

/** IMG-02, by OPT-08: a picture from somebody's own device only where that is allowed, and then by agreement. */
record DeviceIsAllowed() implements Rule {

    static final String ID = "IMG-02";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "The picture was taken on an allowed device";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        if (!Presence.picture(situation)) {
            return Optional.empty();
        }
        Options options = situation.facts().options();
        @Nullable Because because = options.because(Options.OWN_DEVICES).orElse(null);
        Device device = situation.question().device();
        if (device == null) {
            return Optional.of(Finding.open(
                    Result.ASK,
                    "You have not said whose device took the picture.",
                    because,
                    new Errand("SAY_DEVICE", "Say whose device took the picture.")));
        }
        return Optional.of(
                switch (device) {
                    case WORK -> Finding.pass("It was taken on a device of the setting, as you say.", because);
                    case PERSONAL ->
                        Finding.fail(
                                "It was taken on somebody's own device, and no senior manager agreed to that.",
                                because);
                    case PERSONAL_WITH_AGREEMENT -> byAgreement(situation, because);
                });
    }

    private static Finding byAgreement(Situation situation, @Nullable Because because) {
        if (situation.facts().silent().contains(Source.OPTIONS)) {
            return Finding.open(
                    Result.NOT_CHECKED,
                    "This setting's rule for own devices could not be asked just now.",
                    null,
                    BuiltRules.TRY_AGAIN);
        }
        Options.OwnDeviceRule rule = situation.facts().options().ownDevices().orElse(null);
        if (rule == null) {
            return Finding.open(
                    Result.ASK,
                    "This setting has no rule for pictures from own devices yet (OPT-08).",
                    because,
                    new Errand("SET_OPTION", "Ask the head to choose a rule for own devices (OPT-08)."));
        }
        return switch (rule) {
            case FORBID -> Finding.fail("This setting takes no pictures from anybody's own device.", because);
            case WITH_SENIOR_AGREEMENT ->
                Finding.pass(
                        "It was taken on somebody's own device, and a senior manager agreed, as you say.", because);
        };
    }
}
