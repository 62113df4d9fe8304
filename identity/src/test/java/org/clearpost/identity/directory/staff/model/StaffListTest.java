package org.clearpost.identity.directory.staff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonId;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.PostId;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.kit.table.DateOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String HEADING = "Name,E-mail,Post,Setting,Start,End\n";
    private static final Setting HILLTOP =
            setting(1, "Hilltop Nursery", "hilltop.example", Map.of("SLT", "Deputy DSL"));
    private static final Setting VALLEY =
            setting(2, "Valley School", "valley.example", Map.of("SETTING_HEAD", "Headteacher"));
    private static final Person MARA = person(1, "Mara Reyes", "mara@hilltop.example");
    private static final Person IDRIS = person(2, "Idris Bevan", "idris@valley.example");

    @Test
    void takesARowPerPost() {
        StaffList.Judged judged = judged(
                """
                Mara Reyes,MARA@hilltop.example,DSL,hilltop nursery,01/09/2025,
                Wren Adeyemi,wren@valley.example,headteacher,Valley School,,31/08/2027
                """);

        assertThat(judged.findings()).isEmpty();
        assertThat(judged.people()).isEqualTo(2);
        assertThat(judged.accepted().getFirst())
                .extracting(StaffRow::number, StaffRow::role, StaffRow::from, StaffRow::to)
                .containsExactly(2, RoleCode.DSL, LocalDate.of(2025, 9, 1), null);
        assertThat(judged.accepted().getLast())
                .extracting(StaffRow::role, StaffRow::setting, StaffRow::from, StaffRow::to)
                .containsExactly(RoleCode.SETTING_HEAD, VALLEY.id(), TODAY, LocalDate.of(2027, 8, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "DSL, DSL, false",
        "designated safeguarding lead, DSL, false",
        "Deputy Online Safety Coordinator, OSC, true",
        "deputy osc, OSC, true",
        "line_manager, LINE_MANAGER, false",
        "Line Manager, LINE_MANAGER, false",
        // Hilltop's own word for its senior leaders.
        "Deputy DSL, SLT, false",
    })
    @Tag("UI-03")
    void understandsCodesOurWordsAndTheSettingsOwn(String words, RoleCode role, boolean deputy) {
        StaffList.Judged judged = judged("Wren Adeyemi,wren@hilltop.example," + words + ",Hilltop Nursery,,\n");

        assertThat(judged.findings()).isEmpty();
        assertThat(judged.accepted().getFirst().role()).isEqualTo(role);
        assertThat(judged.accepted().getFirst().deputy()).isEqualTo(deputy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",w@hilltop.example,DSL,Hilltop Nursery,, | Row 2: no name.",
                "-,w@hilltop.example,DSL,Hilltop Nursery,, | Row 2: no name.",
                "Wren,,DSL,Hilltop Nursery,, | Row 2: no e-mail address.",
                "Wren,n/a,DSL,Hilltop Nursery,, | Row 2: no e-mail address.",
                "Wren,wren,DSL,Hilltop Nursery,, | Row 2: \"wren\" is not an e-mail address.",
                "Wren,w@hilltop.example,Wizard,Hilltop Nursery,, | Row 2: there is no post \"Wizard\".",
                "Wren,w@hilltop.example,,Hilltop Nursery,, | Row 2: no post.",
                "Wren,w@hilltop.example,DSL,,, | Row 2: no setting.",
                "Wren,w@hilltop.example,DSL,Moon Base,, | Row 2: there is no open setting \"Moon Base\".",
                "Wren,w@valley.example,DSL,Hilltop Nursery,,"
                        + " | Row 2: addresses at valley.example are not allowed at Hilltop Nursery.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery,,19/11/2026 | Row 2: has left.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery,1 Dec 2026,2026-11-30"
                        + " | Row 2: the end is before the start.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery,45678, | Row 2: the start \"45678\" is not a date.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery,,31.02.2027"
                        + " | Row 2: the end \"31.02.2027\" is on no calendar.",
                "Wren,w@hilltop.example,Group_Admin,Hilltop Nursery,,"
                        + " | Row 2: nobody becomes group administrator by a file.",
                "Wren,w@hilltop.example,Trade union,Hilltop Nursery,,"
                        + " | Row 2: \"Trade union\" is a contact outside, not a post somebody holds.",
                "=A1,w@hilltop.example,DSL,Hilltop Nursery,, | Row 2: the cell holds a formula.",
                "Jos?,w@hilltop.example,DSL,Hilltop Nursery,,"
                        + " | Row 2: a letter of the name was lost before the file reached us.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery,,,x | Row 2 has 7 cells, the heading has 6.",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery | Row 2 has 4 cells, the heading has 6.",
                "Somebody Else,mara@hilltop.example,DSL,Hilltop Nursery,,"
                        + " | Row 2: the directory has this address under another name.",
                "Idris Bevan,idris@valley.example,DSL,Valley School,, | Row 2: this person is disabled.",
            })
    void rejectsARowAndSaysWhy(String row, String message) {
        StaffList.Judged judged = judged(row + "\n");

        assertThat(judged.accepted()).isEmpty();
        assertThat(judged.findings()).containsExactly(new Finding(2, Finding.Severity.REJECTED, message));
    }

    @Test
    void anEndOfTodayIsALastDay() {
        assertThat(judged("Wren,w@hilltop.example,DSL,Hilltop Nursery,,20/11/2026\n")
                        .accepted())
                .hasSize(1);
    }

    @Test
    void oneAddressIsNotTwoPeople() {
        StaffList.Judged judged = judged(
                """
                Wren Adeyemi,w@hilltop.example,DSL,Hilltop Nursery,,
                Cai Moss,cai@hilltop.example,OSC,Hilltop Nursery,,
                Will Adeyemi,W@hilltop.example,OSC,Hilltop Nursery,,
                WREN ADEYEMI,w@hilltop.example,SLT,Hilltop Nursery,,
                """);

        assertThat(judged.accepted()).extracting(StaffRow::number).containsExactly(3);
        assertThat(judged.findings())
                .extracting(Finding::row, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                2, "Rows 2, 4 and 5 use one e-mail address for two people."),
                        org.assertj.core.groups.Tuple.tuple(
                                4, "Rows 2, 4 and 5 use one e-mail address for two people."),
                        org.assertj.core.groups.Tuple.tuple(
                                5, "Rows 2, 4 and 5 use one e-mail address for two people."));
    }

    @Test
    void aRowThatRepeatsAnotherIsSkippedAndOneThatClashesRejected() {
        StaffList.Judged judged = judged(
                """
                Wren Adeyemi,w@hilltop.example,DSL,Hilltop Nursery,,
                Wren Adeyemi,w@hilltop.example,dsl,HILLTOP NURSERY,,
                Cai Moss,cai@hilltop.example,OSC,Hilltop Nursery,01/01/2027,31/03/2027
                Cai Moss,cai@hilltop.example,OSC,Hilltop Nursery,31/03/2027,
                Bela Kaya,bela@hilltop.example,OSC,Hilltop Nursery,01/01/2027,31/03/2027
                Bela Kaya,bela@hilltop.example,OSC,Hilltop Nursery,01/04/2027,
                """);

        assertThat(judged.accepted()).extracting(StaffRow::number).containsExactly(2, 6, 7);
        assertThat(judged.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "Row 3 repeats row 2.",
                        "Rows 4 and 5 give one person the same post for the same days.",
                        "Rows 4 and 5 give one person the same post for the same days.");
    }

    @Test
    void aPostHeldAlreadyIsSkipped() {
        StaffList.Judged judged = judged("Mara Reyes,mara@hilltop.example,OSC,Hilltop Nursery,,\n");

        assertThat(judged.findings())
                .containsExactly(
                        new Finding(2, Finding.Severity.SKIPPED, "Row 2: this person holds this post already."));
    }

    @Test
    void titlesTotalsAndBlankRowsCountAsRowsButNotAsPeople() {
        StaffList.Judged judged = judge(
                read(
                        "Staff of Hillside\n\n" + HEADING
                                + """
                Wren Adeyemi,w@hilltop.example,DSL,Hilltop Nursery,,

                "Cai
                Moss",cai@hilltop.example,OSC,Hilltop Nursery,,
                Total: 2,,,,,
                """));

        assertThat(judged.rows()).isEqualTo(3);
        assertThat(judged.accepted())
                .extracting(StaffRow::number, StaffRow::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, "Wren Adeyemi"),
                        org.assertj.core.groups.Tuple.tuple(6, "Cai Moss"));
        assertThat(judged.findings())
                .containsExactly(new Finding(7, Finding.Severity.SKIPPED, "Row 7 is not a person."));
    }

    @Test
    @Tag("SEC-07")
    void columnsThatAreNotAskedForAreNotRead() {
        StaffList.Judged judged = judge(
                read(
                        """
                First name,Surname,Date of birth,Email,Role,Site,Phone
                Wren,Adeyemi,01/02/1990,w@hilltop.example,DSL,Hilltop Nursery,=HYPERLINK
                """));

        assertThat(judged.accepted()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Wren Adeyemi");
            assertThat(row.toString()).doesNotContain("1990");
        });
    }

    @Test
    void readsOldEncodingsAndOtherSeparators() {
        StaffList list = StaffList.read(
                ("Name;E-mail;Post;Setting\nZoë Brontë;zoe@hilltop.example;DSL;Hilltop Nursery\n")
                        .getBytes(Charset.forName("windows-1252")),
                DateOrder.DAY_FIRST);

        assertThat(list.encoding()).isEqualTo("Windows-1252");
        assertThat(list.encodingCertain()).isFalse();
        assertThat(list.separator()).isEqualTo(';');
        assertThat(judge(list).accepted()).singleElement().satisfies(row -> assertThat(row.name())
                .isEqualTo("Zoë Brontë"));
    }

    @Test
    void datesInTheOtherOrderStopTheList() {
        String row = "Wren,w@hilltop.example,DSL,Hilltop Nursery,12/19/2025,\n";
        assertThatThrownBy(() -> judged(row))
                .isInstanceOfSatisfying(StaffListRefusedException.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("Row 2: the start \"12/19/2025\" is not day first."
                                + " Choose the other order of dates and send the file again."));
        assertThat(judge(StaffList.read((HEADING + row).getBytes(StandardCharsets.UTF_8), DateOrder.MONTH_FIRST))
                        .accepted())
                .singleElement()
                .satisfies(read -> assertThat(read.from()).isEqualTo(LocalDate.of(2025, 12, 19)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Wren,w@hilltop.example,DSL,Hilltop Nursery\n",
                "Name,Post,Setting\nWren,DSL,Hilltop Nursery\n",
                "Name,E-mail,Email,Post,Setting\nWren,w@hilltop.example,w@hilltop.example,DSL,Hilltop Nursery\n",
                "Name,E-mail,Post,Setting\nTotal: 0,,,\n",
                "Name,E-mail,Post,Setting\n\"Wren,w@hilltop.example,DSL,Hilltop Nursery\n",
                "PK\u0003\u0004 not a table",
                "<html></html>",
            })
    void refusesAFileThatIsNoStaffList(String text) {
        assertThatThrownBy(() -> judge(read(text))).isInstanceOf(StaffListRefusedException.class);
    }

    @Test
    void aPostTellsWhatSortOfPersonSomebodyIs() {
        assertThat(judged("Wren,w@hilltop.example,Governor,Hilltop Nursery,,\n")
                        .accepted()
                        .getFirst()
                        .person()
                        .type())
                .isEqualTo(PersonType.GOVERNOR);
        assertThat(judged("Wren,w@hilltop.example,DSL,Hilltop Nursery,,\n")
                        .accepted()
                        .getFirst()
                        .person()
                        .type())
                .isEqualTo(PersonType.EMPLOYEE);
    }

    private static StaffList.Judged judged(String rows) {
        return judge(read(HEADING + rows));
    }

    private static StaffList read(String text) {
        return StaffList.read(text.getBytes(StandardCharsets.UTF_8), DateOrder.DAY_FIRST);
    }

    private static StaffList.Judged judge(StaffList list) {
        PostHeld osc = PostHeld.given(
                new PostId(new UUID(0, 90)),
                MARA,
                PostHeld.Wanted.of(HILLTOP.id(), "OSC", false, TODAY, null, TODAY),
                HILLTOP,
                TODAY);
        Person disabled = new Person(IDRIS.id(), IDRIS.details(), Person.Status.DISABLED, null, 2, 2);
        return list.judge(new KnownStaff(List.of(HILLTOP, VALLEY), List.of(MARA, disabled), List.of(osc)), TODAY);
    }

    private static Setting setting(long id, String name, String domain, Map<String, String> labels) {
        return new Setting(
                new SettingId(new UUID(0, id)),
                Setting.Details.of("", name, "SCHOOL", "WALES", List.of(domain), Map.copyOf(labels)),
                true,
                1);
    }

    private static Person person(long id, String name, String email) {
        return Person.joining(new PersonId(new UUID(0, id)), Person.Details.of("", name, email, "EMPLOYEE"));
    }
}
