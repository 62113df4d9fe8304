package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.ConsentState.ACTIVE;
import static org.clearpost.media.model.ConsentState.REFUSED;
import static org.clearpost.media.model.Fixtures.CHOSEN;
import static org.clearpost.media.model.Fixtures.KOFI;
import static org.clearpost.media.model.Fixtures.MIA;
import static org.clearpost.media.model.Fixtures.PICTURE;
import static org.clearpost.media.model.Fixtures.about;
import static org.clearpost.media.model.Fixtures.actions;
import static org.clearpost.media.model.Fixtures.allSaid;
import static org.clearpost.media.model.Fixtures.choosing;
import static org.clearpost.media.model.Fixtures.kofi;
import static org.clearpost.media.model.Fixtures.mia;
import static org.clearpost.media.model.Fixtures.rule;
import static org.clearpost.media.model.Fixtures.silent;
import static org.clearpost.media.model.Fixtures.social;
import static org.clearpost.media.model.Fixtures.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearpost.media.model.ListedWord.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-32")
class LookedAtRulesTest {

    private static final LocalDate FAIR = LocalDate.of(2026, 12, 5);
    private static final Facts CLEARED = allSaid(mia(social(ACTIVE)), kofi(social(ACTIVE)));

    /** A picture of two children, a caption and an event, with everything said. */
    private static Fixtures.Ask complete() {
        return about(MIA, KOFI)
                .caption("Our winter fair")
                .event(FAIR, "Winter fair")
                .allSaid();
    }

    @Test
    void permitsWhenEverythingIsSaid() {
        Decision decision = complete().decidedByAll(CLEARED);
        assertThat(decision.rules()).extracting(RuleEntry::result).containsOnly(Result.PASS);
        assertThat(decision.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(decision.remedies()).isEmpty();
        assertThat(decision.rules())
                .extracting(RuleEntry::rule)
                .containsExactly(
                        "PST-01", "PST-05", "PST-06", "MED-21", "MED-08", "MED-18", "IMG-02", "IMG-08", "PST-07",
                        "PST-08", "PST-12", "PST-13", "PST-14", "PST-15", "PST-16", "PST-18", "PST-19", "PST-30");
    }

    @Tag("PST-07")
    @Tag("PST-08")
    @Tag("PST-13")
    @Tag("PST-15")
    @Tag("PST-16")
    @Tag("PST-18")
    @Tag("IMG-07")
    @Tag("MED-08")
    @Tag("MED-18")
    @ParameterizedTest
    @CsvSource({
        "NAMES_CHECKED,             PST-06",
        "CLOTHING_SUITABLE,         PST-07",
        "SAFEGUARDING_POLICY,       PST-08",
        "NO_PERSONAL_DATA,          PST-13",
        "POSITIVE_LIGHT,            PST-14",
        "NEUTRAL,                   PST-15",
        "NO_PERSONAL_DETAILS_ASKED, PST-16",
        "NO_JIGSAW,                 PST-18",
        "RIGHT_MEDIUM,              PST-12",
        "SUBJECTS_AGREE,            MED-08",
        "COLLEAGUES_ASKED,          MED-18",
    })
    void aTickThatIsNotThereKeepsItsOwnRuleOpenAndNoOther(Confirmation tick, String id) {
        Decision decision = complete().without(tick).decidedByAll(CLEARED);
        assertThat(decision.verdict()).isEqualTo(Verdict.NEEDS_ACTION);
        assertThat(decision.rules())
                .filteredOn(entry -> entry.result() != Result.PASS)
                .extracting(RuleEntry::rule)
                .containsExactly(id);
        assertThat(rule(decision, id).result()).isEqualTo(Result.ASK);
        assertThat(actions(decision)).containsExactly("CONFIRM");
        assertThat(decision.remedies().getFirst().sentence()).startsWith("Look at the post, and tick: ");
        assertThat(rule(decision, id).sentence())
                .isNotEqualTo(rule(complete().decidedByAll(CLEARED), id).sentence());
    }

    @Test
    void aRuleWhoseSubjectIsAbsentIsNotListed() {
        assertThat(about().allSaid().picture(null).decidedByAll(CLEARED).rules())
                .extracting(RuleEntry::rule)
                .containsExactly("PST-01", "PST-05", "PST-08", "PST-13", "PST-19");
        assertThat(about().caption("Closed on Friday")
                        .allSaid()
                        .picture(null)
                        .decidedByAll(CLEARED)
                        .rules())
                .extracting(RuleEntry::rule)
                .contains("PST-06", "MED-18", "PST-14", "PST-15", "PST-16", "PST-18", "PST-30")
                .doesNotContain("MED-08", "PST-07", "PST-12", "IMG-02", "IMG-08", "MED-17");
        assertThat(about().allSaid().decidedByAll(CLEARED).rules())
                .extracting(RuleEntry::rule)
                .contains("IMG-02", "IMG-08", "PST-30")
                .doesNotContain("PST-07", "PST-18");
    }

    @Test
    @Tag("PST-07")
    @Tag("MED-17")
    void grownUpsAloneAreNotAskedAboutAsChildren() {
        PersonFacts teacher = adult(KOFI, SubjectKind.STAFF, social(ACTIVE));
        Decision staff = about(KOFI).allSaid().decidedByAll(allSaid(teacher));
        assertThat(staff.rules()).extracting(RuleEntry::rule).contains("MED-17").doesNotContain("PST-07", "MED-08");
        assertThat(rule(staff, "MED-17").result()).isEqualTo(Result.PASS);
        for (Fixtures.Ask more : List.of(
                about().notIdentifiable(),
                about(KOFI).headcount(2),
                about(KOFI).unlisted(true),
                about(KOFI).headcount(null),
                about(KOFI, MIA))) {
            assertThat(more.allSaid()
                            .decidedByAll(allSaid(teacher, mia(social(ACTIVE))))
                            .rules())
                    .extracting(RuleEntry::rule)
                    .contains("PST-07");
        }
        assertThat(about(KOFI, Fixtures.STRANGER)
                        .allSaid()
                        .decidedByAll(allSaid(teacher))
                        .rules())
                .extracting(RuleEntry::rule)
                .contains("PST-07", "MED-08");
        assertThat(about(KOFI)
                        .allSaid()
                        .decidedByAll(allSaid(adult(KOFI, SubjectKind.PARENT, social(ACTIVE))))
                        .rules())
                .extracting(RuleEntry::rule)
                .doesNotContain("MED-17");
    }

    @Test
    @Tag("MED-17")
    void aColleagueWhoHasNotAgreedIsLeftOut() {
        Facts facts = allSaid(
                adult(KOFI, SubjectKind.STAFF, social(REFUSED)), adult(MIA, SubjectKind.VOLUNTEER, social(REFUSED)));
        Decision one = about(KOFI).allSaid().decidedByAll(facts);
        assertThat(rule(one, "MED-17").result()).isEqualTo(Result.FAIL);
        assertThat(rule(one, "MED-17").sentence()).isEqualTo("A colleague in it is not cleared for this use.");
        assertThat(actions(one)).startsWith("LEAVE_OUT", "MARK_NOT_IDENTIFIABLE");
        assertThat(rule(about(KOFI, MIA).allSaid().decidedByAll(facts), "MED-17")
                        .sentence())
                .isEqualTo("2 colleagues in it are not cleared for this use.");
        assertThat(about().notIdentifiable(KOFI).allSaid().decidedByAll(facts).rules())
                .extracting(RuleEntry::rule)
                .doesNotContain("MED-17");
    }

    @Tag("IMG-02")
    @Tag("OPT-08")
    @ParameterizedTest(name = "{0} where the setting says {1}: {2}")
    @CsvSource({
        "WORK,                    FORBID,                PASS,  ",
        "WORK,                    ,                      PASS,  ",
        "PERSONAL,                FORBID,                FAIL,  POST_WITHOUT_PICTURE",
        "PERSONAL,                WITH_SENIOR_AGREEMENT, FAIL,  POST_WITHOUT_PICTURE",
        "PERSONAL,                ,                      FAIL,  POST_WITHOUT_PICTURE",
        "PERSONAL_WITH_AGREEMENT, FORBID,                FAIL,  POST_WITHOUT_PICTURE",
        "PERSONAL_WITH_AGREEMENT, WITH_SENIOR_AGREEMENT, PASS,  ",
        "PERSONAL_WITH_AGREEMENT, ,                      ASK,   SET_OPTION",
        "PERSONAL_WITH_AGREEMENT, SOMETHING,             ASK,   SET_OPTION",
        ",                        FORBID,                ASK,   SAY_DEVICE",
    })
    void aPictureComesFromAnAllowedDevice(
            @Nullable Device device, @Nullable String option, Result expected, @Nullable String action) {
        Facts facts =
                choosing(CLEARED, option == null ? without(Options.OWN_DEVICES) : choice(Options.OWN_DEVICES, option));
        Decision decision = complete().device(device).decidedByAll(facts);
        assertThat(rule(decision, "IMG-02").result()).isEqualTo(expected);
        assertThat(rule(decision, "IMG-02").because()).isEqualTo(option == null ? null : new Because("OPT-08", option));
        assertThat(actions(decision)).isEqualTo(action == null ? List.of() : List.of(action));
    }

    @Test
    @Tag("IMG-02")
    @Tag("GW-03")
    void whatTheOptionsDecideIsNotCheckedWhileTheyAreSilent() {
        Facts facts = silent(CLEARED, Source.OPTIONS);
        Decision decision = complete().device(Device.PERSONAL_WITH_AGREEMENT).decidedByAll(facts);
        for (String id : List.of("IMG-02", "PST-12", "PST-15", "GW-03")) {
            assertThat(rule(decision, id).result()).as(id).isEqualTo(Result.NOT_CHECKED);
        }
        assertThat(actions(decision)).containsExactly("TRY_AGAIN");
        assertThat(decision.verdict()).isEqualTo(Verdict.NEEDS_ACTION);
    }

    @Test
    @Tag("IMG-08")
    @Tag("PST-30")
    void onlyAPictureCleanedHereIsCleared() {
        Decision none = complete().picture(null).decidedByAll(with(CLEARED, Wording.NOT_CHOSEN, null));
        Decision gone = complete().decidedByAll(with(CLEARED, Wording.NOT_CHOSEN, null));
        for (Decision decision : List.of(none, gone)) {
            assertThat(rule(decision, "IMG-08").result()).isEqualTo(Result.ASK);
            assertThat(rule(decision, "PST-30").result()).isEqualTo(Result.ASK);
            assertThat(actions(decision)).containsExactly("CLEAN_PICTURE");
        }
        assertThat(rule(none, "IMG-08").sentence()).contains("not cleaned here");
        assertThat(rule(gone, "IMG-08").sentence()).contains("no longer");

        Decision told = complete()
                .decidedByAll(with(
                        CLEARED, Wording.NOT_CHOSEN, new PictureFacts(PICTURE, "cd", Set.of(PictureFinding.values()))));
        assertThat(rule(told, "IMG-08").sentence())
                .isEqualTo("Taken out of the picture: where it was taken, the number of a camera or phone,"
                        + " a small picture within, which may show more, words written into the file,"
                        + " other details of how it was taken. Post the cleaned copy.");
        assertThat(rule(told, "PST-30").sentence()).startsWith("The picture told where it was taken");
        assertThat(told.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(rule(complete().decidedByAll(CLEARED), "IMG-08").sentence()).startsWith("The picture told nothing");
        assertThat(rule(complete().decidedByAll(CLEARED), "PST-30").sentence()).startsWith("Nothing in it tells");
    }

    @Tag("PST-30")
    @ParameterizedTest
    @CsvSource({
        "'Live now at the farm!', WARN",
        "'We are now at the farm', WARN",
        "'We’re on our way to the pool', WARN",
        "'Just arrived at the zoo', WARN",
        "'Right now we are at the beach', WARN",
        "'At the swimming pool right now', WARN",
        "'currently in Larkmere Wood', WARN",
        "'We lived in the woods for a day', PASS",
        "'Delivered from the farm', PASS",
        "'Now that the fair is over, thank you', PASS",
        "'We were at the farm on Monday', PASS",
    })
    void wordsThatTellWhereSomebodyIsNeedAReason(String caption, Result expected) {
        Decision decision = complete().caption(caption).decidedByAll(CLEARED);
        assertThat(rule(decision, "PST-30").result()).isEqualTo(expected);
        assertThat(rule(complete().event(FAIR, caption).decidedByAll(CLEARED), "PST-30")
                        .result())
                .isEqualTo(expected);
        if (expected == Result.WARN) {
            assertThat(actions(decision)).containsExactly("GIVE_REASON");
            assertThat(complete()
                            .caption(caption)
                            .because("PST-30", "An open day")
                            .decidedByAll(CLEARED)
                            .verdict())
                    .isEqualTo(Verdict.PERMIT);
        }
    }

    @Test
    @Tag("PST-13")
    void contactDetailsFailAndAreTakenOut() {
        Question question = complete()
                .caption("Ring 07700 900123 or write to office@oak.example, SA1 1AA")
                .links("https://oak.example", "mailto:office@oak.example")
                .hashtags("#fair", "#07700900123")
                .question();
        Decision decision = MayWePost.decide(question, CLEARED, Fixtures.EVERY_BUILT);
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(rule(decision, "PST-13").sentence())
                .isEqualTo("There is a telephone number and an e-mail address and a postcode in the post.");
        Remedy.Edit edit = (Remedy.Edit) decision.remedies().getFirst();
        assertThat(edit.action()).isEqualTo("TAKE_OUT_CONTACT_DETAILS");
        assertThat(edit.result().caption()).isEqualTo("Ring  or write to , ");
        assertThat(edit.result().links()).containsExactly("https://oak.example");
        assertThat(edit.result().hashtags()).containsExactly("#fair");
        assertThat(MayWePost.decide(edit.result(), CLEARED, Fixtures.EVERY_BUILT)
                        .verdict())
                .isEqualTo(Verdict.PERMIT);
    }

    @ParameterizedTest
    @Tag("PST-13")
    @ValueSource(strings = {"tel:+441792555123", "mailto:office@oak.example", "https://oak.example/?q=SA1+1AA"})
    void aLinkThatReachesSomebodyFails(String link) {
        assertThat(rule(complete().links(link).decidedByAll(CLEARED), "PST-13").result())
                .isEqualTo(Result.FAIL);
        assertThat(actions(complete().links(link).decidedByAll(CLEARED))).containsExactly("TAKE_OUT_CONTACT_DETAILS");
    }

    @Test
    @Tag("PST-13")
    @Tag("PST-16")
    void theSettingsOwnContactDetailsMayStandInAPost() {
        Wording own = new Wording(1, List.of(), List.of("+44 1792 555 123", "office@oak.example"));
        Fixtures.Ask ask = complete()
                .caption("Ring us on (01792) 555123 or write to Office@oak.example")
                .links("tel:+441792555123");
        assertThat(ask.decidedByAll(with(CLEARED, own, Fixtures.CLEANED)).verdict())
                .isEqualTo(Verdict.PERMIT);
        assertThat(ask.decidedByAll(CLEARED).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    @Tag("PST-14")
    void listedWordsFailOrWantAReason() {
        Facts facts = with(
                CLEARED,
                new Wording(
                        3,
                        List.of(new ListedWord("blast", Weight.NEVER), new ListedWord("no way", Weight.WITH_REASON)),
                        List.of()),
                Fixtures.CLEANED);
        Decision never = complete()
                .caption("No way! Blast it")
                .hashtags("#blast", "#fun")
                .decidedByAll(facts);
        assertThat(rule(never, "PST-14").result()).isEqualTo(Result.FAIL);
        assertThat(rule(never, "PST-14").sentence()).isEqualTo("This setting does not want in its posts: \"blast\".");
        Remedy.Edit edit = (Remedy.Edit) never.remedies().getFirst();
        assertThat(edit.action()).isEqualTo("TAKE_OUT_WORDS");
        assertThat(edit.result().caption()).isEqualTo("No way!  it");
        assertThat(edit.result().hashtags()).containsExactly("#fun");

        Decision reason = complete().caption("No way!").decidedByAll(facts);
        assertThat(rule(reason, "PST-14").result()).isEqualTo(Result.WARN);
        assertThat(reason.verdict()).isEqualTo(Verdict.NEEDS_ACTION);
        assertThat(actions(reason)).containsExactly("GIVE_REASON");
        Decision kept = complete()
                .caption("No way!")
                .because("PST-14", "A song's title")
                .decidedByAll(facts);
        assertThat(kept.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(rule(kept, "PST-14").sentence()).contains("Kept with a reason: \"no way\".");
        assertThat(rule(complete().decidedByAll(facts), "PST-14").sentence()).doesNotContain("reason");
    }

    @Tag("PST-15")
    @Tag("OPT-21")
    @ParameterizedTest
    @CsvSource({
        "BAN, true, PASS",
        "BAN, false, ASK",
        "CONSIDERATION, true, PASS",
        "CONSIDERATION, false, ASK",
        ", true, ASK",
        ", false, ASK"
    })
    void politicsFollowTheOption(@Nullable String option, boolean ticked, Result expected) {
        Facts facts = choosing(CLEARED, option == null ? without(Options.POLITICS) : choice(Options.POLITICS, option));
        Fixtures.Ask ask = ticked ? complete() : complete().without(Confirmation.NEUTRAL);
        Decision decision = ask.decidedByAll(facts);
        RuleEntry entry = rule(decision, "PST-15");
        assertThat(entry.result()).isEqualTo(expected);
        assertThat(entry.because()).isEqualTo(option == null ? null : new Because("OPT-21", option));
        if (option == null) {
            assertThat(actions(decision)).isEqualTo(ticked ? List.of("SET_OPTION") : List.of("CONFIRM", "SET_OPTION"));
        } else {
            assertThat(entry.sentence()).contains(option.equals("BAN") ? "no politics" : "thought about");
        }
    }

    @Test
    @Tag("PST-12")
    @Tag("OPT-16")
    void picturesOfAnEventFollowTheOption() {
        Facts unset = choosing(CLEARED, without(Options.CROWDS));
        Decision decision = complete().decidedByAll(unset);
        assertThat(rule(decision, "PST-12").result()).isEqualTo(Result.ASK);
        assertThat(rule(decision, "PST-12").sentence()).contains("OPT-16");
        assertThat(actions(decision)).containsExactly("SET_OPTION");
        assertThat(actions(complete().without(Confirmation.RIGHT_MEDIUM).decidedByAll(unset)))
                .containsExactly("CONFIRM", "SET_OPTION");
        assertThat(rule(complete().decidedByAll(CLEARED), "PST-12").because())
                .isEqualTo(new Because("OPT-16", "EACH_IDENTIFIABLE"));
        // Where nobody is shown, no rule about people at events is needed.
        Decision words = about().event(FAIR, null).allSaid().decidedByAll(unset);
        assertThat(rule(words, "PST-12").result()).isEqualTo(Result.PASS);
        assertThat(rule(words, "PST-12").because()).isNull();
    }

    @Test
    @Tag("PST-18")
    void thePiecesThatCouldGiveSomebodyAwayAreNamed() {
        assertThat(rule(complete().naming(MIA, NameForm.FIRST_ONLY).decidedByAll(CLEARED), "PST-18")
                        .sentence())
                .isEqualTo("Together the post has a picture of people, a name, a date, an event and a place"
                        + " (Oak Lane page). They give nobody away, as you say.");
        assertThat(rule(about().caption("Closed on 5 December").decidedByAll(CLEARED), "PST-18")
                        .sentence())
                .isEqualTo("Together the post has a date and a place (Oak Lane page). Could they tell who somebody"
                        + " is, or where to find them?");
        assertThat(rule(about().caption("Hello").decidedByAll(CLEARED), "PST-18")
                        .sentence())
                .startsWith("Together the post has a place (Oak Lane page).");
        assertThat(rule(about(MIA).decidedByAll(CLEARED), "PST-18").sentence())
                .startsWith("Together the post has a picture of people and a place (");
        assertThat(rule(about().caption("Hello").picture(PICTURE).decidedByAll(CLEARED), "PST-18")
                        .sentence())
                .startsWith("Together the post has a picture and a place");
    }

    @Tag("PST-19")
    @Tag("GDE-12")
    @ParameterizedTest
    @CsvSource({
        "false, true, true, true, true, PASS, ''",
        "true,  true, true, true, true, WARN, IN_DOUBT",
        "false, false, true, true, true, WARN, IN_DOUBT",
        "false, true, false, true, true, WARN, IN_DOUBT",
        "false, true, true, false, true, WARN, IN_DOUBT",
        "false, true, true, true, false, WARN, IN_DOUBT",
        ",      true, true, true, true, ASK, ANSWER_YOURSELF",
        ",      , , , , ASK, ANSWER_YOURSELF",
        ",      , , , false, WARN, IN_DOUBT",
    })
    void theFiveQuestionsAreAnswered(
            @Nullable Boolean poorly,
            @Nullable Boolean professional,
            @Nullable Boolean reasonable,
            @Nullable Boolean policy,
            @Nullable Boolean suitable,
            Result expected,
            String action) {
        SelfCheck answers = new SelfCheck(poorly, professional, reasonable, policy, suitable);
        Decision decision = complete().answering(answers).decidedByAll(CLEARED);
        assertThat(rule(decision, "PST-19").result()).isEqualTo(expected);
        assertThat(actions(decision)).isEqualTo(action.isEmpty() ? List.of() : List.of(action));
        if (expected == Result.ASK) {
            assertThat(rule(decision, "PST-19").sentence())
                    .isEqualTo(
                            answers.open() == 1
                                    ? "One of the five questions is not answered."
                                    : "5 of the five questions are not answered.");
        }
    }

    @Test
    void aQuestionKeptFromEarlierHasNothingConfirmed() {
        Question earlier = about(MIA).question();
        assertThat(earlier.confirmations()).isEmpty();
        assertThat(earlier.selfCheck().open()).isEqualTo(5);
        assertThat(earlier.reasons()).isEmpty();
    }

    private static Options choice(String option, String value) {
        Map<String, String> values = new java.util.HashMap<>(CHOSEN.values());
        values.put(option, value);
        return new Options(1, values);
    }

    private static Options without(String option) {
        Map<String, String> values = new java.util.HashMap<>(CHOSEN.values());
        values.remove(option);
        return new Options(1, values);
    }

    private static PersonFacts adult(SubjectId id, SubjectKind kind, ConsentFact... consents) {
        return new PersonFacts(id, kind, "Ada", "Lund", null, 1, false, List.of(consents));
    }
}
