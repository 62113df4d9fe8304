package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.importing.model.ImportPlan.Answers;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.importing.model.ImportPlan.PlannedChild;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The two example sets give exactly the numbers their description promises. */
@Tag("MED-01")
@Tag("MED-05")
@Tag("MED-12")
class ExampleFilesTest {

    private final RosterFile arbor = RosterFile.open(Examples.arborConsents(), "arbor-consents.csv", RosterFile.LIMITS);

    @Test
    void readsTheConsentExport() {
        assertThat(arbor.encoding()).isEqualTo("UTF-8");
        assertThat(arbor.encodingCertain()).isTrue();
        assertThat(arbor.separator()).isEqualTo(",");
        assertThat(arbor.headingRow()).isEqualTo(2);
        assertThat(arbor.faults(arbor.suggestion())).isEmpty();
        assertThat(arbor.suggestion().columns())
                .filteredOn(column -> column.target() == Target.CONSENT)
                .extracting(ColumnMapping::purpose)
                .containsExactly(Purpose.WEBSITE, Purpose.SOCIAL_MEDIA, Purpose.DISPLAY);
        assertThat(arbor.suggestion().columns().get(10).channels()).containsExactly(Platform.FACEBOOK);
        assertThat(arbor.suggestion().columns())
                .extracting(ColumnMapping::target)
                .containsExactly(
                        Target.EXTERNAL_ID,
                        Target.FIRST_NAME,
                        Target.SURNAME,
                        Target.PREFERRED_FIRST_NAME,
                        Target.CLASS,
                        Target.GIVER_NAME,
                        Target.RELATION,
                        Target.RESPONSIBILITY,
                        Target.GIVER_EMAIL,
                        Target.CONSENT,
                        Target.CONSENT,
                        Target.CONSENT,
                        Target.SIGNED_ON,
                        Target.FORM_VERSION,
                        Target.KEPT_AT);
    }

    @Test
    void judgesTheConsentExport() {
        ImportPlan plan = Examples.plan(arbor, List.of());

        assertThat(plan.preview())
                .isEqualTo(new Preview(27, 20, 21, 6, 1, plan.givers().size(), new Answers(32, 12, 8, 11)));
        assertThat(Examples.rows(plan, Severity.SKIPPED)).containsExactly(30);
        assertThat(Examples.messages(plan, Severity.REJECTED))
                .containsExactly(
                        "Row 12, Website: \"Y?\" is neither yes nor no.",
                        "Row 18, Consent date: there is no such date as \"31/09/2025\".",
                        "Row 19: no surname.",
                        "Rows 24 and 25 use one number for two children.",
                        "Rows 24 and 25 use one number for two children.",
                        "Row 28: the cell holds a formula.");
        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Severity.FLAG)
                .containsExactly(
                        new Finding(9, Severity.FLAG, "The answer waits: parental responsibility is not recorded."),
                        new Finding(11, Severity.FLAG, "One giver per answer, please."),
                        new Finding(16, Severity.FLAG, "The answer waits: parental responsibility is not recorded."),
                        new Finding(23, Severity.FLAG, "No number: a later file may not find this child."));
        assertThat(Examples.messages(plan, Severity.NOTE)).containsExactly("Row 21 repeats row 20.");
    }

    @Test
    void keepsThePreferredNameAndTheExactLetters() {
        ImportPlan plan = Examples.plan(arbor, List.of());

        assertThat(child(plan, "000122").firstName()).isEqualTo("Bartek");
        assertThat(child(plan, "000122").surname()).isEqualTo("Wójcik");
        assertThat(plan.givers()).extracting(ImportPlan.PlannedGiver::name).contains("\"Lia\" Ricci", "Lone Sørensen");
        assertThat(plan.givers())
                .filteredOn(giver -> giver.name().equals("Soo-jin Baek"))
                .singleElement()
                .satisfies(giver -> assertThat(giver.email()).isNull());
    }

    @Test
    @Tag("MED-19")
    void ofTwoGiversOneNoStands() {
        PlannedChild child = child(Examples.plan(arbor, List.of()), "000138");

        assertThat(child.givers()).hasSize(2).allSatisfy(link -> assertThat(link.responsibility())
                .isEqualTo(Responsibility.YES));
        assertThat(child.answers())
                .filteredOn(answer -> answer.purpose() == Purpose.WEBSITE)
                .extracting(PlannedAnswer::answer)
                .containsExactlyInAnyOrder(Answer.YES, Answer.NO);
        assertThat(child.answers())
                .filteredOn(answer -> answer.purpose() == Purpose.SOCIAL_MEDIA)
                .extracting(PlannedAnswer::answer)
                .containsExactly(Answer.YES);
    }

    @Test
    void defaultsOfTheBatchCompleteWhatTheFileLeavesOut() {
        BatchDefaults defaults = new BatchDefaults("Photo form 3", LocalDate.of(2025, 9, 8), "Office file A");
        ImportPlan plan = ((Analysis.Planned)
                        arbor.analyse(arbor.suggestion(), defaults, List.of(), null, Examples.TODAY))
                .plan();

        // Row 6 lacked date, form and place; responsibility and single givers cannot be made up for.
        assertThat(plan.preview().answers()).isEqualTo(new Answers(35, 9, 8, 11));
    }

    @Test
    void readsTheOneRosterArchive() {
        RosterFile file = RosterFile.open(Examples.oneRoster(), "roster.zip", RosterFile.LIMITS);
        ImportPlan plan = Examples.plan(file, List.of());

        assertThat(file.shape()).isEqualTo(RosterFile.Shape.ONEROSTER);
        assertThat(plan.preview()).isEqualTo(new Preview(13, 13, 13, 0, 2, 11, new Answers(0, 0, 0, 0)));
        assertThat(plan.givers()).hasSize(11);
        assertThat(plan.children())
                .allSatisfy(child -> assertThat(child.givers())
                        .allSatisfy(link -> assertThat(link.responsibility()).isEqualTo(Responsibility.UNKNOWN)))
                .allSatisfy(child -> assertThat(child.answers()).isEmpty());
        assertThat(plan.findings())
                .filteredOn(finding -> finding.severity() == Severity.FLAG)
                .containsExactlyInAnyOrder(
                        new Finding(10, Severity.FLAG, "Row 10: no parent or carer is named."),
                        new Finding(14, Severity.FLAG, "No class: this child is found by name only."),
                        new Finding(14, Severity.FLAG, "Row 14: the giver \"g99\" is not in the file."),
                        new Finding(0, Severity.FLAG, "enrollments.csv, row 17: the user \"s77\" is not in the file."));
        assertThat(Examples.rows(plan, Severity.SKIPPED)).containsExactly(26, 27);
        assertThat(child(plan, "s03").className()).isEqualTo("1 Beech");
        assertThat(child(plan, "s13").className()).isEmpty();
        assertThat(child(plan, "s02").givers()).hasSize(2);
        Set<Integer> ofSiblings = new java.util.HashSet<>(List.of(
                child(plan, "s11").givers().getFirst().giver(),
                child(plan, "s12").givers().getFirst().giver()));
        assertThat(ofSiblings).hasSize(1);
        assertThat(plan.children().stream().map(PlannedChild::surname).collect(Collectors.toSet()))
                .contains("Yıldız", "Němec");
    }

    private static PlannedChild child(ImportPlan plan, String id) {
        return plan.children().stream()
                .filter(child -> id.equals(child.externalId()))
                .findFirst()
                .orElseThrow();
    }
}
