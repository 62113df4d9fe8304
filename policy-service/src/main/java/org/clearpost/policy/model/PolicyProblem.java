package org.clearpost.policy.model;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.Problem;

/** Everything this service refuses, each with a published code. */
public enum PolicyProblem implements Problem {
    NOT_YOURS_TO_CHOOSE(Kind.FORBIDDEN, "policy.not-yours-to-choose", "You can see these options but not change them."),
    VALUE_NOT_ALLOWED(Kind.INVALID, "policy.value-not-allowed", "This value does not fit the option."),
    UNKNOWN_STARTER_SET(Kind.INVALID, "policy.unknown-starter-set", "There is no starter set of this name."),
    NOTHING_TO_LOCK(Kind.INVALID, "policy.nothing-to-lock", "Only a chosen value can be locked."),
    OPTION_LOCKED(
            Kind.CONFLICT, "policy.option-locked", "Your group has set and locked this option. Ask a group admin."),
    SETTING_CLOSED(Kind.CONFLICT, "policy.setting-closed", "This setting is closed, so its options stay as they were.");

    private final Kind kind;
    private final String code;
    private final String title;

    PolicyProblem(Kind kind, String code, String title) {
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
