package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an imported answer does to the one on record: every state against every answer. */
@Tag("MED-11")
@Tag("MED-12")
@Tag("R-16")
class ConsentMergeTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 8);

    @ParameterizedTest
    @CsvSource({
        // on record, the file's answer, held, evidence complete, what becomes of it
        ",YES,YES,true,ACTIVE",
        ",YES,YES,false,PENDING",
        ",YES,NO,true,PENDING",
        ",YES,UNKNOWN,true,PENDING",
        ",NO,UNKNOWN,false,REFUSED",
        "PENDING,YES,YES,true,ACTIVE",
        "PENDING,YES,YES,false,unchanged",
        "PENDING,NO,NO,false,REFUSED",
        "ACTIVE,YES,YES,false,unchanged",
        "ACTIVE,YES,UNKNOWN,true,unchanged",
        "ACTIVE,YES,YES,true,unchanged",
        "ACTIVE,NO,UNKNOWN,false,REFUSED",
        "REFUSED,YES,YES,true,no stands",
        "REFUSED,YES,YES,false,no stands",
        "REFUSED,NO,YES,true,unchanged",
        "WITHDRAWN,YES,YES,true,no stands",
        "WITHDRAWN,NO,YES,true,unchanged"
    })
    void decides(
            @Nullable ConsentState onRecord, Answer answer, Responsibility held, boolean complete, String outcome) {
        ConsentMerge merge = ConsentMerge.of(
                onRecord == null ? null : new ConsentMerge.OnRecord(onRecord, SEPTEMBER),
                answer(answer, complete, SEPTEMBER),
                held);
        assertThat(words(merge)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"REFUSED", "WITHDRAWN"})
    void noEvidenceHoweverNewTurnsANoIntoAYes(ConsentState no) {
        ConsentMerge merge = ConsentMerge.of(
                new ConsentMerge.OnRecord(no, SEPTEMBER),
                answer(Answer.YES, true, SEPTEMBER.plusYears(1)),
                Responsibility.YES);
        assertThat(merge).isEqualTo(new ConsentMerge.NoStands());
    }

    @Test
    void aNewerFormTakesThePlaceOfAnOlderOne() {
        ConsentMerge.OnRecord before = new ConsentMerge.OnRecord(ConsentState.ACTIVE, SEPTEMBER);
        assertThat(ConsentMerge.of(before, answer(Answer.YES, true, SEPTEMBER.plusDays(1)), Responsibility.YES))
                .isEqualTo(new ConsentMerge.Store(ConsentState.ACTIVE));
        assertThat(ConsentMerge.of(before, answer(Answer.YES, true, SEPTEMBER.minusDays(1)), Responsibility.YES))
                .isEqualTo(new ConsentMerge.Unchanged());
    }

    @Test
    void aYesOfTwoAtOnceWaitsWhateverElseIsKnown() {
        PlannedAnswer joint =
                new PlannedAnswer(0, Purpose.WEBSITE, null, Answer.YES, false, "Form 3", SEPTEMBER, "Office");
        assertThat(ConsentMerge.of(null, joint, Responsibility.YES))
                .isEqualTo(new ConsentMerge.Store(ConsentState.PENDING));
    }

    private static PlannedAnswer answer(Answer answer, boolean complete, LocalDate signedOn) {
        return new PlannedAnswer(
                0, Purpose.WEBSITE, null, answer, true, complete ? "Form 3" : null, signedOn, "Office");
    }

    private static String words(ConsentMerge merge) {
        return switch (merge) {
            case ConsentMerge.Store store -> store.state().name();
            case ConsentMerge.Unchanged same -> "unchanged";
            case ConsentMerge.NoStands stands -> "no stands";
        };
    }
}
