package org.clearpost.policy.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named answer to every option, to be read, chosen and then changed.
 *
 * <p>A set is only ever applied because somebody asked for it by name; it is a starting point, not advice on the law.
 */
public record StarterSet(String name, String title, String description, Map<OptionKey, Object> values) {

    private static final List<StarterSet> ALL = List.of(cautiousEarlyYears(), school(), councilService());

    public StarterSet {
        values = Map.copyOf(values);
    }

    public static List<StarterSet> all() {
        return ALL;
    }

    public static Optional<StarterSet> find(String name) {
        return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
    }

    private static StarterSet cautiousEarlyYears() {
        Map<OptionKey, Object> values = new EnumMap<>(OptionKey.class);
        values.put(OptionKey.EMPLOYER_ON_PROFILES, Map.of("rule", "FORBID", "closedProfessionalNetworks", false));
        values.put(
                OptionKey.CURRENT_FAMILIES,
                Map.of("rule", "NEVER", "relationExemption", "RELATIVES", "mustReportRequests", true));
        values.put(OptionKey.FORMER_PUPILS, Map.of("pupils", "NEVER", "families", "NEVER"));
        values.put(OptionKey.OWN_COMMENTS, "NO");
        values.put(OptionKey.WORK_TIME, Map.of("rule", "FORBID", "appliesToWorkKitAtHome", true));
        values.put(OptionKey.PUPIL_CONTACT, List.of());
        values.put(OptionKey.OFFICIAL_PAGE, "ALLOW_WITH_WARNING");
        values.put(OptionKey.OWN_DEVICES, "FORBID");
        values.put(OptionKey.VISITOR_COMMENTS, "PRE_APPROVE");
        values.put(
                OptionKey.NEGATIVE_COMMENTS,
                Map.of(
                        "offensive", List.of("REMOVE", "TELL_SAFEGUARDING", "TELL_HEAD"),
                        "extreme", List.of("REMOVE", "TELL_HEAD", "TELL_AUTHOR_WHY", "REPORT_OPERATOR"),
                        "negative", List.of("TELL_HEAD"),
                        "mistaken", List.of("TELL_HEAD", "CONTACT_AUTHOR")));
        values.put(
                OptionKey.ACCOUNT_APPROVAL,
                Map.of("setUpBy", "SETTING_HEAD", "approver", "SETTING_HEAD", "consultees", List.of("DSL")));
        values.put(
                OptionKey.POST_APPROVAL,
                List.of(Map.of(
                        "channel",
                        "EVERY_OTHER",
                        "posts",
                        "MANAGEMENT",
                        "events",
                        "SETTING_HEAD",
                        "links",
                        "SETTING_HEAD")));
        values.put(OptionKey.FRIEND_REQUESTS, "ACCEPT_FROM_KNOWN");
        values.put(OptionKey.CHILD_NAMES, "NONE");
        values.put(OptionKey.CHILD_CONSENT, Map.of("selfConsentAllowed", false));
        values.put(OptionKey.GROUP_EVENTS, "EACH_IDENTIFIABLE");
        values.put(OptionKey.DECLARATION, Map.of("rule", "ALL_MUST_SIGN", "byPersonType", List.of()));
        values.put(
                OptionKey.REVIEW, Map.of("everyMonths", 12, "owner", "SETTING_HEAD", "approvedBy", "APPROVING_BODY"));
        values.put(
                OptionKey.FIRST_REPORT,
                List.of(
                        Map.of("category", "PUPIL_CONTACTED_STAFF", "first", List.of("DSL", "SETTING_HEAD")),
                        Map.of("category", "IDENTIFYING_CHILD", "first", List.of("DSL", "SETTING_HEAD")),
                        Map.of("category", "EVERY_OTHER", "first", List.of("SETTING_HEAD"))));
        values.put(OptionKey.ADJUDICATOR, "SETTING_HEAD");
        values.put(OptionKey.POLITICS, "BAN");
        values.put(OptionKey.MONITORING, Map.of("monitored", false));
        values.put(OptionKey.REQUIRED_LINKS, List.of("SOCIAL_MEDIA", "ONLINE_SAFETY"));
        values.put(OptionKey.MEDIA_CONTACT, "SETTING_HEAD");
        values.put(OptionKey.BLOGS, "PERMISSION");
        values.put(OptionKey.ACKNOWLEDGEMENT, 1);
        values.put(
                OptionKey.WRITING_STYLE,
                Map.of("firstPerson", false, "disclosePosition", false, "noPersonalViews", true));
        values.put(OptionKey.DECLARATION_SCOPE, List.of("CASUAL", "AGENCY", "VOLUNTEER", "STUDENT_TRAINEE"));
        values.put(OptionKey.COLLEAGUE_PICTURES, "FORBID");
        values.put(OptionKey.OTHER_PAGES, "HEAD_APPROVES");
        values.put(OptionKey.ENCYCLOPAEDIAS, "FORBID");
        values.put(
                OptionKey.LEAVERS,
                "What you learned here about children, families and colleagues stays confidential after you leave."
                        + " You do not contact children or families through your personal accounts, however much time"
                        + " has passed.");
        values.put(OptionKey.PROFESSIONAL_NETWORKS, "ADVISE_MANAGER");
        return new StarterSet(
                "CAUTIOUS_EARLY_YEARS",
                "Early years, cautious",
                "For nurseries and children's centres that want the safest answer everywhere: no child is named, only"
                        + " the setting's devices take pictures, a parent or carer consents, the head approves events"
                        + " and links, and staff keep work off their own profiles.",
                values);
    }

    private static StarterSet school() {
        Map<OptionKey, Object> values = new EnumMap<>(OptionKey.class);
        values.put(OptionKey.EMPLOYER_ON_PROFILES, Map.of("rule", "DISCOURAGE", "closedProfessionalNetworks", true));
        values.put(
                OptionKey.CURRENT_FAMILIES,
                Map.of("rule", "NEVER", "relationExemption", "PARENT_OR_CLOSE_FAMILY", "mustReportRequests", true));
        values.put(
                OptionKey.FORMER_PUPILS,
                Map.of("pupils", "UNTIL_AGE", "families", "OFFICIAL_CHANNELS_ONLY", "untilAge", 18));
        values.put(OptionKey.OWN_COMMENTS, "PUBLIC_INFO_ONLY");
        values.put(OptionKey.WORK_TIME, Map.of("rule", "SERVICE_REASONS_ONLY", "appliesToWorkKitAtHome", true));
        values.put(OptionKey.PUPIL_CONTACT, List.of("OFFICIAL_EMAIL", "OFFICIAL_VIDEO_MEETING", "LEARNING_PLATFORM"));
        values.put(OptionKey.OFFICIAL_PAGE, "ALLOW");
        values.put(OptionKey.OWN_DEVICES, "FORBID");
        values.put(OptionKey.VISITOR_COMMENTS, "PRE_APPROVE");
        values.put(
                OptionKey.NEGATIVE_COMMENTS,
                Map.of(
                        "offensive", List.of("REMOVE", "TELL_SAFEGUARDING", "TELL_HEAD"),
                        "extreme", List.of("REMOVE", "TELL_HEAD", "TELL_AUTHOR_WHY", "REPORT_OPERATOR"),
                        "negative", List.of("TELL_HEAD"),
                        "mistaken", List.of("PUBLIC_REPLY", "CONTACT_AUTHOR")));
        values.put(
                OptionKey.ACCOUNT_APPROVAL, Map.of("setUpBy", "SLT", "approver", "SLT", "consultees", List.of("OSC")));
        values.put(
                OptionKey.POST_APPROVAL,
                List.of(Map.of(
                        "channel",
                        "EVERY_OTHER",
                        "posts",
                        "MANAGEMENT",
                        "events",
                        "SETTING_HEAD",
                        "links",
                        "SETTING_HEAD")));
        values.put(OptionKey.FRIEND_REQUESTS, "NO");
        values.put(OptionKey.CHILD_NAMES, "FIRST_INITIAL");
        values.put(OptionKey.CHILD_CONSENT, Map.of("selfConsentAllowed", true));
        values.put(OptionKey.GROUP_EVENTS, "EACH_IDENTIFIABLE");
        values.put(
                OptionKey.DECLARATION,
                Map.of(
                        "rule",
                        "ALL_MUST_SIGN",
                        "byPersonType",
                        List.of(Map.of("personType", "GOVERNOR", "rule", "READ_RECEIPT"))));
        values.put(
                OptionKey.REVIEW, Map.of("everyMonths", 12, "owner", "POLICY_OWNER", "approvedBy", "APPROVING_BODY"));
        values.put(
                OptionKey.FIRST_REPORT,
                List.of(
                        Map.of("category", "PUPIL_CONTACTED_STAFF", "first", List.of("DSL", "OSC")),
                        Map.of("category", "EXPLICIT_CONTACT", "first", List.of("DSL", "OSC")),
                        Map.of("category", "UNAPPROVED_ACCOUNT", "first", List.of("SLT", "SAFEGUARDING_TEAM")),
                        Map.of("category", "EVERY_OTHER", "first", List.of("LINE_MANAGER"))));
        values.put(OptionKey.ADJUDICATOR, "SETTING_HEAD");
        values.put(OptionKey.POLITICS, "BAN");
        values.put(
                OptionKey.MONITORING,
                Map.of(
                        "monitored",
                        true,
                        "lawfulBasis",
                        "PUBLIC_TASK",
                        "noticeText",
                        "The school filters and monitors its network and equipment to keep children safe. Records can"
                                + " show addresses visited, times and words typed, and may show private matters if you"
                                + " use school equipment for them. Ask the head who can read the records."));
        values.put(OptionKey.REQUIRED_LINKS, List.of("SOCIAL_MEDIA", "ONLINE_SAFETY", "ACCEPTABLE_USE"));
        values.put(OptionKey.MEDIA_CONTACT, "MARKETING");
        values.put(OptionKey.BLOGS, "PERMISSION");
        values.put(OptionKey.ACKNOWLEDGEMENT, 2);
        values.put(
                OptionKey.WRITING_STYLE,
                Map.of("firstPerson", false, "disclosePosition", false, "noPersonalViews", true));
        values.put(
                OptionKey.DECLARATION_SCOPE,
                List.of("CASUAL", "AGENCY", "PARTNER_INDIVIDUAL", "VOLUNTEER", "STUDENT_TRAINEE", "GOVERNOR"));
        values.put(OptionKey.COLLEAGUE_PICTURES, "CONSENT");
        values.put(OptionKey.OTHER_PAGES, "HEAD_APPROVES");
        values.put(OptionKey.ENCYCLOPAEDIAS, "FORBID");
        values.put(
                OptionKey.LEAVERS,
                "What you learned here about pupils, families and colleagues stays confidential after you leave. The"
                        + " rules on contact with pupils and their families still hold.");
        values.put(OptionKey.PROFESSIONAL_NETWORKS, "ADVISE_MANAGER");
        return new StarterSet(
                "SCHOOL",
                "School",
                "For schools and other places with pupils old enough to have a say: first name and initial, a pupil"
                        + " judged able can consent, managers approve posts and the head approves events and links,"
                        + " everybody signs each year. It says that the school monitors its network: change that"
                        + " answer if yours does not.",
                values);
    }

    private static StarterSet councilService() {
        Map<OptionKey, Object> values = new EnumMap<>(OptionKey.class);
        values.put(
                OptionKey.EMPLOYER_ON_PROFILES,
                Map.of("rule", "IDENTIFY_AND_DISCLAIM", "closedProfessionalNetworks", true));
        values.put(
                OptionKey.CURRENT_FAMILIES,
                Map.of("rule", "NEVER", "relationExemption", "RELATIVES", "mustReportRequests", true));
        values.put(
                OptionKey.FORMER_PUPILS,
                Map.of("pupils", "OFFICIAL_CHANNELS_ONLY", "families", "OFFICIAL_CHANNELS_ONLY"));
        values.put(OptionKey.OWN_COMMENTS, "YES_WITH_DISCLAIMER");
        values.put(OptionKey.WORK_TIME, Map.of("rule", "SERVICE_REASONS_ONLY", "appliesToWorkKitAtHome", true));
        values.put(OptionKey.PUPIL_CONTACT, List.of("OFFICIAL_EMAIL", "OFFICIAL_VIDEO_MEETING", "OFFICIAL_MOBILE"));
        values.put(OptionKey.OFFICIAL_PAGE, "ALLOW_WITH_WARNING");
        values.put(OptionKey.OWN_DEVICES, "WITH_SENIOR_AGREEMENT");
        values.put(OptionKey.VISITOR_COMMENTS, "POST_MODERATE");
        values.put(
                OptionKey.NEGATIVE_COMMENTS,
                Map.of(
                        "offensive", List.of("REMOVE", "TELL_AUTHOR_WHY", "REPORT_OPERATOR"),
                        "extreme", List.of("REMOVE", "EDIT", "TELL_AUTHOR_WHY", "REPORT_OPERATOR"),
                        "negative", List.of("LEAVE", "PUBLIC_REPLY"),
                        "mistaken", List.of("LEAVE", "PUBLIC_REPLY", "CONTACT_AUTHOR")));
        values.put(
                OptionKey.ACCOUNT_APPROVAL,
                Map.of(
                        "setUpBy",
                        "AREA_OWNER",
                        "approver",
                        "LINE_MANAGER",
                        "consultees",
                        List.of("HEAD_COMMS", "WEB_MANAGER")));
        values.put(
                OptionKey.POST_APPROVAL,
                List.of(Map.of(
                        "channel", "EVERY_OTHER", "posts", "MODERATOR", "events", "MANAGEMENT", "links", "MODERATOR")));
        values.put(OptionKey.FRIEND_REQUESTS, "ACCEPT");
        values.put(OptionKey.CHILD_NAMES, "FIRST_ONLY");
        values.put(OptionKey.CHILD_CONSENT, Map.of("selfConsentAllowed", true));
        values.put(OptionKey.GROUP_EVENTS, "EVENT_NOTICE_PLUS_OBJECTION");
        values.put(
                OptionKey.DECLARATION,
                Map.of(
                        "rule",
                        "ROLE_BASED",
                        "signingPosts",
                        List.of("SETTING_HEAD", "LINE_MANAGER", "MODERATOR", "CONTRIBUTOR", "AREA_OWNER"),
                        "byPersonType",
                        List.of()));
        values.put(OptionKey.REVIEW, Map.of("everyMonths", 24, "owner", "HR", "approvedBy", "APPROVING_BODY"));
        values.put(
                OptionKey.FIRST_REPORT,
                List.of(
                        Map.of("category", "NEGATIVE_COMMENT", "first", List.of("HEAD_COMMS")),
                        Map.of("category", "EVERY_OTHER", "first", List.of("LINE_MANAGER"))));
        values.put(OptionKey.ADJUDICATOR, "HR");
        values.put(OptionKey.POLITICS, "BAN");
        values.put(OptionKey.MONITORING, Map.of("monitored", false));
        values.put(OptionKey.REQUIRED_LINKS, List.of("SOCIAL_MEDIA", "DATA_PROTECTION"));
        values.put(OptionKey.MEDIA_CONTACT, "HEAD_COMMS");
        values.put(OptionKey.BLOGS, "DISCLAIMER");
        values.put(OptionKey.ACKNOWLEDGEMENT, 1);
        values.put(
                OptionKey.WRITING_STYLE,
                Map.of("firstPerson", true, "disclosePosition", true, "noPersonalViews", true));
        values.put(
                OptionKey.DECLARATION_SCOPE,
                List.of("CASUAL", "AGENCY", "PARTNER_INDIVIDUAL", "VOLUNTEER", "STUDENT_TRAINEE"));
        values.put(OptionKey.COLLEAGUE_PICTURES, "CONSENT");
        values.put(OptionKey.OTHER_PAGES, "MODERATOR");
        values.put(OptionKey.ENCYCLOPAEDIAS, "ALLOW");
        values.put(
                OptionKey.LEAVERS,
                "Information that came to you through your work stays confidential after you leave, and is not used"
                        + " for your own or anybody else's gain.");
        values.put(OptionKey.PROFESSIONAL_NETWORKS, "OPEN");
        return new StarterSet(
                "COUNCIL_SERVICE",
                "Council service",
                "For teams that talk with the public every day: comments appear at once and moderators step in, staff"
                        + " may comment under their own name with a disclaimer, own devices need a senior manager's"
                        + " agreement, and feedback is acknowledged within one working day.",
                values);
    }
}
