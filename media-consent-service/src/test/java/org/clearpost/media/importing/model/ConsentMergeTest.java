package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.LaterNo;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                onRecord == null ? null : onRecord(onRecord, SEPTEMBER), answer(answer, complete, SEPTEMBER), held);
        assertThat(words(merge)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"REFUSED", "WITHDRAWN"})
    void noEvidenceHoweverNewTurnsANoIntoAYes(ConsentState no) {
        ConsentMerge merge = ConsentMerge.of(
                onRecord(no, SEPTEMBER), answer(Answer.YES, true, SEPTEMBER.plusYears(1)), Responsibility.YES);
        assertThat(merge).isEqualTo(new ConsentMerge.NoStands());
    }

    @Test
    void aNewerFormTakesThePlaceOfAnOlderOne() {
        ConsentMerge.OnRecord before = onRecord(ConsentState.ACTIVE, SEPTEMBER);
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

    @Test
    void aYesOlderThanANoThatWasOnceSaidIsNotTaken() {
        ConsentMerge.OnRecord waiting =
                new ConsentMerge.OnRecord(ConsentState.PENDING, SEPTEMBER.plusDays(9), SEPTEMBER.plusDays(5));
        assertThat(ConsentMerge.of(waiting, answer(Answer.YES, true, SEPTEMBER), Responsibility.YES))
                .isEqualTo(new ConsentMerge.NoStands());
        assertThat(ConsentMerge.of(waiting, answer(Answer.YES, true, SEPTEMBER.plusDays(9)), Responsibility.YES))
                .isEqualTo(new ConsentMerge.Store(ConsentState.ACTIVE));
    }

    /** Whatever arrives in whatever order, by file or by hand: a yes that counts is no older than any no. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inNoOrderDoesAYesOutliveALaterNo(long seed) {
        Random random = new Random(seed);
        int counted = 0;
        for (int run = 0; run < 5_000; run++) {
            ConsentMerge.@Nullable OnRecord record = null;
            for (int step = 0; step < 7; step++) {
                Answer said = random.nextInt(5) < 3 ? Answer.YES : Answer.NO;
                LocalDate on = SEPTEMBER.plusDays(random.nextInt(6));
                Responsibility held = Responsibility.values()[random.nextInt(3)];
                record = random.nextBoolean() ? byHand(record, said, on) : byFile(record, said, on, held);
                if (random.nextInt(6) == 0 && record != null && record.state() == ConsentState.ACTIVE) {
                    // Whoever gave it turns out not to be responsible.
                    record = new ConsentMerge.OnRecord(ConsentState.PENDING, record.signedOn(), record.latestNo());
                }
                if (record != null && record.state() == ConsentState.ACTIVE && record.latestNo() != null) {
                    counted++;
                    assertThat(record.signedOn()).isAfterOrEqualTo(record.latestNo());
                }
            }
        }
        assertThat(counted).isPositive();
    }

    private static ConsentMerge.@Nullable OnRecord byFile(
            ConsentMerge.@Nullable OnRecord record, Answer said, LocalDate on, Responsibility held) {
        return ConsentMerge.of(record, answer(said, true, on), held) instanceof ConsentMerge.Store store
                ? stored(record, store.state(), on)
                : record == null || said == Answer.YES ? record : said(record, on);
    }

    private static ConsentMerge.@Nullable OnRecord byHand(
            ConsentMerge.@Nullable OnRecord record, Answer said, LocalDate on) {
        boolean refused = said == Answer.YES && record != null && LaterNo.stands(on, record.latestNo());
        return refused ? record : stored(record, said == Answer.YES ? ConsentState.ACTIVE : ConsentState.REFUSED, on);
    }

    private static ConsentMerge.OnRecord stored(
            ConsentMerge.@Nullable OnRecord record, ConsentState state, LocalDate on) {
        LocalDate before = record == null ? null : record.latestNo();
        ConsentMerge.OnRecord next = new ConsentMerge.OnRecord(state, on, before);
        return state.isNo() ? said(next, on) : next;
    }

    /** What was said counts for the order even where the record was left as it was. */
    private static ConsentMerge.OnRecord said(ConsentMerge.OnRecord record, LocalDate no) {
        LocalDate before = record.latestNo();
        return new ConsentMerge.OnRecord(
                record.state(), record.signedOn(), before == null || no.isAfter(before) ? no : before);
    }

    private static ConsentMerge.OnRecord onRecord(ConsentState state, LocalDate signedOn) {
        return new ConsentMerge.OnRecord(state, signedOn, state.isNo() ? signedOn : null);
    }
}
