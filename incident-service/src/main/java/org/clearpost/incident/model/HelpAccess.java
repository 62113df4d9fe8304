package org.clearpost.incident.model;

import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;

/** Everybody with a post at a setting sees whom to reach there; its head and its safeguarding lead say who that is. */
public final class HelpAccess {

    private static final String GROUP_ADMIN = "GROUP_ADMIN";

    private HelpAccess() {}

    public static void see(Caller caller, SettingId setting) {
        boolean belongs = caller.holdsInGroup(GROUP_ADMIN) || caller.belongsTo(setting.value());
        if (!caller.isPerson() || !belongs) {
            throw new RefusedException(KitProblem.NOT_FOUND);
        }
    }

    public static void change(Caller caller, SettingId setting) {
        see(caller, setting);
        if (!caller.holdsInGroup(GROUP_ADMIN) && !caller.holdsAny(setting.value(), "SETTING_HEAD", "DSL")) {
            throw new RefusedException(IncidentProblem.NOT_YOURS_TO_CHANGE);
        }
    }
}
