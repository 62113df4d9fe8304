package org.clearpost.media.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The options in force at a setting when a decision was asked. An option that is not here is unset: there is no default. */
public record Options(long revision, Map<String, String> values) {

    public static final String OWN_DEVICES = "OPT-08";
    public static final String NAME_FORMAT = "OPT-14";
    public static final String WHO_CONSENTS = "OPT-15";
    public static final String CROWDS = "OPT-16";

    public static final String POLITICS = "OPT-21";

    public static final Options NONE = new Options(0, Map.of());

    /** OPT-08. */
    public enum OwnDeviceRule {
        FORBID,
        WITH_SENIOR_AGREEMENT
    }

    /** OPT-21. */
    public enum PoliticsRule {
        BAN,
        CONSIDERATION
    }

    /** OPT-16. */
    public enum CrowdRule {
        EACH_IDENTIFIABLE,
        EVENT_NOTICE_PLUS_OBJECTION
    }

    public Options {
        values = Map.copyOf(values);
    }

    /** The most telling form of a name that needs no permission of its own. */
    public Optional<NameForm> nameFormat() {
        return choice(NAME_FORMAT, NameForm.class).filter(form -> form != NameForm.FULL);
    }

    public Optional<OwnDeviceRule> ownDevices() {
        return choice(OWN_DEVICES, OwnDeviceRule.class);
    }

    public Optional<PoliticsRule> politics() {
        return choice(POLITICS, PoliticsRule.class);
    }

    public Optional<CrowdRule> crowds() {
        return choice(CROWDS, CrowdRule.class);
    }

    public Optional<Because> because(String option) {
        return Optional.ofNullable(values.get(option)).map(value -> new Because(option, value));
    }

    /** A value this version does not know is as good as none. */
    private <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) {
        return Optional.ofNullable(values.get(option)).flatMap(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst());
    }
}
