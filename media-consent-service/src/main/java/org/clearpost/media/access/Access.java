package org.clearpost.media.access;

import java.util.List;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;

/**
 * Who may do what, as plain functions over the caller and the setting a record belongs to. No role inherits another's
 * rights: each function names every role it admits.
 */
public final class Access {

    private static final String CONTRIBUTOR = "CONTRIBUTOR";
    private static final String MODERATOR = "MODERATOR";
    private static final String SETTING_HEAD = "SETTING_HEAD";
    private static final String LINE_MANAGER = "LINE_MANAGER";
    private static final String SLT = "SLT";
    private static final String DSL = "DSL";
    private static final String HR = "HR";
    private static final String GOVERNOR = "GOVERNOR";
    private static final String GROUP_ADMIN = "GROUP_ADMIN";
    private static final String DECISIONS = "decisions";
    private static final String ROSTER = "roster";

    private static final List<String> ROSTER_ROLES =
            List.of(CONTRIBUTOR, MODERATOR, SETTING_HEAD, LINE_MANAGER, SLT, DSL);

    private Access() {}

    /** Names, classes, and cleared / not cleared / not asked. */
    public static boolean readsRoster(Caller caller, UUID setting) {
        return caller.isPerson() && caller.holdsAny(setting, rolesThatAsk());
    }

    /** The posts at a setting whose holders ask about it, as {@link #asks} has it of people. */
    public static String[] rolesThatAsk() {
        return ROSTER_ROLES.toArray(String[]::new);
    }

    /** Asks whether a post may be made, and sees such answers. */
    public static boolean asks(Caller caller, UUID setting) {
        return readsRoster(caller, setting) || caller.mayAsClient(DECISIONS, setting);
    }

    /** Consent rows with their history and evidence, and entering or withdrawing them; entering and correcting people. */
    public static boolean handlesConsent(Caller caller, UUID setting) {
        return caller.isPerson() && caller.holdsAny(setting, SETTING_HEAD, LINE_MANAGER, SLT, DSL);
    }

    /** Loads people and consents from a file; whether the setting is one of the group's is for {@link Doors} to see. */
    public static boolean importsRoster(Caller caller, UUID setting) {
        return handlesConsent(caller, setting) || isGroupAdmin(caller) || caller.mayAsClient(ROSTER, setting);
    }

    /** Opens mails that wait where there is no mail server; whether the setting is the group's is for {@link Doors}. */
    static boolean readsOutbox(Caller caller, UUID setting) {
        return caller.isPerson() && (caller.holds(SETTING_HEAD, setting) || isGroupAdmin(caller));
    }

    /** Places, lifts and sees holds. To everybody else they do not exist. */
    public static boolean handlesHolds(Caller caller, UUID setting) {
        return caller.isPerson() && caller.holds(DSL, setting);
    }

    /** Restrictions by a court's order or for a dispute, with their notes. To everybody else they do not exist. */
    public static boolean handlesRestrictions(Caller caller, UUID setting) {
        return caller.isPerson() && caller.holdsAny(setting, SETTING_HEAD, DSL);
    }

    public static boolean managesAccounts(Caller caller, UUID setting) {
        return caller.isPerson() && caller.holdsAny(setting, SETTING_HEAD, LINE_MANAGER, SLT);
    }

    /** Tries options out on past decisions: whoever may choose them. For a group admin see {@link Doors}. */
    public static boolean rehearses(Caller caller, UUID setting) {
        return (caller.isPerson() && caller.holdsAny(setting, SETTING_HEAD, LINE_MANAGER, SLT)) || isGroupAdmin(caller);
    }

    /** Counts of who is cleared for what, exactly. */
    public static boolean readsCoverage(Caller caller, UUID setting) {
        return handlesConsent(caller, setting) || isGroupAdmin(caller);
    }

    /** Counts of who is cleared for what, small numbers left out. */
    public static boolean readsRoughCoverage(Caller caller) {
        return caller.isPerson()
                && (!caller.settings(HR, GOVERNOR).isEmpty()
                        || caller.holdsInGroup(HR)
                        || caller.holdsInGroup(GOVERNOR));
    }

    /** Whether the caller knows every setting of the group. */
    static boolean seesEverySetting(Caller caller) {
        return isGroupAdmin(caller);
    }

    private static boolean isGroupAdmin(Caller caller) {
        return caller.isPerson() && caller.holdsInGroup(GROUP_ADMIN);
    }
}
