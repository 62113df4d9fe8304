package org.clearpost.policy.model;

import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;

/**
 * Who may see and who may choose options, as plain questions about the caller.
 *
 * <p>Whoever may not see a setting's options is told that there is nothing; whoever sees them without the right to
 * choose is told so.
 */
public final class OptionAccess {

    private static final String GROUP_ADMIN = "GROUP_ADMIN";
    private static final String[] CHOOSING = {"SETTING_HEAD", "LINE_MANAGER", "SLT"};
    private static final String[] SEEING = {
        "SETTING_HEAD",
        "LINE_MANAGER",
        "SLT",
        "DSL",
        "OSC",
        "GOVERNOR",
        "CHAIR",
        "HR",
        "HEAD_COMMS",
        "WEB_MANAGER",
        "MARKETING",
        "MODERATOR",
        "CONTRIBUTOR",
        "AREA_OWNER",
        "EMPLOYEE",
        "AGENCY_STAFF",
        "VOLUNTEER",
        "ELECTED_MEMBER",
        "ICT",
        "POLICY_OWNER",
        "APPROVING_BODY",
        "RETURN_CONTACT",
        "INVESTIGATOR"
    };

    private OptionAccess() {}

    public static void see(Caller caller, SettingId setting) {
        if (!maySee(caller, setting)) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
    }

    public static void choose(Caller caller, SettingId setting) {
        see(caller, setting);
        if (!caller.holdsInGroup(GROUP_ADMIN) && !caller.holdsAny(setting.value(), CHOOSING)) {
            throw new RefusedException(PolicyProblem.NOT_YOURS_TO_CHOOSE);
        }
    }

    public static void chooseForGroup(Caller caller) {
        if (!caller.isPerson() || !caller.holdsInGroup(GROUP_ADMIN)) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
    }

    /** The questions themselves are no secret, but only people are asked them. */
    public static void read(Caller caller) {
        if (!caller.isPerson()) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
    }

    private static boolean maySee(Caller caller, SettingId setting) {
        return caller.isPerson() && (caller.holdsInGroup(GROUP_ADMIN) || caller.holdsAny(setting.value(), SEEING));
    }
}
