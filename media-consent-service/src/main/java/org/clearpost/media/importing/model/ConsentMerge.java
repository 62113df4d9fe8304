package org.clearpost.media.importing.model;

import java.time.LocalDate;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.LaterNo;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;

/**
 * What an answer from a file does to the answer the same giver has on record for the same question.
 *
 * <p>A file never turns a stored no into a yes, and a yes that would only wait never displaces one that counts. A no
 * acts at once. A no said later than the one on record is kept too, so that nothing older ever speaks against it.
 */
public sealed interface ConsentMerge {

    /**
     * The answer on record, superseded ones aside.
     *
     * @param latestNo the day of the latest no of this giver to this question, superseded ones among them
     */
    record OnRecord(ConsentState state, @Nullable LocalDate signedOn, @Nullable LocalDate latestNo) {}

    /** Store the file's answer in this state, in place of the one on record if there is one. */
    record Store(ConsentState state) implements ConsentMerge {}

    /** The record says as much already. */
    record Unchanged() implements ConsentMerge {}

    /** The file says yes, the record no: the no stands. */
    record NoStands() implements ConsentMerge {}

    static ConsentMerge of(@Nullable OnRecord record, PlannedAnswer answer, Responsibility held) {
        ConsentState state = ConsentState.ofAnswer(
                answer.answer(), GiverType.CARER, held, answer.alone() && answer.evidenceComplete());
        if (record == null) {
            return new Store(state);
        }
        if (answer.answer() == Answer.NO) {
            return record.state().isNo() && !isLater(answer, record) ? new Unchanged() : new Store(state);
        }
        if (record.state().isNo() || LaterNo.stands(answer.signedOn(), record.latestNo())) {
            return new NoStands();
        }
        boolean newer = record.signedOn() == null
                || (answer.signedOn() != null && answer.signedOn().isAfter(record.signedOn()));
        boolean counts = state == ConsentState.ACTIVE;
        return counts && (record.state() != ConsentState.ACTIVE || newer) ? new Store(state) : new Unchanged();
    }

    private static boolean isLater(PlannedAnswer no, OnRecord record) {
        LocalDate before = record.latestNo();
        return no.signedOn() != null && (before == null || no.signedOn().isAfter(before));
    }
}
