package org.clearpost.identity.directory.model;

import java.util.Arrays;
import java.util.List;

/**
 * The roles of ROLE-01 to ROLE-28, in that order.
 *
 * <p>A role is held in one setting, except the group administrator's, which is held for the whole group. Two are
 * contacts somebody may be sent to, and never held by a person who signs in.
 */
public enum RoleCode {
    SETTING_HEAD("Head of setting", Reach.SETTING, true),
    LINE_MANAGER("Line manager", Reach.SETTING, false),
    SLT("Senior leader", Reach.SETTING, false),
    DSL("Designated safeguarding lead", Reach.SETTING, true),
    OSC("Online safety coordinator", Reach.SETTING, true),
    GOVERNOR("Governor", Reach.SETTING, false),
    CHAIR("Chair of governors", Reach.SETTING, false),
    HR("Human resources", Reach.SETTING, false),
    HEAD_COMMS("Head of communications", Reach.SETTING, false),
    WEB_MANAGER("Web manager", Reach.SETTING, false),
    MARKETING("Marketing", Reach.SETTING, false),
    MODERATOR("Moderator", Reach.SETTING, false),
    CONTRIBUTOR("Contributor", Reach.SETTING, false),
    AREA_OWNER("Area owner", Reach.SETTING, false),
    EMPLOYEE("Employee", Reach.SETTING, false),
    AGENCY_STAFF("Agency staff", Reach.SETTING, false),
    VOLUNTEER("Volunteer", Reach.SETTING, false),
    ELECTED_MEMBER("Elected member", Reach.SETTING, false),
    PARENT("Parent or carer", Reach.SETTING, false),
    PUPIL("Pupil", Reach.SETTING, false),
    ICT("ICT support", Reach.SETTING, false),
    TRADE_UNION("Trade union", Reach.CONTACT, false),
    PROFESSIONAL_BODY("Professional body", Reach.CONTACT, false),
    POLICY_OWNER("Policy owner", Reach.SETTING, true),
    APPROVING_BODY("Approving body", Reach.SETTING, false),
    GROUP_ADMIN("Group administrator", Reach.GROUP, false),
    RETURN_CONTACT("Return contact", Reach.SETTING, true),
    INVESTIGATOR("Investigator", Reach.SETTING, false);

    /** Where a role is held. */
    public enum Reach {
        SETTING,
        GROUP,
        CONTACT
    }

    private static final List<RoleCode> MUST_BE_FILLED =
            Arrays.stream(values()).filter(RoleCode::mustBeFilled).toList();

    private final String words;
    private final Reach reach;
    private final boolean mustBeFilled;

    RoleCode(String words, Reach reach, boolean mustBeFilled) {
        this.words = words;
        this.reach = reach;
        this.mustBeFilled = mustBeFilled;
    }

    /** What the role is called where a setting has no word of its own for it (UI-03). */
    public String words() {
        return words;
    }

    public Reach reach() {
        return reach;
    }

    /** Whether every setting must have somebody in this post, marked * in the table of roles. */
    public boolean mustBeFilled() {
        return mustBeFilled;
    }

    /** The posts every setting must have filled. */
    public static List<RoleCode> thatMustBeFilled() {
        return MUST_BE_FILLED;
    }
}
