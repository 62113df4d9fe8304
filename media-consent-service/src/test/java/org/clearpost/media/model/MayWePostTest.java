package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.FACEBOOK;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.OAK_LANE;
import static org.clearpost.media.model.Fixtures.SITE;
import static org.clearpost.media.model.Fixtures.STRANGER;
import static org.clearpost.media.model.Fixtures.SUSPENDED;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.actions;
import static org.clearpost.media.model.Fixtures.answer;
import static org.clearpost.media.model.Fixtures.facts;
import static org.clearpost.media.model.Fixtures.held;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.options;
import static org.clearpost.media.model.Fixtures.rule;
import static org.clearpost.media.model.Fixtures.social;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("MED-09")
class MayWePostTest {

    private static final Facts BOTH_CLEARED = facts(mia(social(ACTIVE)), kofi(social(ACTIVE)));

    @Test
    void permitsWhenEveryRulePasses() {
        Decision decision = about(MIA, KOFI).decided(BOTH_CLEARED);
        assertThat(decision.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(decision.sentence()).isEqualTo("Yes, you may post this on Oak Lane page.");
        assertThat(decision.remedies()).isEmpty();
        assertThat(decision.people()).extracting(PersonEntry::showAs).containsExactly("Mia T.", "Kofi A.");
    }

    @Test
    void theRulesOfTodayNeverPermit() {
        Decision decision = MayWePost.decide(about(MIA, KOFI).question(), BOTH_CLEARED, RuleSet.CURRENT);
        assertThat(decision.verdict()).isEqualTo(Verdict.NEEDS_ACTION);
        assertThat(decision.sentence()).startsWith("Not yet. Everybody listed is cleared; ");
        assertThat(decision.rules())
                .filteredOn(entry -> entry.result() == Result.NOT_CHECKED)
                .extracting(RuleEntry::rule)
                .containsExactly("PST-02", "PST-03", "PST-11", "PST-20", "PST-21", "PST-28", "PST-31", "MED-03");
        assertThat(decision.rules())
                .filteredOn(entry -> entry.result() == Result.ASK)
                .extracting(RuleEntry::rule)
                .containsExactly(
                        "MED-08", "MED-18", "IMG-02", "IMG-08", "PST-07", "PST-08", "PST-13", "PST-18", "PST-19",
                        "PST-30");
    }

    @Test
    void rulesNotBuiltYetAreListedWhereTheirSubjectIsPresent() {
        Question question = new Question(
                FACEBOOK.id(),
                Fixtures.NOON,
                true,
                List.of(),
                List.of(),
                null,
                false,
                "Come along",
                List.of(),
                List.of("https://example.org"),
                List.of("#fun"),
                LocalDate.of(2026, 12, 1),
                "Winter fair");
        assertThat(MayWePost.decide(question, BOTH_CLEARED, RuleSet.CURRENT).rules())
                .filteredOn(entry -> entry.result() == Result.NOT_CHECKED)
                .extracting(RuleEntry::rule)
                .contains("PST-04", "PST-09", "PST-10", "PST-17")
                .doesNotContain("PST-07", "PST-12", "PST-14", "PST-15", "PST-16", "IMG-02", "MED-03");
    }

    @Test
    @Tag("OPT-08")
    @Tag("OPT-15")
    void aRuleThatIsNotAppliedYetStillNamesItsOption() {
        Options chosen = options(
                Options.NAME_FORMAT, "NONE", Options.OWN_DEVICES, "FORBID", Options.WHO_CONSENTS, "{\"a\":true}");
        Decision decision = MayWePost.decide(
                about(MIA).question(), facts(FACEBOOK, List.of(), chosen, mia(social(ACTIVE))), RuleSet.CURRENT);
        assertThat(rule(decision, "IMG-02").because()).isEqualTo(new Because("OPT-08", "FORBID"));
        assertThat(rule(decision, "MED-03").because()).isEqualTo(new Because("OPT-15", "{\"a\":true}"));
        assertThat(rule(decision, "MED-03").result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    @Tag("PST-01")
    @Tag("R-18")
    void onlyALiveAccountMayBePostedOn() {
        for (AccountStatus status : AccountStatus.values()) {
            AccountFacts account =
                    new AccountFacts(FACEBOOK.id(), OAK_LANE, Platform.FACEBOOK, "Oak Lane page", status, 1);
            Facts facts = facts(account, List.of(), options(Options.NAME_FORMAT, "NONE"), mia(social(ACTIVE)));
            assertThat(about(MIA).decided(facts).verdict())
                    .isEqualTo(status == AccountStatus.LIVE ? Verdict.PERMIT : Verdict.DENY);
        }
    }

    @Test
    @Tag("PST-01")
    void nothingIsPostedForAClosedSetting() {
        Facts closed = new Facts(FACEBOOK, false, List.of(), Map.of(), Options.NONE, Set.of());
        assertThat(about().decided(closed).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    @Tag("PST-05")
    void nobodyIsTakenOnTrust() {
        Decision decision = about(MIA, KOFI, STRANGER).decided(facts(mia(social(ACTIVE)), kofi()));
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.people())
                .extracting(PersonEntry::outcome)
                .containsExactly(Outcome.CLEARED, Outcome.NOT_ASKED, Outcome.NOT_KNOWN);
        assertThat(decision.sentence()).isEqualTo("No. 2 of 3 people are not cleared for social media (Facebook).");
    }

    @Tag("MED-07")
    @ParameterizedTest
    @EnumSource(SubjectKind.class)
    void adultsNeedConsentAsChildrenDo(SubjectKind kind) {
        PersonFacts unasked = new PersonFacts(MIA, kind, "Mia", "Thompson", null, 1, false, List.of());
        PersonFacts cleared = new PersonFacts(MIA, kind, "Mia", "Thompson", null, 1, false, List.of(social(ACTIVE)));
        assertThat(about(MIA).decided(facts(unasked)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(about(MIA).decided(facts(cleared)).verdict()).isEqualTo(Verdict.PERMIT);
    }

    @Test
    void whoCannotBeRecognisedNeedsNoConsentUnlessNamed() {
        Facts facts = facts(mia(social(REFUSED)), kofi(social(ACTIVE)));
        assertThat(about(KOFI).notIdentifiable(MIA).decided(facts).verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(about(KOFI)
                        .notIdentifiable(MIA)
                        .naming(MIA, NameForm.FIRST_ONLY)
                        .decided(facts)
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(about(KOFI)
                        .notIdentifiable(MIA)
                        .caption("Behind the tree: Mia Thompson")
                        .decided(facts)
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(about(KOFI).notIdentifiable(STRANGER).decided(facts).verdict())
                .isEqualTo(Verdict.DENY);
    }

    @Tag("PST-06")
    @Tag("R-17")
    @ParameterizedTest(name = "{0} chosen, {1} used, own permission {2}: {3}")
    @CsvSource({
        "FIRST_INITIAL, NONE,          false, PERMIT",
        "FIRST_INITIAL, FIRST_ONLY,    false, PERMIT",
        "FIRST_INITIAL, FIRST_INITIAL, false, PERMIT",
        "FIRST_INITIAL, FULL,          false, DENY",
        "FIRST_INITIAL, FULL,          true,  PERMIT",
        "FIRST_ONLY,    FIRST_ONLY,    false, PERMIT",
        "FIRST_ONLY,    FIRST_INITIAL, false, DENY",
        "FIRST_ONLY,    FULL,          true,  PERMIT",
        "NONE,          NONE,          false, PERMIT",
        "NONE,          FIRST_ONLY,    false, DENY",
        "NONE,          FULL,          false, DENY",
        "NONE,          FULL,          true,  PERMIT",
        "unset,         NONE,          false, NEEDS_ACTION",
        "unset,         FIRST_ONLY,    true,  NEEDS_ACTION",
        "unset,         FULL,          false, DENY",
        "FULL,          FULL,          false, DENY",
        "FULL,          FIRST_ONLY,    false, NEEDS_ACTION",
        "something,     FIRST_ONLY,    false, NEEDS_ACTION",
    })
    void namesFollowTheOptionAndFullNamesTheirOwnPermission(
            String option, NameForm used, boolean permission, Verdict expected) {
        PersonFacts person =
                permission ? mia(social(ACTIVE), answer(Purpose.FULL_NAME, null, ACTIVE)) : mia(social(ACTIVE));
        Options chosen = option.equals("unset") ? Options.NONE : options(Options.NAME_FORMAT, option);
        Decision decision = about(MIA).naming(MIA, used).decided(facts(FACEBOOK, List.of(), chosen, person));
        assertThat(decision.verdict()).isEqualTo(expected);
        if (!option.equals("unset")) {
            assertThat(rule(decision, "PST-06").because()).isEqualTo(new Because("OPT-14", option));
        }
    }

    @Test
    @Tag("OPT-14")
    void anUnsetOptionIsNamedAndHasNoDefault() {
        Decision decision = about(MIA)
                .naming(MIA, NameForm.FIRST_ONLY)
                .decided(facts(FACEBOOK, List.of(), Options.NONE, mia(social(ACTIVE))));
        assertThat(rule(decision, "PST-06").result()).isEqualTo(Result.ASK);
        assertThat(rule(decision, "PST-06").sentence()).contains("OPT-14");
        assertThat(actions(decision)).containsExactly("SET_OPTION");
        assertThat(decision.people().getFirst().showAs()).isNull();
    }

    @Test
    @Tag("PST-06")
    void aFullNameInTheCaptionOrAHashtagIsFound() {
        Facts facts = facts(mia(social(ACTIVE)));
        for (Decision decision : List.of(
                about(MIA).caption("Well done Mia Thompson!").decided(facts),
                about(MIA).hashtags("#MiaThompson").decided(facts))) {
            assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
            assertThat(actions(decision)).containsExactly("SHORTEN_NAME");
        }
    }

    @Tag("MED-21")
    @Tag("OPT-16")
    @ParameterizedTest(name = "{0}, {1} counted, unlisted {2}: {3}")
    @CsvSource({
        "EACH_IDENTIFIABLE,           2, false, PERMIT",
        "EACH_IDENTIFIABLE,           3, false, DENY",
        "EACH_IDENTIFIABLE,           2, true,  DENY",
        "EACH_IDENTIFIABLE,           1, false, NEEDS_ACTION",
        "EACH_IDENTIFIABLE,            , false, NEEDS_ACTION",
        "EVENT_NOTICE_PLUS_OBJECTION, 2, false, PERMIT",
        "EVENT_NOTICE_PLUS_OBJECTION, 3, false, NEEDS_ACTION",
        "EVENT_NOTICE_PLUS_OBJECTION, 2, true,  NEEDS_ACTION",
        "unset,                       2, false, PERMIT",
        "unset,                       3, false, NEEDS_ACTION",
        "unset,                       2, true,  NEEDS_ACTION",
    })
    void listedPeopleMustMatchTheHeadcount(String option, Integer headcount, boolean unlisted, Verdict expected) {
        Options chosen = option.equals("unset")
                ? options(Options.NAME_FORMAT, "NONE")
                : options(Options.NAME_FORMAT, "NONE", Options.CROWDS, option);
        Facts facts = facts(FACEBOOK, List.of(), chosen, mia(social(ACTIVE)), kofi(social(ACTIVE)));
        Decision decision =
                about(MIA, KOFI).headcount(headcount).unlisted(unlisted).decided(facts);
        assertThat(decision.verdict()).isEqualTo(expected);
        if (expected == Verdict.DENY) {
            assertThat(actions(decision)).containsExactly("ONLY_THOSE_LISTED");
            assertThat(rule(decision, "MED-21").because()).isEqualTo(new Because("OPT-16", option));
        }
    }

    @Tag("GW-03")
    @ParameterizedTest
    @EnumSource(Source.class)
    void whatCouldNotBeAskedIsNamedAndNeverAYes(Source silent) {
        Facts facts = new Facts(
                FACEBOOK,
                true,
                List.of(),
                BOTH_CLEARED.people(),
                options(Options.NAME_FORMAT, "FIRST_INITIAL"),
                Set.of(silent));
        Decision decision = about(MIA).decided(facts);
        assertThat(decision.verdict()).isEqualTo(Verdict.NEEDS_ACTION);
        assertThat(rule(decision, "GW-03").sentence()).contains(silent.words());
        assertThat(actions(decision)).containsExactly("TRY_AGAIN");
    }

    @Test
    @Tag("GW-03")
    void allThatCouldNotBeAskedIsNamedInOneSentence() {
        Facts silent = Fixtures.silent(BOTH_CLEARED, Source.OPTIONS, Source.DIRECTORY);
        assertThat(rule(about(MIA).decided(silent), "GW-03").sentence())
                .isEqualTo("Could not ask in the last 30 seconds: the directory of people and posts held and the"
                        + " options this setting has chosen.");
    }

    @Test
    void proposesToLeaveOutOrBlurWhoeverIsNotCleared() {
        Decision decision = about(MIA, KOFI).decided(facts(mia(social(REFUSED)), kofi(social(ACTIVE))));
        assertThat(decision.sentence()).isEqualTo("No. Mia Thompson is not cleared for social media (Facebook).");
        assertThat(actions(decision)).containsExactly("LEAVE_OUT", "MARK_NOT_IDENTIFIABLE");
    }

    @Test
    void nobodyLeftMeansPostWithoutPeople() {
        assertThat(actions(about(MIA).decided(facts(mia(social(REFUSED))))))
                .containsExactly("LEAVE_OUT", "MARK_NOT_IDENTIFIABLE", "POST_WITHOUT_PEOPLE");
    }

    @Test
    void proposesAnotherAccountOnlyWhereEverybodyIsBetterOff() {
        PersonFacts onSiteOnly = mia(social(REFUSED), answer(Purpose.WEBSITE, null, ACTIVE));
        Options options = options(Options.NAME_FORMAT, "NONE");
        assertThat(actions(about(MIA).decided(facts(FACEBOOK, List.of(SITE), options, onSiteOnly))))
                .contains("OTHER_ACCOUNT");
        PersonFacts onFacebookOnly = kofi(social(ACTIVE));
        assertThat(actions(
                        about(MIA, KOFI).decided(facts(FACEBOOK, List.of(SITE), options, onSiteOnly, onFacebookOnly))))
                .doesNotContain("OTHER_ACCOUNT");
    }

    @Test
    @Tag("MED-20")
    void aHoldReadsExactlyAsARefusalOfEverything() {
        ConsentFact[] refusals = Purpose.OF_PICTURES.stream()
                .map(purpose -> answer(purpose, null, REFUSED))
                .toArray(ConsentFact[]::new);
        ConsentFact[] permissions = {social(ACTIVE), answer(Purpose.FULL_NAME, null, ACTIVE)};
        Options options = options(Options.NAME_FORMAT, "FIRST_INITIAL", Options.CROWDS, "EACH_IDENTIFIABLE");
        Facts refused = facts(FACEBOOK, List.of(SITE), options, mia(refusals), kofi(social(ACTIVE)));
        Facts heldBack = facts(FACEBOOK, List.of(SITE), options, held(mia(permissions)), kofi(social(ACTIVE)));
        Facts heldUnasked = facts(FACEBOOK, List.of(SITE), options, held(mia()), kofi(social(ACTIVE)));
        for (Question question : List.of(
                about(MIA).question(),
                about(MIA, KOFI).question(),
                about(MIA, KOFI).naming(MIA, NameForm.FULL).question(),
                about(KOFI).notIdentifiable(MIA).question(),
                about(KOFI)
                        .caption("With Mia Thompson")
                        .naming(MIA, NameForm.FIRST_ONLY)
                        .question(),
                about(MIA).headcount(4).unlisted(true).question())) {
            Decision expected = MayWePost.decide(question, refused, RuleSet.CURRENT);
            assertThat(MayWePost.decide(question, heldBack, RuleSet.CURRENT)).isEqualTo(expected);
            assertThat(MayWePost.decide(question, heldUnasked, RuleSet.CURRENT)).isEqualTo(expected);
        }
    }

    @Tag("PST-06")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Come along on Friday!|NOT_CHECKED",
                "Well done Kofi!|NOT_CHECKED",
                "Well done Mia!|ASK",
                "Well done to the Thompson girl!|ASK",
                "Well done Mia Thompson!|FAIL",
            })
    void noTextPassesBecauseNothingWasFoundInIt(String caption, Result expected) {
        Decision decision = about(MIA).caption(caption).decided(facts(mia(social(ACTIVE))));
        assertThat(rule(decision, "PST-06").result()).isEqualTo(expected);
        assertThat(decision.verdict()).isNotEqualTo(Verdict.PERMIT);
        assertThat(actions(decision)).containsExactly(expected == Result.FAIL ? "SHORTEN_NAME" : "CHECK_NAMES");
    }

    @Test
    @Tag("PST-06")
    void aNameThatIsDeclaredAndAllowedIsNotAskedAbout() {
        Facts facts = facts(mia(social(ACTIVE)));
        Decision decision = about(MIA)
                .naming(MIA, NameForm.FIRST_INITIAL)
                .caption("Well done Mia T.!")
                .decided(facts);
        assertThat(rule(decision, "PST-06").result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(rule(
                                about(MIA)
                                        .naming(MIA, NameForm.FIRST_INITIAL)
                                        .caption("Well done Mia, of the Thompsons, I mean Thompson!")
                                        .decided(facts),
                                "PST-06")
                        .result())
                .isEqualTo(Result.ASK);
    }

    @Test
    @Tag("PST-05")
    @Tag("MED-21")
    void whatIsNotSaidOfThePeopleIsAskedFor() {
        Decision notSaid = about().notIdentifiable().decided(facts());
        assertThat(notSaid.sentence())
                .isEqualTo("Not yet. Who is in the picture is not said; one check is still open.");
        assertThat(rule(notSaid, "PST-05").sentence()).isEqualTo("You have not said who is in the picture.");
        assertThat(actions(notSaid)).containsExactly("SAY_WHO");
        Decision nobody = about().caption("Closed on Friday").decided(facts());
        assertThat(nobody.sentence()).isEqualTo("Not yet. Nobody is in the picture; one check is still open.");
        assertThat(rule(nobody, "PST-05").sentence()).isEqualTo("Nobody is in the picture.");
        Decision neither = about(MIA).caption("Hello").headcount(null).decided(facts(mia(social(ACTIVE))));
        assertThat(neither.sentence()).isEqualTo("Not yet. Everybody listed is cleared; 2 checks are still open.");
        assertThat(rule(about().decided(facts()), "PST-01").sentence())
                .isEqualTo("Oak Lane page is an official account and live.");
        assertThat(rule(about().decided(facts(SUSPENDED, List.of(), Options.NONE)), "PST-01")
                        .sentence())
                .isEqualTo("Oak Lane page is suspended: nothing may be posted there.");
    }

    @Test
    @Tag("MED-21")
    @Tag("GW-03")
    void thatSomebodyIsNotListedIsNotCheckedWhileTheOptionsAreSilent() {
        Facts silent = Fixtures.silent(BOTH_CLEARED, Source.OPTIONS);
        Decision decision = about(MIA).headcount(2).decided(silent);
        assertThat(rule(decision, "MED-21").result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(rule(about(MIA).decided(silent), "MED-21").result()).isEqualTo(Result.PASS);
        assertThat(rule(decision, "PST-06").result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(rule(decision, "PST-06").sentence()).contains("could not be asked");
    }

    @Test
    @Tag("PST-06")
    void everybodyWhoseNameIsShownTooFarIsCounted() {
        Facts facts = facts(
                FACEBOOK, List.of(), options(Options.NAME_FORMAT, "NONE"), mia(social(ACTIVE)), kofi(social(ACTIVE)));
        Decision both = about(MIA, KOFI).caption("Mia Thompson, Kofi Ansah").decided(facts);
        assertThat(rule(both, "PST-06").sentence())
                .isEqualTo("2 full names are used without a permission of their own.");
        Decision one = about(MIA, KOFI)
                .caption("Mia Thompson")
                .naming(KOFI, NameForm.FIRST_ONLY)
                .decided(facts);
        assertThat(rule(one, "PST-06").sentence()).isEqualTo("A full name is used without a permission of its own.");
        assertThat(sentences(one))
                .containsExactly("Leave the name of Mia Thompson out.", "Leave the name of Kofi Ansah out.");
        assertThat(rule(about(KOFI).naming(KOFI, NameForm.FIRST_ONLY).decided(facts), "PST-06")
                        .sentence())
                .isEqualTo("A name is shown further than this setting allows.");
    }

    @Test
    void anAccountThatIsNotAmongTheFactsIsAnErrorAndNoAnswer() {
        assertThatThrownBy(() -> about(MIA).on(SITE).decided(facts(FACEBOOK, List.of(SUSPENDED), Options.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SITE.id().toString());
    }

    @Test
    void theFirstRulesNameWhatTheyDoNotCheckOnlyWhereItIsThere() {
        RuleSet first = RuleSet.find("2026-11-1").orElseThrow();
        PersonFacts teacher =
                new PersonFacts(MIA, SubjectKind.STAFF, "Mia", "Thompson", null, 1, false, List.of(social(ACTIVE)));
        assertThat(MayWePost.decide(about(MIA).question(), facts(teacher), first)
                        .rules())
                .extracting(RuleEntry::rule)
                .contains("PST-07", "IMG-02")
                .doesNotContain("MED-03");
        assertThat(MayWePost.decide(about(MIA).question(), BOTH_CLEARED, first).rules())
                .extracting(RuleEntry::rule)
                .contains("PST-07", "IMG-02", "MED-03");
        assertThat(MayWePost.decide(about().question(), BOTH_CLEARED, first).rules())
                .extracting(RuleEntry::rule)
                .doesNotContain("PST-07", "IMG-02", "MED-03");
    }

    @Test
    @Tag("PST-06")
    void aNameInALinkIsANameInTheText() {
        Facts facts = facts(mia(social(ACTIVE)));
        Decision full = about(MIA).links("https://oak.example/mia-thompson").decided(facts);
        assertThat(full.verdict()).isEqualTo(Verdict.DENY);
        assertThat(actions(full)).containsExactly("SHORTEN_NAME");
        assertThat(rule(about(MIA).links("https://oak.example/mia-wins").decided(facts), "PST-06")
                        .result())
                .isEqualTo(Result.ASK);
        assertThat(rule(about().links("https://oak.example").decided(facts), "PST-06")
                        .result())
                .isEqualTo(Result.NOT_CHECKED);
        // Somebody who is only hidden in the picture is identified by a link that names them.
        assertThat(about(KOFI)
                        .notIdentifiable(MIA)
                        .links("https://oak.example/mia-thompson")
                        .decided(facts(mia(), kofi(social(ACTIVE))))
                        .people())
                .extracting(PersonEntry::outcome)
                .containsExactly(Outcome.CLEARED, Outcome.NOT_ASKED);
    }

    @Test
    @Tag("PST-05")
    @Tag("PST-06")
    void anEditThatDropsALinkSaysSo() {
        String link = "https://oak.example/mia-thompson";
        Facts cleared = facts(mia(social(ACTIVE)));
        assertThat(sentences(about(MIA).links(link).decided(cleared)))
                .containsExactly("Write \"Mia T.\" instead of more of the name. Drop the link that spells a name out.");
        assertThat(sentences(about(MIA)
                        .links(link, "https://oak.example", link + "/2")
                        .decided(cleared)))
                .containsExactly(
                        "Write \"Mia T.\" instead of more of the name. Drop the 2 links that spell a name out.");
        assertThat(sentences(about(MIA, KOFI).links(link).decided(facts(mia(social(REFUSED)), kofi(social(ACTIVE))))))
                .containsExactly(
                        "Leave Mia Thompson out of the picture and the text. Drop the link that spells a name out.",
                        "Crop or cover Mia Thompson so that nobody can tell who it is, and leave the name out."
                                + " Drop the link that spells a name out.");
        assertThat(sentences(about(MIA, KOFI)
                        .links("https://oak.example")
                        .decided(facts(mia(social(REFUSED)), kofi(social(ACTIVE))))))
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("link"));
        RuleSet second = RuleSet.find("2026-11-2").orElseThrow();
        assertThat(sentences(MayWePost.decide(about(MIA).links(link).question(), cleared, second)))
                .as("decided as it was before edits spoke of links")
                .contains("Write \"Mia T.\" instead of more of the name.");
    }

    private static List<String> sentences(Decision decision) {
        return decision.remedies().stream()
                .filter(Remedy.Edit.class::isInstance)
                .map(Remedy::sentence)
                .toList();
    }

    @Test
    @Tag("PST-06")
    void decisionsOfTheFirstRulesAreWorkedOutAgainByThem() {
        Question question = about(MIA)
                .caption("Well done Mia!")
                .links("https://oak.example/mia-thompson")
                .question();
        RuleSet first = RuleSet.find("2026-11-1").orElseThrow();
        assertThat(rule(MayWePost.decide(question, BOTH_CLEARED, first), "PST-06"))
                .isEqualTo(new RuleEntry(
                        "PST-06",
                        "Names are shown no further than allowed",
                        Result.PASS,
                        "No name is shown further than allowed.",
                        new Because("OPT-14", "FIRST_INITIAL")));
        assertThat(rule(MayWePost.decide(question, BOTH_CLEARED, RuleSet.CURRENT), "PST-06")
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(RuleSet.find(RuleSet.CURRENT.version())).contains(RuleSet.CURRENT);
        assertThat(RuleSet.find("2025-1")).isEmpty();
    }
}
