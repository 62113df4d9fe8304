package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-14")
@Tag("R-16")
class ConsentStateTest {

    @Test
    void aYesIsActiveOnlyFromSomebodyResponsibleAndWithItsEvidence() {
        for (GiverType giver : GiverType.values()) {
            for (Responsibility responsibility : Responsibility.values()) {
                for (boolean evidence : new boolean[] {true, false}) {
                    boolean counts = evidence
                            && (giver == GiverType.ADULT_SELF
                                    || (giver != GiverType.PUPIL_ABLE && responsibility == Responsibility.YES));
                    assertThat(ConsentState.ofAnswer(Answer.YES, giver, responsibility, evidence))
                            .as("%s, responsible %s, evidence %s", giver, responsibility, evidence)
                            .isEqualTo(counts ? ConsentState.ACTIVE : ConsentState.PENDING);
                }
            }
        }
    }

    @Test
    @Tag("MED-19")
    void aNoActsAtOnceWhoeverGivesIt() {
        for (GiverType giver : GiverType.values()) {
            for (Responsibility responsibility : Responsibility.values()) {
                assertThat(ConsentState.ofAnswer(Answer.NO, giver, responsibility, false))
                        .isEqualTo(ConsentState.REFUSED);
            }
        }
    }

    @Test
    @Tag("MED-07")
    void adultsAnswerForThemselvesAndOnlyForThemselves() {
        for (SubjectKind kind : SubjectKind.values()) {
            for (GiverType giver : GiverType.values()) {
                assertThat(giver.mayAnswerFor(kind))
                        .isEqualTo((giver == GiverType.ADULT_SELF) == (kind != SubjectKind.CHILD));
            }
        }
    }
}
