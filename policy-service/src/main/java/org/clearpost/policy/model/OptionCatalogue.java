package org.clearpost.policy.model;

import static org.clearpost.policy.model.AllowedValue.of;
import static org.clearpost.policy.model.Vocabulary.posts;
import static org.clearpost.policy.model.Vocabulary.remarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearpost.policy.model.Shape.Choice;
import org.clearpost.policy.model.Shape.Duration;
import org.clearpost.policy.model.Shape.Part;
import org.clearpost.policy.model.Shape.Parts;
import org.clearpost.policy.model.Shape.Rows;
import org.clearpost.policy.model.Shape.Several;
import org.clearpost.policy.model.Shape.Text;
import org.clearpost.policy.model.Shape.WholeNumber;
import org.clearpost.policy.model.Shape.YesNo;

/**
 * Every option there is, in the order people read them (requirements A.6), but for the words for roles (OPT-31): those
 * are part of the setting in the directory.
 *
 * <p>No definition has a default: what nobody chose is not set, and whoever relies on it has to ask.
 */
public final class OptionCatalogue {

    private static final AllowedValue FORBID = of("FORBID", "Not allowed", "");

    private static final List<OptionDefinition> ALL = List.of(
            new OptionDefinition(
                    OptionKey.EMPLOYER_ON_PROFILES,
                    "May staff name their employer on personal profiles?",
                    "Naming the employer ties private posts to the setting.",
                    Parts.of(
                            Part.of(
                                    "rule",
                                    "On personal profiles in general",
                                    Choice.of(
                                            of("FORBID", "No", "The employer is not named at all."),
                                            of("DISCOURAGE", "Better not", "Staff are asked to leave it out."),
                                            of(
                                                    "ALLOW_WITH_CONDITIONS",
                                                    "Yes, if conduct rules are kept",
                                                    "Allowed while every other conduct rule is followed."),
                                            of(
                                                    "IDENTIFY_AND_DISCLAIM",
                                                    "Yes, and say the views are their own",
                                                    "Who comments on the setting's business says where they work and"
                                                            + " that the views are their own."))),
                            Part.of(
                                    "closedProfessionalNetworks",
                                    "May they name it on closed professional networks?",
                                    "For example a network where only members of a profession can read.",
                                    new YesNo())),
                    "What staff are told about their own profiles, and how a report about naming the employer is"
                            + " judged."),
            new OptionDefinition(
                    OptionKey.CURRENT_FAMILIES,
                    "Private online contact with families of children who attend now",
                    "Friend requests, follows and messages between staff and families.",
                    Parts.of(
                            Part.of(
                                    "rule",
                                    "What staff may do",
                                    Choice.of(
                                            of("NEVER", "Never", "No private online contact, whoever starts it."),
                                            of(
                                                    "NEVER_INITIATE",
                                                    "Never start it",
                                                    "Staff do not ask; an answer to a request is not ruled out."),
                                            of("DISCRETION", "Use judgement", "Staff weigh each contact with care."))),
                            Part.of(
                                    "relationExemption",
                                    "Who is exempt because they are related?",
                                    Choice.of(
                                            of("NONE", "Nobody", "The rule holds for relatives too."),
                                            of("RELATIVES", "Relatives of the family", "After telling a manager."),
                                            of(
                                                    "PARENT_OR_CLOSE_FAMILY",
                                                    "Parents and close family of the child only",
                                                    "After telling a manager."))),
                            Part.of("mustReportRequests", "Must staff report a request they get?", new YesNo())),
                    "Permission for staff who are related to a family, and the log of contact requests."),
            new OptionDefinition(
                    OptionKey.FORMER_PUPILS,
                    "Private online contact with former pupils and their families",
                    "After a child has left the setting.",
                    Parts.of(
                            Part.of("pupils", "Former pupils", formerContact()),
                            Part.of("families", "Families of former pupils", formerContact()),
                            Part.of("untilAge", "Until the former pupil is how old?", new WholeNumber(18, 25, "YEARS"))
                                    .onlyWhen("UNTIL_AGE", "pupils", "families")),
                    "The same places as contact with families of children who attend now."),
            new OptionDefinition(
                    OptionKey.OWN_COMMENTS,
                    "May staff comment on the setting's business in their own name?",
                    "Speaking for the setting always needs written authority.",
                    Choice.of(
                            of("NO", "No", "Staff say nothing about the setting's business."),
                            of("PUBLIC_INFO_ONLY", "Only what is public already", "Nothing new, nothing internal."),
                            of(
                                    "YES_WITH_DISCLAIMER",
                                    "Yes, with a disclaimer",
                                    "They say where they work and that the views are their own.")),
                    "What staff are told, and how a report about such a comment is judged."),
            new OptionDefinition(
                    OptionKey.WORK_TIME,
                    "Personal social media in work time or on work equipment",
                    "Looking after an official page is work and always allowed.",
                    Parts.of(
                            Part.of(
                                    "rule",
                                    "What is allowed",
                                    Choice.of(
                                            of("FORBID", "Nothing", "Only upkeep of official pages."),
                                            of(
                                                    "SERVICE_REASONS_ONLY",
                                                    "Only for reasons of the service",
                                                    "Where the work itself needs it."),
                                            of(
                                                    "REASONABLE_USE",
                                                    "Reasonable use",
                                                    "Brief, and not while supervising."))),
                            Part.of(
                                    "appliesToWorkKitAtHome",
                                    "Does this hold for work equipment at home too?",
                                    new YesNo())),
                    "How a report about use in work time is judged."),
            new OptionDefinition(
                    OptionKey.PUPIL_CONTACT,
                    "Which channels may staff use to write to one pupil?",
                    "Choose none if staff never contact a single pupil electronically.",
                    Several.of(
                            0,
                            of("OFFICIAL_EMAIL", "The setting's e-mail"),
                            of("OFFICIAL_VIDEO_MEETING", "The setting's video meetings"),
                            of("OFFICIAL_MOBILE", "The setting's mobile phone"),
                            of("LEARNING_PLATFORM", "The setting's learning platform")),
                    "How a report about one-to-one contact is judged."),
            new OptionDefinition(
                    OptionKey.OFFICIAL_PAGE,
                    "May staff react to the official page from a personal account?",
                    "Likes, shares and comments.",
                    Choice.of(
                            of("ALLOW", "Yes", "Fitting reactions are welcome."),
                            of(
                                    "ALLOW_WITH_WARNING",
                                    "Yes, with a warning",
                                    "Staff are warned that families can find them more easily."),
                            of("DISALLOW", "No", "Staff stay off the page with personal accounts.")),
                    "What staff are told about the official page."),
            new OptionDefinition(
                    OptionKey.OWN_DEVICES,
                    "May staff use their own phone, camera or webcam for pictures and work?",
                    "An own device takes pictures of children out of the setting's hands.",
                    Choice.of(
                            of("FORBID", "No", "Only the setting's devices."),
                            of(
                                    "WITH_SENIOR_AGREEMENT",
                                    "With a senior manager's agreement",
                                    "For a named purpose; pictures are moved to the network at once, then deleted.")),
                    "Whether a picture from a personal device can be used, and whether staff can ask leave for one."),
            new OptionDefinition(
                    OptionKey.VISITOR_COMMENTS,
                    "When do visitors' comments appear?",
                    "On official pages that take comments.",
                    Choice.of(
                            of("PRE_APPROVE", "After approval", "Approved staff let each one through."),
                            of("POST_MODERATE", "At once", "Staff watch and step in afterwards.")),
                    "Whether a visitor's comment starts out hidden or visible."),
            new OptionDefinition(
                    OptionKey.NEGATIVE_COMMENTS,
                    "What happens with unwelcome comments?",
                    "Spelling and opinions are never corrected.",
                    Parts.of(
                            Part.of(
                                    "offensive",
                                    "An offensive or abusive comment",
                                    Several.of(
                                            1,
                                            remarks(
                                                    "REMOVE",
                                                    "TELL_SAFEGUARDING",
                                                    "TELL_HEAD",
                                                    "TELL_AUTHOR_WHY",
                                                    "REPORT_OPERATOR"))),
                            Part.of(
                                    "extreme",
                                    "A defamatory or extreme comment",
                                    Several.of(
                                            1,
                                            remarks(
                                                    "REMOVE",
                                                    "EDIT",
                                                    "TELL_HEAD",
                                                    "TELL_AUTHOR_WHY",
                                                    "REPORT_OPERATOR"))),
                            Part.of(
                                    "negative",
                                    "A negative comment or review",
                                    Several.of(1, remarks("LEAVE", "TELL_HEAD", "PUBLIC_REPLY", "CONTACT_AUTHOR"))),
                            Part.of(
                                    "mistaken",
                                    "A comment that gets facts wrong",
                                    Several.of(1, remarks("LEAVE", "TELL_HEAD", "PUBLIC_REPLY", "CONTACT_AUTHOR")))),
                    "The steps a moderator is led through for each kind of comment."),
            new OptionDefinition(
                    OptionKey.ACCOUNT_APPROVAL,
                    "Who sets up and approves an official account?",
                    "An account cannot go live while somebody to be consulted has not answered.",
                    Parts.of(
                            Part.of("setUpBy", "Who sets it up?", new Choice(leaders("AREA_OWNER", "MODERATOR"))),
                            Part.of("approver", "Who approves it?", new Choice(leaders())),
                            Part.of(
                                    "consultees",
                                    "Who is consulted first, in this order?",
                                    "Choose none if nobody is.",
                                    Several.of(
                                                    0,
                                                    leaders(
                                                            "HEAD_COMMS",
                                                            "WEB_MANAGER",
                                                            "MARKETING",
                                                            "DSL",
                                                            "OSC",
                                                            "ICT"))
                                            .inOrder())),
                    "The way of a request for a new account."),
            new OptionDefinition(
                    OptionKey.POST_APPROVAL,
                    "Who approves a post before it is published?",
                    "Nobody approves their own post.",
                    new Rows(
                            Parts.of(
                                    Part.of("channel", "Channel", new Choice(Vocabulary.CHANNELS)),
                                    Part.of("posts", "Any post", approver()),
                                    Part.of("events", "A post with a date or an event", approver()),
                                    Part.of("links", "A post with a link", approver())),
                            "channel",
                            Vocabulary.ANY_CHANNEL),
                    "The approvals a post waits for."),
            new OptionDefinition(
                    OptionKey.FRIEND_REQUESTS,
                    "What happens with friend requests to the official account?",
                    "Families are pointed to the official account instead of to staff.",
                    Choice.of(
                            of("ACCEPT", "Accepted", "From anybody who seems genuine."),
                            of(
                                    "ACCEPT_FROM_KNOWN",
                                    "Accepted from people known",
                                    "Families and partners of the setting."),
                            of("NO", "Not accepted", "The account takes no requests.")),
                    "What moderators of an account are told."),
            new OptionDefinition(
                    OptionKey.CHILD_NAMES,
                    "How may a child be named in a post?",
                    "A full name always needs consent of its own.",
                    Choice.of(
                            of("FIRST_INITIAL", "First name and initial of the surname", "For example: Sam T."),
                            of("FIRST_ONLY", "First name only", "For example: Sam."),
                            of("NONE", "No names", "Pictures and words name no child.")),
                    "The check of names and captions before a post."),
            new OptionDefinition(
                    OptionKey.CHILD_CONSENT,
                    "Who can consent for a child?",
                    "No age decides this: that a pupil is able is judged and recorded by a person.",
                    Parts.of(Part.of(
                            "selfConsentAllowed",
                            "Besides a parent or carer, may a pupil consent who was judged able to?",
                            new YesNo())),
                    "Which consents count when people in a picture are checked."),
            new OptionDefinition(
                    OptionKey.GROUP_EVENTS,
                    "Whose consent does a picture of an event or a crowd need?",
                    "Sports days, performances, trips.",
                    Choice.of(
                            of(
                                    "EACH_IDENTIFIABLE",
                                    "Everybody who can be recognised",
                                    "Each person is listed and has to be cleared."),
                            of(
                                    "EVENT_NOTICE_PLUS_OBJECTION",
                                    "Notice of the event, and nobody objects",
                                    "People were told beforehand and could say no.")),
                    "The check of people in a picture before a post."),
            new OptionDefinition(
                    OptionKey.DECLARATION,
                    "What do people do with a new version of the policy?",
                    "A kind of person can have a rule of its own.",
                    Parts.of(
                            Part.of("rule", "In general", declarationRule()),
                            Part.of(
                                            "signingPosts",
                                            "Which posts sign?",
                                            Several.of(
                                                    1,
                                                    posts(
                                                            "SETTING_HEAD",
                                                            "LINE_MANAGER",
                                                            "SLT",
                                                            "DSL",
                                                            "OSC",
                                                            "GOVERNOR",
                                                            "MODERATOR",
                                                            "CONTRIBUTOR",
                                                            "AREA_OWNER",
                                                            "EMPLOYEE",
                                                            "AGENCY_STAFF",
                                                            "VOLUNTEER",
                                                            "ELECTED_MEMBER")))
                                    .onlyWhen("ROLE_BASED", "rule"),
                            Part.of(
                                    "byPersonType",
                                    "Different for some kinds of person?",
                                    "Leave the list empty if not.",
                                    new Rows(
                                            Parts.of(
                                                    Part.of("personType", "Who", new Choice(Vocabulary.PERSON_TYPES)),
                                                    Part.of(
                                                            "rule",
                                                            "What they do",
                                                            Choice.of(
                                                                    of("MUST_SIGN", "Sign"),
                                                                    of("READ_RECEIPT", "Confirm reading"),
                                                                    of("NOTHING", "Nothing")))),
                                            "personType",
                                            null))),
                    "Who is asked for a declaration when a policy version is published."),
            new OptionDefinition(
                    OptionKey.REVIEW,
                    "How often is the policy reviewed, and by whom?",
                    "Reminders start before the date.",
                    Parts.of(
                            Part.of("everyMonths", "Every how many months?", new WholeNumber(1, 36, "MONTHS")),
                            Part.of("owner", "Who prepares the review?", new Choice(leaders("POLICY_OWNER", "HR"))),
                            Part.of(
                                    "approvedBy",
                                    "Who approves the result?",
                                    new Choice(posts("APPROVING_BODY", "GOVERNOR", "CHAIR", "SETTING_HEAD", "SLT")))),
                    "The date of the next review and who is reminded."),
            new OptionDefinition(
                    OptionKey.FIRST_REPORT,
                    "Who hears first of a possible breach?",
                    "Immediate danger always means 999 first.",
                    new Rows(
                            Parts.of(
                                    Part.of("category", "A report about", new Choice(Vocabulary.CATEGORIES)),
                                    Part.of(
                                            "first",
                                            "goes to",
                                            "Everybody in the list is told.",
                                            Several.of(1, Vocabulary.TOLD_FIRST).inOrder())),
                            "category",
                            Vocabulary.ANY_CATEGORY),
                    "Who is told when somebody reports a concern."),
            new OptionDefinition(
                    OptionKey.ADJUDICATOR,
                    "Who judges whether something was misuse?",
                    "Never the person it concerns.",
                    new Choice(posts("SETTING_HEAD", "SLT", "HR", "CHAIR", "GOVERNOR")),
                    "Who decides a breach case."),
            new OptionDefinition(
                    OptionKey.POLITICS,
                    "Political content",
                    "On official accounts.",
                    Choice.of(
                            of("BAN", "Never", "Posts stay neutral and factual."),
                            of("CONSIDERATION", "With care", "Allowed where the work calls for it, after thought.")),
                    "A question asked before a post."),
            new OptionDefinition(
                    OptionKey.MONITORING,
                    "Does the setting monitor staff's use of its systems?",
                    "Clearpost keeps the notice; it does not monitor anybody.",
                    Parts.of(
                            Part.of("monitored", "Is use monitored?", new YesNo()),
                            Part.of("noticeText", "What are staff told?", new Text(4000))
                                    .onlyWhen(true, "monitored"),
                            Part.of(
                                            "lawfulBasis",
                                            "On what lawful basis?",
                                            Choice.of(
                                                    of("LEGITIMATE_INTERESTS", "Legitimate interests"),
                                                    of("LEGAL_OBLIGATION", "Legal obligation"),
                                                    of("PUBLIC_TASK", "Public task"),
                                                    of("CONTRACT", "Contract"),
                                                    of("CONSENT", "Consent")))
                                    .onlyWhen(true, "monitored")),
                    "The notice staff read."),
            new OptionDefinition(
                    OptionKey.REQUIRED_LINKS,
                    "Which policies must an account page link to?",
                    "Choose none if no link is needed.",
                    Several.of(0, Vocabulary.POLICIES),
                    "The links checked on each official account."),
            new OptionDefinition(
                    OptionKey.MEDIA_CONTACT,
                    "Who is asked before anybody answers the press or a blogger?",
                    "No reply goes out before this post has answered.",
                    new Choice(posts("MARKETING", "HEAD_COMMS", "SETTING_HEAD", "SLT", "CHAIR")),
                    "Where media enquiries wait."),
            new OptionDefinition(
                    OptionKey.BLOGS,
                    "What does a private blog or website that mentions the setting need?",
                    "Leave is given before writing starts.",
                    Choice.of(
                            of("PERMISSION", "Leave beforehand", "In writing, and it can be looked at later."),
                            of("DISCLAIMER", "A disclaimer", "The page says that the views are the author's own."),
                            of("NONE", "Nothing", "The conduct rules still hold.")),
                    "Whether staff can ask leave for a blog, and how a report about one is judged."),
            new OptionDefinition(
                    OptionKey.ACKNOWLEDGEMENT,
                    "How soon is feedback acknowledged that needs an answer?",
                    "Counted in working days of the setting.",
                    new Duration(1, 20, "WORKING_DAYS"),
                    "The clock on feedback."),
            new OptionDefinition(
                    OptionKey.WRITING_STYLE,
                    "How are official posts written?",
                    "",
                    Parts.of(
                            Part.of("firstPerson", "In the first person?", new YesNo()),
                            Part.of("disclosePosition", "Does the author say what post they hold?", new YesNo()),
                            Part.of("noPersonalViews", "Are personal views kept out?", new YesNo())),
                    "A reminder shown while a post is written."),
            new OptionDefinition(
                    OptionKey.DECLARATION_SCOPE,
                    "Who besides employees is asked for a declaration?",
                    "Choose none if only employees are.",
                    Several.of(
                            0,
                            Vocabulary.PERSON_TYPES.stream()
                                    .filter(type -> !type.value().equals("EMPLOYEE"))
                                    .toList()),
                    "Who is asked for a declaration when a policy version is published."),
            new OptionDefinition(
                    OptionKey.COLLEAGUE_PICTURES,
                    "Pictures of colleagues on personal pages",
                    "Always removed when the colleague asks.",
                    Choice.of(
                            FORBID,
                            of("CONSENT", "With the colleague's agreement", "Never in uniform or at the setting.")),
                    "How a report about such a picture is judged."),
            new OptionDefinition(
                    OptionKey.OTHER_PAGES,
                    "Who decides whether a page likes or links another body's page?",
                    "The other page must be reputable and safe.",
                    Choice.of(
                            of("HEAD_APPROVES", "The head, each time"),
                            of("VERIFIED_LIST", "A list of checked pages", "Pages on the list need no further leave."),
                            of("MODERATOR", "The account's moderator")),
                    "The check of links before a post."),
            new OptionDefinition(
                    OptionKey.ENCYCLOPAEDIAS,
                    "May staff edit open encyclopaedias at work for themselves?",
                    "The setting's network address stays visible in the edit.",
                    Choice.of(FORBID, of("ALLOW", "Allowed", "The conduct rules still hold.")),
                    "How a report about such an edit is judged."),
            new OptionDefinition(
                    OptionKey.LEAVERS,
                    "What still holds after somebody has left?",
                    "Shown to people who leave, in your words.",
                    new Text(2000),
                    "What a leaver confirms."),
            new OptionDefinition(
                    OptionKey.PROFESSIONAL_NETWORKS,
                    "May staff use social media to inform their professional practice?",
                    "What is found online is not evidence by itself.",
                    Choice.of(
                            of("ADVISE_MANAGER", "After talking to a manager", "It may suit some posts."),
                            of("OPEN", "Yes", "Encouraged, with care about sources.")),
                    "What staff are told, and whether they can ask leave for it."));

    private static final Map<OptionKey, OptionDefinition> BY_KEY = byKey();

    private OptionCatalogue() {}

    public static List<OptionDefinition> all() {
        return ALL;
    }

    public static OptionDefinition definition(OptionKey key) {
        return Objects.requireNonNull(BY_KEY.get(key));
    }

    private static Map<OptionKey, OptionDefinition> byKey() {
        Map<OptionKey, OptionDefinition> byKey = new EnumMap<>(OptionKey.class);
        ALL.forEach(definition -> byKey.put(definition.key(), definition));
        return byKey;
    }

    private static Shape formerContact() {
        return Choice.of(
                AllowedValue.of("NEVER", "Never", "However long ago."),
                AllowedValue.of("UNTIL_AGE", "Not before an age", "Advised against even then."),
                AllowedValue.of("OFFICIAL_CHANNELS_ONLY", "Only through official channels", "Never privately."));
    }

    private static Shape approver() {
        return Choice.of(
                AllowedValue.of("NOBODY", "Nobody besides the author"),
                AllowedValue.of("MODERATOR", "The account's moderator"),
                AllowedValue.of("MANAGEMENT", "A manager"),
                AllowedValue.of("SETTING_HEAD", "The head"));
    }

    private static Shape declarationRule() {
        return Choice.of(
                AllowedValue.of("ALL_MUST_SIGN", "Everybody signs"),
                AllowedValue.of("READ_RECEIPT", "Everybody confirms reading"),
                AllowedValue.of("ROLE_BASED", "Some posts sign", "Everybody else confirms reading."));
    }

    private static List<AllowedValue> leaders(String... more) {
        String[] codes = new String[more.length + 3];
        codes[0] = "SETTING_HEAD";
        codes[1] = "SLT";
        codes[2] = "LINE_MANAGER";
        System.arraycopy(more, 0, codes, 3, more.length);
        return posts(codes);
    }
}
