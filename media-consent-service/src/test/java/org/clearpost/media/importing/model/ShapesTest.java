package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.importing.model.ImportPlan.Answers;
import org.clearpost.media.importing.model.ImportPlan.PlannedGiver;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes school and nursery systems export, and files that are none of them. */
class ShapesTest {

    @Test
    void oneRowPerContactWithTheChildRepeated() {
        ImportPlan plan = Examples.plan(
                "StudentForename,StudentSurname,StudentID,Year,Reg,DOB,Website,ContactForename,ContactSurname,Relationship,PrimaryEmail,Priority",
                "Kai,Moss,1,3,Oak,01/02/2019,Yes,Ann,Moss,Mother,ann@family.example,1",
                "Kai,Moss,1,3,Oak,01/02/2019,No,Tom,Moss,Father,tom@family.example,2");
        assertThat(plan.preview().people()).isEqualTo(1);
        assertThat(plan.givers()).extracting(PlannedGiver::name).containsExactly("Ann Moss", "Tom Moss");
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 1, 1, 0));
    }

    @Test
    void headingsThatRepeatAreToldApartByPosition() {
        RosterFile file = Examples.csv(
                "ID,Forename,Surname,ID,Forename,Surname,ID,Class Name,Photos", "1,Kai,Moss,g1,Ann,Moss,c9,Oak,F");
        assertThat(file.suggestion().columns())
                .extracting(ColumnMapping::target)
                .containsExactly(
                        Target.EXTERNAL_ID,
                        Target.FIRST_NAME,
                        Target.SURNAME,
                        Target.GIVER_ID,
                        Target.GIVER_FIRST_NAME,
                        Target.GIVER_SURNAME,
                        Target.IGNORED,
                        Target.CLASS,
                        Target.CONSENT);
        ImportPlan plan = Examples.plan(file, List.of());
        assertThat(plan.givers().getFirst()).satisfies(giver -> {
            assertThat(giver.externalId()).isEqualTo("g1");
            assertThat(giver.name()).isEqualTo("Ann Moss");
        });
        // A tick box that is not ticked is not a refusal.
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 0, 0, 1));
    }

    @Test
    void withoutHeadingsThePersonMapsByPosition() {
        RosterFile file = Examples.csv("1,Kai,Moss,Oak,3,17", "2,Ann,Lee,Oak,3,17");
        assertThat(file.headingRow()).isZero();
        assertThat(file.columns()).hasSize(6);
        assertThat(file.faults(file.suggestion())).isNotEmpty();
        Mapping mapping = new Mapping(
                List.of(
                        ColumnMapping.of(0, Target.EXTERNAL_ID),
                        ColumnMapping.of(1, Target.FIRST_NAME),
                        ColumnMapping.of(2, Target.SURNAME),
                        ColumnMapping.of(3, Target.CLASS)),
                null,
                null);
        assertThat(file.faults(mapping)).isEmpty();
        assertThat(Examples.plan(file, mapping, List.of()).preview().people()).isEqualTo(2);
    }

    @Test
    void carersInColumnsAreAllKeptAndNoneIsGuessedToHaveAnswered() {
        ImportPlan plan = Examples.plan(
                "Name,Room,Parent1,Parent1 Email,Parent2,Parent2 Email,Social media",
                "\"Moss, Kai\",Ducks,Ann Moss,ann@family.example,Tom Moss,tom@family.example,Yes",
                "\"Lee, Bo\",Ducks,Di Lee,di@family.example,,,Yes");
        assertThat(plan.children().getFirst().givers()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plan.preview().answers()).isEqualTo(new Answers(0, 2, 0, 0));
        assertThat(Examples.messages(plan, Severity.FLAG))
                .contains(
                        "One giver per answer, please.", "The answer waits: parental responsibility is not recorded.");
    }

    @Test
    void parentsMayBeCalledMotherAndFatherInHeadingsButNotInRows() {
        RosterFile file = Examples.csv(
                "Child Name,Room,Mother Name,Mother Email,Father Name,Father Email,Photos",
                "\"Moss, Kai\",Ducks,Ann Moss,ann@family.example,Tom Moss,tom@family.example,No");
        assertThat(file.suggestion().columns())
                .extracting(column -> column.target() + " " + column.guardian())
                .containsExactly(
                        "FULL_NAME 1",
                        "CLASS 1",
                        "GIVER_NAME 1",
                        "GIVER_EMAIL 1",
                        "GIVER_NAME 2",
                        "GIVER_EMAIL 2",
                        "CONSENT 1");
        assertThat(Headings.known(List.of("7", "Kai", "Moss", "Room 1", "Mother")))
                .isZero();
    }

    @Test
    void informedByNamesTheGiver() {
        ImportPlan plan = Examples.plan(
                "Pupil ID,Forename,Surname,Class,Parent 1,Parent 1 Parental Responsibility,Parent 2,Parent 2 Parental Responsibility,Website,Date,Informed By,Form version,Form kept",
                "1,Kai,Moss,Oak,Ann Moss,Yes,Tom Moss,No,Granted,01/09/2025,Ann Moss,Form 3,Office");
        assertThat(plan.preview().answers()).isEqualTo(new Answers(1, 0, 0, 0));
        assertThat(plan.givers()).hasSize(2);

        RosterFile alone = Examples.csv("Forename,Surname,Class,Website,Informed By", "Kai,Moss,Oak,Granted,Ann Moss");
        assertThat(alone.suggestion().columns().getLast().target()).isEqualTo(Target.GIVER_NAME);
    }

    @Test
    void theEncodingIsFoundOut() {
        String text = "Forename;Surname;Reg\r\nSøren;Ångström;Eik\r\n";
        RosterFile local = open(text.getBytes(Charset.forName("windows-1252")), "a.csv");
        assertThat(local.encoding()).isEqualTo("Windows-1252");
        assertThat(local.encodingCertain()).isFalse();
        assertThat(local.separator()).isEqualTo(";");
        assertThat(Examples.plan(local, List.of()).children().getFirst().surname())
                .isEqualTo("Ångström");

        byte[] unicode =
                ("\uFEFF" + text.replace(';', '\t').replace("Søren", "Ŵyn")).getBytes(StandardCharsets.UTF_16LE);
        RosterFile tabs = open(unicode, "a.txt");
        assertThat(tabs.encoding()).isEqualTo("UTF-16LE");
        assertThat(tabs.separator()).isEqualTo("tab");
        assertThat(Examples.plan(tabs, List.of()).children().getFirst().firstName())
                .isEqualTo("Ŵyn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Website|WEBSITE|",
                "School website consent|WEBSITE|",
                "Social media (Facebook page)|SOCIAL_MEDIA|FACEBOOK",
                "Facebook / Instagram|SOCIAL_MEDIA|FACEBOOK INSTAGRAM",
                "Twitter|SOCIAL_MEDIA|X",
                "YouTube|SOCIAL_MEDIA|YOUTUBE",
                "TikTok|SOCIAL_MEDIA|TIKTOK",
                "Social Media|SOCIAL_MEDIA|",
                "Displays|DISPLAY|",
                "Prospectus|PRINT|",
                "Local newspaper|PRESS|",
                "Learning journal|INTERNAL|",
                "Photos|TAKING|",
                "Photograph Student|TAKING|",
                "Photographs and video|TAKING|",
                "Website and social media||",
                "Consent||"
            })
    @Tag("MED-04")
    @Tag("MED-05")
    @Tag("R-15")
    void aConsentHeadingNamesOnePurposeOrIsLeftOpen(String heading, Purpose purpose, String channels) {
        ColumnMapping column = Examples.csv("Forename,Surname,Reg," + heading, "Kai,Moss,Oak,")
                .suggestion()
                .columns()
                .getLast();
        assertThat(column.target()).isEqualTo(Target.CONSENT);
        assertThat(column.purpose()).isEqualTo(purpose);
        List<Platform> expected = channels == null
                ? List.of()
                : Arrays.stream(channels.split(" ")).map(Platform::valueOf).toList();
        assertThat(column.channels()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trip consent",
                "Medical consent",
                "Biometric consent",
                "Consent expiry date",
                "Sun cream permission"
            })
    void otherConsentsAreNotRead(String heading) {
        assertThat(Examples.csv("Forename,Surname,Reg," + heading, "Kai,Moss,Oak,Yes")
                        .suggestion()
                        .columns()
                        .getLast()
                        .target())
                .isEqualTo(Target.IGNORED);
    }

    @Test
    @Tag("MED-04")
    void photosInGeneralCanOnlyMeanTaking() {
        RosterFile file = Examples.csv("Forename,Surname,Reg,Photos", "Kai,Moss,Oak,Yes");
        Mapping overreach = withConsents(file, ColumnMapping.consent(3, Purpose.WEBSITE));
        assertThat(file.faults(overreach)).singleElement().satisfies(fault -> assertThat(fault.pointer())
                .isEqualTo("/columns/3/purpose"));
        assertThat(file.faults(withConsents(file, ColumnMapping.consent(3, Purpose.TAKING))))
                .isEmpty();
    }

    @Test
    @Tag("MED-05")
    void twoColumnsCannotAnswerOneQuestion() {
        RosterFile file =
                Examples.csv("Forename,Surname,Reg,Facebook,Facebook page,Social media", "Kai,Moss,Oak,Yes,No,Yes");
        assertThat(file.suggestion().columns().stream().filter(column -> column.target() == Target.CONSENT))
                .hasSize(1);
        assertThat(file.faults(withConsents(
                        file,
                        ColumnMapping.consent(3, Purpose.SOCIAL_MEDIA, Platform.FACEBOOK),
                        ColumnMapping.consent(4, Purpose.SOCIAL_MEDIA, Platform.FACEBOOK))))
                .hasSize(1);
        assertThat(file.faults(withConsents(
                        file,
                        ColumnMapping.consent(3, Purpose.SOCIAL_MEDIA, Platform.FACEBOOK),
                        ColumnMapping.consent(5, Purpose.SOCIAL_MEDIA))))
                .hasSize(1);
        assertThat(file.faults(withConsents(
                        file,
                        ColumnMapping.consent(3, Purpose.SOCIAL_MEDIA, Platform.FACEBOOK),
                        ColumnMapping.consent(4, Purpose.SOCIAL_MEDIA, Platform.X))))
                .isEmpty();
        assertThat(file.faults(withConsents(file, ColumnMapping.consent(3, Purpose.WEBSITE, Platform.X))))
                .hasSize(1);
        assertThat(file.faults(withConsents(file, ColumnMapping.consent(3, null))))
                .hasSize(1);
        assertThat(file.faults(withConsents(file, ColumnMapping.of(77, Target.CLASS))))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void aTickBoxMayBeDeclaredToRecordAnswers() {
        assertThat(CellAnswer.read("False", false)).isEqualTo(CellAnswer.NONE);
        assertThat(CellAnswer.read("0", true)).isEqualTo(CellAnswer.NO);
        assertThat(CellAnswer.read(" YES\u00A0", false)).isEqualTo(CellAnswer.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "y", "true", "t", "1", "granted", "given", "confirmed", "accepted", "agreed", "✓"})
    void theseMeanYes(String cell) {
        assertThat(CellAnswer.read(cell, false)).isEqualTo(CellAnswer.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "n", "refused", "declined", "denied", "withdrawn", "Not Granted"})
    @Tag("MED-12")
    void theseMeanNo(String cell) {
        assertThat(CellAnswer.read(cell, false)).isEqualTo(CellAnswer.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "n/a",
                "pending",
                "requested",
                "not requested",
                "not answered",
                "no response",
                "false",
                "f",
                "0"
            })
    @Tag("MED-12")
    void theseMeanNoAnswer(String cell) {
        assertThat(CellAnswer.read(cell, false)).isEqualTo(CellAnswer.NONE);
    }

    @Test
    void aMappingIsRememberedByTheHeadings() {
        String heading = "Forename,Surname,Reg,Website";
        assertThat(Examples.csv(heading, "Kai,Moss,Oak,").fingerprint())
                .isEqualTo(Examples.csv("A title", heading, "Ann,Lee,Elm,Yes").fingerprint())
                .isNotEqualTo(Examples.csv(heading + ",Press", "Kai,Moss,Oak,,").fingerprint());
    }

    @Test
    void wholeFilesAreRefused() {
        assertThat(refusal("Forename,Surname,Reg\n\"Kai,Moss,Oak\n", "a.csv")).contains("from row 2 on");
        assertThat(refusal("Forename,Surname,Reg\n", "a.csv")).isEqualTo("No row of the file is about a person.");
        assertThat(refusal("Forename,Surname,Reg\nTotal,,\n", "a.csv"))
                .isEqualTo("No row of the file is about a person.");
        assertThat(refusal("<?xml version=\"1.0\"?><CTfile></CTfile>", "a.csv")).contains("Common Transfer File");
        assertThat(refusal("<!DOCTYPE html><html/>", "a.csv")).contains("XML or web page");
        assertThat(refusal("Forename,Surname,Reg\nKa\0i,Moss,Oak\n", "a.csv")).contains("zero bytes");
        assertThat(refusal(new byte[RosterFile.LIMITS.bytes() + 1], "a.csv")).contains("10 MB");
        assertThat(refusal(Examples.oneRoster(), "a.csv")).contains("ZIP");
        assertThat(refusal(zip(Map.of("[Content_Types].xml", "<x/>")), "a.xlsx"))
                .contains("users.csv");
        assertThat(refusal("Forename,Surname,Reg\n" + "Kai,Moss,Oak\n".repeat(45_000), "a.csv"))
                .contains("45000 rows");
        assertThat(refusal("Forename" + ",".repeat(100_000), "a.csv")).contains("more than 500 cells");
        assertThat(refusal("Forename,Surname\n" + "x".repeat(9_000_000), "a.csv"))
                .contains("cell of more than");
    }

    @Test
    @Tag("SEC-13")
    void bombsAndPathTricksAreRefusedInBoundedMemory() {
        byte[] zeros = new byte[60 * 1024 * 1024];
        assertThat(refusal(Examples.zip(List.of(Map.entry("users.csv", zeros))), "a.zip"))
                .contains("unpacks to more");
        assertThat(refusal(Examples.zip(List.of(Map.entry("picture.bin", zeros))), "a.zip"))
                .contains("unpacks to more");
        List<Map.Entry<String, byte[]>> many = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> many.add(Map.entry("f" + i, new byte[1])));
        assertThat(refusal(Examples.zip(many), "a.zip")).contains("more than 100 entries");
        assertThat(refusal(
                        Examples.zip(List.of(
                                Map.entry("users.csv", new byte[] {'a'}),
                                Map.entry("../../users.csv", new byte[] {'b'}))),
                        "a.zip"))
                .contains("twice");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, "a.zip")).isNotEmpty();
    }

    @Test
    void oneRosterDeltaProposesAnEnding() {
        RosterFile file = open(
                zip(Map.of(
                        "users.csv",
                        "sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds\n"
                                + "s1,active,true,o1,student,Kai,Moss,,g1\n"
                                + "s2,tobedeleted,true,o1,student,Ann,Lee,,\n"
                                + "s3,active,true,o2,student,Bo,Fir,,\n"
                                + "g1,active,true,o1,guardian,Tom,Moss,tom@family.example,s1\n",
                        "orgs.csv",
                        "sourcedId,name,type\no1,Mill Green,school\no2,Hill Top,school\n")),
                "delta.zip");
        assertThat(file.analyse(Mapping.EMPTY, BatchDefaults.NONE, List.of(), null, Examples.TODAY))
                .isInstanceOf(Analysis.Asked.class);
        ImportPlan plan = ((Analysis.Planned)
                        file.analyse(Mapping.EMPTY, BatchDefaults.NONE, List.of(), "mill green", Examples.TODAY))
                .plan();
        assertThat(plan.children()).singleElement().satisfies(child -> assertThat(child.externalId())
                .isEqualTo("s1"));
        assertThat(Examples.messages(plan, Severity.FLAG))
                .contains("Row 3: the file says this child has left. If so, end the record by hand.");
        assertThat(Examples.messages(plan, Severity.REJECTED)).containsExactly("Row 4 belongs to another school.");
    }

    @Test
    void oneRosterTwelveAndSchoolDataSyncSayRolesElsewhere() {
        ImportPlan plan = Examples.plan(
                open(
                        zip(Map.of(
                                "users.csv",
                                "sourcedId,username,givenName,familyName,preferredFirstName,password,email\n"
                                        + "s1,u1,Catherine,Moss,Cat,x,\n"
                                        + "p1,,Ann,Moss,,,ann@family.example\n",
                                "roles.csv",
                                "userSourcedId,orgSourcedId,role\ns1,o1,student\n",
                                "classes.csv",
                                "sourcedId,orgSourcedId,title\nc1,o1,Maths\n",
                                "enrollments.csv",
                                "classSourcedId,userSourcedId,role\nc1,s1,student\n",
                                "relationships.csv",
                                "userSourcedId,relationshipUserSourcedId,relationshipRole\ns1,p1,parent\n")),
                        "sds.zip"),
                List.of());
        assertThat(plan.children()).singleElement().satisfies(child -> {
            assertThat(child.firstName()).isEqualTo("Cat");
            assertThat(child.className()).isEmpty();
            assertThat(child.givers()).singleElement().satisfies(link -> {
                assertThat(link.relation()).isEqualTo("parent");
                assertThat(link.responsibility()).isEqualTo(Responsibility.UNKNOWN);
            });
        });
    }

    private static Mapping withConsents(RosterFile file, ColumnMapping... consents) {
        List<ColumnMapping> columns =
                new ArrayList<>(file.suggestion().columns().subList(0, 3));
        columns.addAll(List.of(consents));
        return new Mapping(columns, null, null);
    }

    private static byte[] zip(Map<String, String> entries) {
        return Examples.zip(entries.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toList()));
    }

    private static RosterFile open(byte[] content, String name) {
        return RosterFile.open(content, name, RosterFile.LIMITS);
    }

    private static String refusal(String content, String name) {
        return refusal(content.getBytes(StandardCharsets.UTF_8), name);
    }

    private static String refusal(byte[] content, String name) {
        return catchThrowableOfType(FileRefusedException.class, () -> open(content, name))
                .sentence();
    }
}
