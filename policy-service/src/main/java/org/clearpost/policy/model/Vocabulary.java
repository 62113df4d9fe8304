package org.clearpost.policy.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The codes that several options choose from, each with its ordinary words. */
final class Vocabulary {

    /** Every post of requirement E.1 that people hold, with its ordinary name. */
    static final List<AllowedValue> POSTS = List.of(
            AllowedValue.of("SETTING_HEAD", "Head of the setting"),
            AllowedValue.of("LINE_MANAGER", "Line manager"),
            AllowedValue.of("SLT", "Senior leadership team"),
            AllowedValue.of("DSL", "Designated safeguarding lead"),
            AllowedValue.of("OSC", "Online safety coordinator"),
            AllowedValue.of("GOVERNOR", "Governor"),
            AllowedValue.of("CHAIR", "Chair of governors"),
            AllowedValue.of("HR", "Human resources"),
            AllowedValue.of("HEAD_COMMS", "Head of communications"),
            AllowedValue.of("WEB_MANAGER", "Web manager"),
            AllowedValue.of("MARKETING", "Marketing"),
            AllowedValue.of("MODERATOR", "Moderator"),
            AllowedValue.of("CONTRIBUTOR", "Contributor"),
            AllowedValue.of("AREA_OWNER", "Area owner"),
            AllowedValue.of("EMPLOYEE", "Employee"),
            AllowedValue.of("AGENCY_STAFF", "Agency staff"),
            AllowedValue.of("VOLUNTEER", "Volunteer"),
            AllowedValue.of("ELECTED_MEMBER", "Elected member"),
            AllowedValue.of("PARENT", "Parent or carer"),
            AllowedValue.of("PUPIL", "Pupil"),
            AllowedValue.of("ICT", "ICT section"),
            AllowedValue.of("TRADE_UNION", "Trade union"),
            AllowedValue.of("PROFESSIONAL_BODY", "Professional body"),
            AllowedValue.of("POLICY_OWNER", "Policy owner"),
            AllowedValue.of("APPROVING_BODY", "Approving body"),
            AllowedValue.of("GROUP_ADMIN", "Group admin"),
            AllowedValue.of("RETURN_CONTACT", "Return contact"),
            AllowedValue.of("INVESTIGATOR", "Investigator"));

    /** Posts that hear of something first, with the employing agency for people it sends. */
    static final List<AllowedValue> TOLD_FIRST = joined(
            posts(
                    "SETTING_HEAD",
                    "LINE_MANAGER",
                    "DSL",
                    "OSC",
                    "SLT",
                    "HR",
                    "MARKETING",
                    "HEAD_COMMS",
                    "WEB_MANAGER",
                    "ICT",
                    "CHAIR",
                    "RETURN_CONTACT"),
            List.of(
                    AllowedValue.of("SAFEGUARDING_TEAM", "Safeguarding team"),
                    AllowedValue.of("EMPLOYING_AGENCY", "Employing agency")));

    static final List<AllowedValue> PERSON_TYPES = List.of(
            AllowedValue.of("EMPLOYEE", "Employees"),
            AllowedValue.of("CASUAL", "Casual staff"),
            AllowedValue.of("AGENCY", "Agency staff"),
            AllowedValue.of("PARTNER_INDIVIDUAL", "People from partner organisations"),
            AllowedValue.of("VOLUNTEER", "Volunteers"),
            AllowedValue.of("STUDENT_TRAINEE", "Students and trainees"),
            AllowedValue.of("GOVERNOR", "Governors"),
            AllowedValue.of("ELECTED_MEMBER", "Elected members"));

    /** Policies an account page can link to. */
    static final List<AllowedValue> POLICIES = List.of(
            AllowedValue.of("SOCIAL_MEDIA", "Social media"),
            AllowedValue.of("ONLINE_SAFETY", "Online safety"),
            AllowedValue.of("ACCEPTABLE_USE", "Acceptable use"),
            AllowedValue.of("SAFEGUARDING", "Safeguarding"),
            AllowedValue.of("DATA_PROTECTION", "Data protection"),
            AllowedValue.of("DIGITAL_IMAGES", "Digital images"),
            AllowedValue.of("BULLYING_HARASSMENT", "Bullying and harassment"),
            AllowedValue.of("EQUAL_OPPORTUNITIES", "Equal opportunities"),
            AllowedValue.of("CODE_OF_CONDUCT", "Code of conduct"),
            AllowedValue.of("COMMUNICATION_STRATEGY", "Communication strategy"));

    static final String ANY_CHANNEL = "EVERY_OTHER";

    static final List<AllowedValue> CHANNELS = List.of(
            AllowedValue.of("FACEBOOK", "Facebook"),
            AllowedValue.of("INSTAGRAM", "Instagram"),
            AllowedValue.of("X", "X"),
            AllowedValue.of("YOUTUBE", "YouTube"),
            AllowedValue.of("TIKTOK", "TikTok"),
            AllowedValue.of("LINKEDIN", "LinkedIn"),
            AllowedValue.of("WEBSITE", "Website"),
            AllowedValue.of("NEWSLETTER", "Newsletter"),
            AllowedValue.of("OTHER", "Another platform"),
            AllowedValue.of(ANY_CHANNEL, "Every channel without a row of its own"));

    static final String ANY_CATEGORY = "EVERY_OTHER";

    /** What a report can be about. */
    static final List<AllowedValue> CATEGORIES = List.of(
            AllowedValue.of("CONFIDENTIALITY", "Confidential information given away"),
            AllowedValue.of("PROPRIETARY_DISCLOSURE", "Internal business made public"),
            AllowedValue.of("IDENTIFYING_CHILD", "A child can be identified"),
            AllowedValue.of("DEROGATORY", "Derogatory remarks"),
            AllowedValue.of("DEFAMATION", "Defamation"),
            AllowedValue.of("DISCRIMINATION", "Discrimination"),
            AllowedValue.of("HARASSMENT_BULLYING", "Harassment or bullying"),
            AllowedValue.of("CYBERBULLYING_OF_STAFF", "Staff bullied online"),
            AllowedValue.of("PERSONAL_VIEWS", "Own views given as the setting's"),
            AllowedValue.of("POLITICAL_CONTENT", "Political content"),
            AllowedValue.of("DISSENT", "Work disputes aired in public"),
            AllowedValue.of("DISREPUTE", "Harm to the setting's good name"),
            AllowedValue.of("UNSUITABLE_GROUP", "Joining an unsuitable group"),
            AllowedValue.of("UNSUITABLE_MATERIAL", "Unsuitable material"),
            AllowedValue.of("ILLEGAL_IMAGES", "Illegal images"),
            AllowedValue.of("GROOMING", "Signs of grooming"),
            AllowedValue.of("EXPLICIT_CONTACT", "Sexually explicit contact"),
            AllowedValue.of("INAPPROPRIATE_RELATIONSHIP", "Inappropriate relationship"),
            AllowedValue.of("FRIEND_PUPIL", "Online friendship with a pupil"),
            AllowedValue.of("FRIEND_FAMILY", "Online friendship with a family"),
            AllowedValue.of("BOUNDARY_FORMER", "Contact with former pupils or families"),
            AllowedValue.of("PUPIL_CONTACTED_STAFF", "A pupil contacted staff privately"),
            AllowedValue.of("PERSONAL_CHANNEL_CONTACT", "Contact through a private channel"),
            AllowedValue.of("ONE_TO_ONE_MESSAGING", "One-to-one messages"),
            AllowedValue.of("PERSONAL_DEVICE_USE", "Use of an own device"),
            AllowedValue.of("IMAGE_NO_CONSENT", "Picture used without consent"),
            AllowedValue.of("IMAGE_RETAINED", "Picture kept too long"),
            AllowedValue.of("WORK_TIME_USE", "Private use in work time"),
            AllowedValue.of("LOGO_BRAND_MISUSE", "Misuse of name or logo"),
            AllowedValue.of("UNAPPROVED_ACCOUNT", "Account nobody approved"),
            AllowedValue.of("SPEAKING_FOR_ORG", "Speaking for the setting without leave"),
            AllowedValue.of("UNAPPROVED_BLOG", "Blog nobody approved"),
            AllowedValue.of("ENDORSEMENT", "Unwanted endorsement"),
            AllowedValue.of("FALSE_IDENTITY", "False identity"),
            AllowedValue.of("ACCOUNT_MISUSE", "Misuse of somebody's account"),
            AllowedValue.of("COPYRIGHT", "Copyright"),
            AllowedValue.of("CONTEMPT_OF_COURT", "Contempt of court"),
            AllowedValue.of("DATA_PROTECTION", "Data protection"),
            AllowedValue.of("ACCOUNT_ABUSE_BY_PUBLIC", "Abuse of an official account"),
            AllowedValue.of("NEGATIVE_COMMENT", "Negative comment or review"),
            AllowedValue.of("STAFF_INFO_ACCESSED", "Staff's private details seen or used"),
            AllowedValue.of("STAFF_TARGETED", "Staff targeted"),
            AllowedValue.of("PARENT_POST", "A parent's post"),
            AllowedValue.of("PARENT_IMAGE", "A parent's picture of others"),
            AllowedValue.of("PUPIL_UNDER_AGE", "A pupil below a site's age limit"),
            AllowedValue.of("PUPIL_ANONYMOUS_SITE", "A pupil on an anonymous site"),
            AllowedValue.of("PUPIL_LANGUAGE", "A pupil's language or pictures"),
            AllowedValue.of("PUPIL_IMPERSONATION", "A pupil posing as somebody else"),
            AllowedValue.of("SEXTING", "Nude or semi-nude pictures shared"),
            AllowedValue.of("RADICALISATION", "Signs of radicalisation"),
            AllowedValue.of("EXPOSURE", "A child saw harmful material"),
            AllowedValue.of("OFF_DUTY_CRIME", "Crime off duty"),
            AllowedValue.of("OFF_DUTY_CONDUCT", "Conduct off duty"),
            AllowedValue.of("FAILURE_TO_ASSIST_REMOVAL", "Did not help to remove a post"),
            AllowedValue.of("COLLEAGUE_CONCERN", "Concern about a colleague"),
            AllowedValue.of("WIKI_EDIT", "Edit of an open encyclopaedia"),
            AllowedValue.of("LEAVER_CONTACT", "Contact by somebody who left"),
            AllowedValue.of("OTHER", "Something else"),
            AllowedValue.of(ANY_CATEGORY, "Everything without a row of its own"));

    private static final Map<String, AllowedValue> REMARKS = Map.of(
            "LEAVE", AllowedValue.of("LEAVE", "Leave it as it stands"),
            "REMOVE", AllowedValue.of("REMOVE", "Remove it, keeping a copy and the reason"),
            "EDIT", AllowedValue.of("EDIT", "Cut out the part that cannot stay"),
            "TELL_HEAD", AllowedValue.of("TELL_HEAD", "Tell the head"),
            "TELL_SAFEGUARDING",
                    AllowedValue.of("TELL_SAFEGUARDING", "Tell the safeguarding lead and online safety coordinator"),
            "PUBLIC_REPLY", AllowedValue.of("PUBLIC_REPLY", "Reply in public"),
            "CONTACT_AUTHOR", AllowedValue.of("CONTACT_AUTHOR", "Write to the author privately"),
            "TELL_AUTHOR_WHY", AllowedValue.of("TELL_AUTHOR_WHY", "Tell the author why and invite a new comment"),
            "REPORT_OPERATOR", AllowedValue.of("REPORT_OPERATOR", "Report it to the platform"));

    private Vocabulary() {}

    static List<AllowedValue> posts(String... codes) {
        return Arrays.stream(codes).map(Vocabulary::post).toList();
    }

    static AllowedValue[] remarks(String... codes) {
        return Arrays.stream(codes)
                .map(code -> {
                    AllowedValue remark = REMARKS.get(code);
                    if (remark == null) {
                        throw new IllegalArgumentException(code);
                    }
                    return remark;
                })
                .toArray(AllowedValue[]::new);
    }

    private static AllowedValue post(String code) {
        return POSTS.stream()
                .filter(post -> post.value().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static List<AllowedValue> joined(List<AllowedValue> first, List<AllowedValue> second) {
        List<AllowedValue> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
