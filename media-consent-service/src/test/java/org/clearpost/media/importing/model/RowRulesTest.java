package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.importing.model.ImportPlan.Answers;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a row, what becomes of it, and in which words: one test per line of the table of rules. */
@Tag("MED-01")
class RowRulesTest {

    private static final String HEADING =
            "Student ID,Forename,Surname,Reg,Guardian 1,Guardian 1 Email,Parental responsibility,Website,Date signed,Form version,Form kept";
    private static final String EVIDENCE = ",08/09/2025,Form 3,Office";

    @Test
    void rejectsAMissingName() {
        assertThat(rejected("1,,Moss,Oak,,,,,,,")).containsExactly("Row 2: no first name.");
        assertThat(rejected("1,Kai,,Oak,,,,,,,")).containsExactly("Row 2: no surname.");
        assertThat(rejected("1,Kai,-,Oak,,,,,,,")).containsExactly("Row 2: no surname.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y?", "Yes*", "X", "Y/N", "maybe"})
    @Tag("MED-12")
    void rejectsAnUnclearAnswer(String answer) {
        assertThat(rejected("1,Kai,Moss,Oak,Ann Moss,,Yes," + answer + EVIDENCE))
                .containsExactly("Row 2, Website: \"" + answer + "\" is neither yes nor no.");
    }

    @Test
    void rejectsAPartialYes() {
        assertThat(rejected("1,Kai,Moss,Oak,Ann Moss,,Yes,\"Yes, website only\"" + EVIDENCE))
                .containsExactly("Row 2, Website: \"Yes, website only\" is neither yes nor no.");
    }

    @Test
    void rejectsANameCellThatDoesNotSplitAtOneComma() {
        ImportPlan plan =
                Examples.plan("Name,Room,Website", "\"Moss, Kai\",Oak,", "Kai Moss,Oak,", "\"Moss, Kai, Jr\",Oak,");
        assertThat(plan.children()).singleElement().satisfies(child -> {
            assertThat(child.firstName()).isEqualTo("Kai");
            assertThat(child.surname()).isEqualTo("Moss");
        });
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly(
                        "Row 3: \"Kai Moss\" has no comma: which is the surname?",
                        "Row 4: \"Moss, Kai, Jr\" has more than one comma, or nothing beside it: which is the surname?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S?on", "Si_n", "Si\uFFFDn", "SiÃ´n"})
    void rejectsANameThatLostALetter(String name) {
        assertThat(rejected("1," + name + ",Moss,Oak,,,,,,,"))
                .containsExactly("Row 2: a letter of the name was lost before the file reached us.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,=A1,Moss,Oak,,,,,,,",
                "1,+Kai,Moss,Oak,,,,,,,",
                "1,Kai,-Moss,Oak,,,,,,,",
                "1,Kai,@Moss,Oak,,,,,,,",
                "=A1,Kai,Moss,Oak,,,,,,,",
                "1,Kai,Moss,Oak,,,,=TRUE(),,,",
                "1,Kai,Moss,Oak,,,,,=TODAY(),,"
            })
    void rejectsAFormula(String row) {
        assertThat(rejected(row)).containsExactly("Row 2: the cell holds a formula.");
    }

    @Test
    void readsAWrappedNumberAndALoneHyphen() {
        ImportPlan plan = Examples.plan(HEADING, "\"=\"\"0031\"\"\",Kai,Moss,Oak,-,-,-,-,-,-,-");
        assertThat(plan.children().getFirst().externalId()).isEqualTo("0031");
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 0, 0, 1));
    }

    @Test
    void aFormulaInAColumnThatIsNotReadDoesNoHarm() {
        assertThat(Examples.plan(HEADING + ",Mobile", "1,Kai,Moss,Oak,,,,,,,,+44 1632 960001")
                        .preview()
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void rejectsANumberASpreadsheetShortened() {
        assertThat(rejected("1.2E+12,Kai,Moss,Oak,,,,,,,"))
                .containsExactly("Row 2: a spreadsheet shortened this number.");
        ImportPlan plan = Examples.plan(
                "UPN,Forename,Surname,Reg",
                "H801200001001,Ada,Birch,Oak",
                "A801200001001,Bo,Cedar,Oak",
                "80120000100,Cy,Elm,Oak",
                "h801200001001x,Di,Fir,Oak");
        assertThat(plan.children()).singleElement().satisfies(child -> assertThat(child.externalId())
                .isEqualTo("H801200001001"));
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly(
                        "Row 3: a spreadsheet shortened this number.",
                        "Row 4: a spreadsheet shortened this number.",
                        "Row 5: a spreadsheet shortened this number.");
    }

    @Test
    void rejectsARowOfAnotherWidth() {
        assertThat(rejected("1,Kai,Moss,Oak,,,,,,,,")).containsExactly("Row 2 has 12 cells, the heading has 11.");
        assertThat(rejected("1,Kai,Moss,Oak")).containsExactly("Row 2 has 4 cells, the heading has 11.");
    }

    @Test
    void rejectsOneNumberForTwoChildren() {
        ImportPlan plan =
                Examples.plan(HEADING, "1,Kai,Moss,Oak,,,,,,,", "2,Ann,Lee,Oak,,,,,,,", "1,Kit,Moss,Oak,,,,,,,");
        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Severity.REJECTED)
                .containsExactly(
                        new Finding(2, Severity.REJECTED, "Rows 2 and 4 use one number for two children."),
                        new Finding(4, Severity.REJECTED, "Rows 2 and 4 use one number for two children."));
        assertThat(plan.children()).hasSize(1);
    }

    @Test
    void caseAndUnicodeFormDoNotMakeAnotherName() {
        ImportPlan plan = Examples.plan(HEADING, "1,Renée,MOSS,Oak,,,,,,,", "1,Rene\u0301e,Moss,oak,,,,,,,");
        assertThat(plan.preview().people()).isEqualTo(1);
        assertThat(Examples.messages(plan, Severity.NOTE)).containsExactly("Row 3 repeats row 2.");
    }

    @Test
    void leavesTheClassBlankWhenTwoAreGiven() {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak,,,,,,,", "1,Kai,Moss,Elm,,,,,,,");
        assertThat(plan.children()).singleElement().satisfies(child -> assertThat(child.className())
                .isEmpty());
        assertThat(Examples.messages(plan, Severity.FLAG)).contains("Rows 2 and 3 put one child in two classes.");
    }

    @Test
    void acceptsNamesakesWithNumbersOfTheirOwn() {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak,,,,,,,", "2,Kai,Moss,Oak,,,,,,,");
        assertThat(plan.preview().people()).isEqualTo(2);
        assertThat(plan.findings())
                .containsExactly(
                        new Finding(2, Severity.FLAG, "Two children with this name: check before tagging."),
                        new Finding(3, Severity.FLAG, "Two children with this name: check before tagging."));
    }

    @ParameterizedTest
    @CsvSource({"1,''", "'',''", "31,0031", "'',7"})
    void rejectsPossiblyOneChild(String one, String other) {
        ImportPlan plan = Examples.plan(HEADING, one + ",Kai,Moss,Oak,,,,,,,", other + ",Kai,Moss,Oak,,,,,,,");
        assertThat(plan.children()).isEmpty();
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly("Rows 2 and 3 may be one child.", "Rows 2 and 3 may be one child.");
    }

    @Test
    void childrenAlreadyHereCountWhenANumberIsMissingOrLostItsZeros() {
        List<StoredChild> stored = List.of(
                stored("0031", "Kai", "Moss", "Oak"),
                stored(null, "Ann", "Lee", "Oak"),
                stored("77", "Bo", "Fir", "Oak"),
                stored("5", "Cy", "Elm", "Oak"));
        ImportPlan plan = Examples.plan(
                Examples.csv(
                        HEADING,
                        "31,Kai,Moss,Elm,,,,,,,",
                        "8,Ann,Lee,Oak,,,,,,,",
                        "78,Bo,Fir,Oak,,,,,,,",
                        "5,cy,ELM,Ash,,,,,,,",
                        ",Cy,Elm,Oak,,,,,,,"),
                stored);
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly(
                        "Row 2 and a child already here may be one child.",
                        "Row 3 and a child already here may be one child.");
        assertThat(plan.findings())
                .contains(new Finding(4, Severity.FLAG, "Two children with this name: check before tagging."));
        assertThat(plan.children())
                .filteredOn(child -> "5".equals(child.externalId()))
                .singleElement()
                .satisfies(child ->
                        assertThat(child.stored()).isEqualTo(stored.get(3).id()));
    }

    @Test
    void aStoredNumberUnderAnotherNameIsNotTakenOver() {
        ImportPlan plan =
                Examples.plan(Examples.csv(HEADING, "5,Kit,Elm,Oak,,,,,,,"), List.of(stored("5", "Cy", "Elm", "Oak")));
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly("Row 2 and a child already here use one number for two children.");
    }

    @Test
    @Tag("MED-06")
    void flagsChildrenWhoWouldLookAlikeInPrint() {
        ImportPlan plan = Examples.plan(
                HEADING,
                "1,Kai,Moss,Oak,,,,,,,",
                "2,Kai,Marsh,Oak,,,,,,,",
                "3,Kai,Moon,Elm,,,,,,,",
                "4,Ann,Moss,Oak,,,,,,,");
        assertThat(plan.findings())
                .containsExactly(
                        new Finding(2, Severity.FLAG, "Two children would look alike in print."),
                        new Finding(3, Severity.FLAG, "Two children would look alike in print."));
    }

    @Test
    void flagsABlankClassAndAMissingNumber() {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,,,,,,,,", ",Ann,Lee,Oak,,,,,,,");
        assertThat(plan.preview().accepted()).isEqualTo(2);
        assertThat(plan.findings())
                .containsExactly(
                        new Finding(2, Severity.FLAG, "No class: this child is found by name only."),
                        new Finding(3, Severity.FLAG, "No number: a later file may not find this child."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "", "Primary", "1", "lives with"})
    @Tag("MED-02")
    @Tag("MED-03")
    void aYesWaitsUnlessResponsibilityIsPlainlyHeld(String responsibility) {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak,Ann Moss,," + responsibility + ",Yes" + EVIDENCE);
        boolean held = responsibility.equals("1");
        assertThat(plan.preview().answers()).isEqualTo(held ? new Answers(1, 0, 0, 0) : new Answers(0, 1, 0, 0));
        assertThat(Examples.messages(plan, Severity.FLAG))
                .isEqualTo(held ? List.of() : List.of("The answer waits: parental responsibility is not recorded."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr and Mrs Moss", "Mr & Mrs Moss", "Ann and Tom Moss", "Mr/Mrs Moss"})
    void aYesFromTwoAtOnceWaits(String giver) {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak," + giver + ",,Yes,Yes" + EVIDENCE);
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 1, 0, 0));
        assertThat(Examples.messages(plan, Severity.FLAG)).containsExactly("One giver per answer, please.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {",,Form 3,Office", ",08/09/2025,,Office", ",08/09/2025,Form 3,", ",,,"})
    @Tag("MED-02")
    void aYesWithoutItsWholeEvidenceWaitsQuietly(String evidence) {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak,Ann Moss,,Yes,Yes" + evidence);
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 1, 0, 0));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    @Tag("MED-12")
    void aNoFromAnybodyIsARefusalAndSilenceIsNothing() {
        ImportPlan plan = Examples.plan(
                HEADING,
                "1,Kai,Moss,Oak,Ann Moss,,No,No,,,",
                "2,Bo,Fir,Oak,,,,Refused,,,",
                "3,Cy,Elm,Oak,Mr and Mrs Elm,,,Not granted,,,",
                "4,Di,Ash,Oak,Ed Ash,,Yes,Pending" + EVIDENCE,
                "5,Eva,Yew,Oak,Ida Yew,,Yes,False" + EVIDENCE);
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 0, 3, 2));
        assertThat(plan.children().get(3).answers()).isEmpty();
        assertThat(plan.children().get(1).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.answer()).isEqualTo(Answer.NO);
            assertThat(plan.givers().get(answer.giver()).name()).isEqualTo("Not named in the file");
        });
    }

    @Test
    void aNoStandsAgainstAYesOfTheSameGiverInAnotherRow() {
        ImportPlan plan = Examples.plan(
                HEADING,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes" + EVIDENCE,
                "1,Kai,Moss,Oak,ann moss,ANN@family.example,Yes,No" + EVIDENCE,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes," + EVIDENCE);
        assertThat(plan.children().getFirst().givers()).hasSize(1);
        assertThat(plan.children().getFirst().answers())
                .extracting(PlannedAnswer::answer)
                .containsExactly(Answer.NO);
    }

    @Test
    void oneGiverIsKnownByNameAndEmailAcrossChildrenButNotByNameAlone() {
        ImportPlan plan = Examples.plan(
                HEADING,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes" + EVIDENCE,
                "2,Kit,Moss,Elm,Ann Moss,ann@family.example,No,Yes" + EVIDENCE,
                "3,Kim,Moss,Ash,Ann Moss,,Yes,Yes" + EVIDENCE);
        assertThat(plan.givers()).hasSize(2);
        assertThat(plan.children().get(0).givers().getFirst().giver())
                .isEqualTo(plan.children().get(1).givers().getFirst().giver());
        assertThat(plan.children().get(0).givers().getFirst().responsibility()).isEqualTo(Responsibility.YES);
        assertThat(plan.children().get(1).givers().getFirst().responsibility()).isEqualTo(Responsibility.NO);
    }

    @ParameterizedTest
    @CsvSource({"none", "n/a", "-", "N/A"})
    void noEmailIsWrittenInSeveralWays(String email) {
        ImportPlan plan = Examples.plan(HEADING, "1,Kai,Moss,Oak,Ann Moss," + email + ",Yes,Yes" + EVIDENCE);
        assertThat(plan.givers()).singleElement().satisfies(giver -> assertThat(giver.email())
                .isNull());
    }

    @Test
    void rejectsWhatIsNoEmailAddress() {
        assertThat(rejected("1,Kai,Moss,Oak,Ann Moss,ask at office,Yes,Yes" + EVIDENCE))
                .containsExactly("Row 2: \"ask at office\" is not an e-mail address.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45678|Row 2, Date signed: \"45678\" is not a date.",
                "31/02/2025|Row 2, Date signed: there is no such date as \"31/02/2025\".",
                "21/11/2026|Row 2, Date signed: \"21/11/2026\" is in the future."
            })
    void rejectsWhatIsNoDate(String date, String message) {
        assertThat(rejected("1,Kai,Moss,Oak,Ann Moss,,Yes,Yes," + date + ",Form 3,Office"))
                .containsExactly(message);
    }

    @Test
    void asksForTheOrderOfDatesWhenTheMonthIsAboveTwelve() {
        RosterFile file = Examples.csv(HEADING, "1,Kai,Moss,Oak,Ann Moss,,Yes,Yes,12/19/2025,Form 3,Office");
        Analysis asked = file.analyse(file.suggestion(), BatchDefaults.NONE, List.of(), null, Examples.TODAY);
        assertThat(asked).isInstanceOfSatisfying(Analysis.Asked.class, question -> {
            assertThat(question.question()).isEqualTo(Analysis.Question.DATE_ORDER);
            assertThat(question.sentence()).startsWith("Row 2 ");
        });
        ImportPlan plan = Examples.plan(
                file, file.suggestion().withDateOrder(org.clearpost.kit.table.DateOrder.MONTH_FIRST), List.of());
        assertThat(plan.preview().answers()).isEqualTo(new Answers(1, 0, 0, 0));
    }

    @Test
    void skipsAndListsWhatIsNoPerson() {
        ImportPlan plan = Examples.plan(
                HEADING,
                "1,Kai,Moss,Oak,,,,,,,",
                "",
                ",,,,,,,,,,",
                "Total students,1,,,,,,,,,",
                "Printed on 20/11/2026",
                HEADING,
                "2,Ann,Lee,Oak,,,,,,,",
                "",
                "");
        assertThat(plan.preview().people()).isEqualTo(2);
        assertThat(plan.preview().rejected()).isZero();
        assertThat(plan.preview().skipped()).isEqualTo(5);
        assertThat(Examples.messages(plan, Severity.SKIPPED))
                .containsExactly(
                        "Rows 3 to 4 are blank.",
                        "Row 5 has no class and no full name, so it is no person.",
                        "Row 6 has no class and no full name, so it is no person.",
                        "Row 7 has no class and no full name, so it is no person.");
    }

    @Test
    @Tag("SEC-07")
    void rejectsNothingForColumnsThatAreNotReadAndKeepsNothingOfThem() {
        ImportPlan plan = Examples.plan(
                HEADING + ",DOB,Home address,Medical notes,Password",
                "1,Kai,Moss,Oak,,,,,,,,01/02/2019,1 Low Lane,asthma,secret");
        assertThat(plan.toString()).contains("Kai").doesNotContain("2019", "Low Lane", "asthma", "secret");
        assertThat(Examples.csv(HEADING + ",DOB", "1,Kai,Moss,Oak,,,,,,,,01/02/2019")
                        .columns()
                        .getLast()
                        .samples())
                .isEmpty();
    }

    @Test
    void refusesTheRowsOfAnotherSchool() {
        String heading = "School,Student ID,Forename,Surname,Reg";
        RosterFile file = Examples.csv(heading, "Mill Green,1,Kai,Moss,Oak", "Hill Top,2,Ann,Lee,Oak");
        assertThat(file.analyse(file.suggestion(), BatchDefaults.NONE, List.of(), "Elsewhere", Examples.TODAY))
                .isInstanceOfSatisfying(Analysis.Asked.class, asked -> assertThat(asked.options())
                        .containsExactly("Mill Green", "Hill Top"));
        ImportPlan plan = ((Analysis.Planned)
                        file.analyse(file.suggestion(), BatchDefaults.NONE, List.of(), "Mill Green", Examples.TODAY))
                .plan();
        assertThat(Examples.messages(plan, Severity.REJECTED)).containsExactly("Row 3 belongs to another school.");
    }

    @Test
    void anAnswerForTwoPlatformsIsTwoAnswers() {
        ImportPlan plan = Examples.plan(
                "Student ID,Forename,Surname,Reg,Guardian,Facebook and Instagram", "1,Kai,Moss,Oak,Ann Moss,No");
        assertThat(plan.children().getFirst().answers())
                .extracting(PlannedAnswer::channel)
                .containsExactly(Platform.FACEBOOK, Platform.INSTAGRAM);
        assertThat(plan.children().getFirst().answers())
                .allSatisfy(answer -> assertThat(answer.purpose()).isEqualTo(Purpose.SOCIAL_MEDIA));
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 0, 1, 0));
    }

    @Test
    void textBeyondWhatIsStoredIsRejected() {
        assertThat(rejected("1,Kai," + "M".repeat(101) + ",Oak,,,,,,,"))
                .containsExactly("Row 2: the name has more than 100 letters.");
    }

    private static List<String> rejected(String row) {
        return Examples.messages(Examples.plan(HEADING, row, "99,Zoe,Zander,Zebra,,,,,,,"), Severity.REJECTED);
    }

    private static StoredChild stored(
            @org.jspecify.annotations.Nullable String id, String first, String surname, String className) {
        return new StoredChild(UUID.randomUUID(), id, first, surname, className, false);
    }
}
