package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.DecisionTable.facts;
import static org.clearpost.media.model.DecisionTable.question;
import static org.clearpost.media.model.DecisionTable.row;
import static org.clearpost.media.model.Fixtures.EVERY_BUILT;

import java.util.Map;
import org.clearpost.media.model.DecisionTable.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every combination of rules that pass and rules that do not, half a million rows: in exactly one everything passes, and
 * that row alone is permitted.
 */
@Tag("MED-09")
@Tag("R-32")
class DecisionTableTest {

    /** A dozen captions make up all rows: each is read once. */
    private final Reading reading = new Reading();

    private final Scans scans = new Scans(Wording.NOT_CHOSEN);

    @Test
    void exactlyTheRowInWhichEverythingPassesIsPermitted() {
        int permitted = 0;
        for (int bits = 0; bits < DecisionTable.ROWS; bits++) {
            Map<Column, Result> row = row(bits);
            Verdict expected = verdictOf(row);
            Verdict verdict = MayWePost.verdict(question(row), facts(row), EVERY_BUILT, reading, scans);
            if (verdict != expected) {
                throw new AssertionError(row + " gives " + verdict);
            }
            if (expected == Verdict.PERMIT) {
                permitted++;
            }
        }
        assertThat(permitted).isEqualTo(1);
    }

    @Test
    void theRulesOfTodayPermitNoRow() {
        for (int bits = 0; bits < DecisionTable.ROWS; bits += 4099) {
            assertThat(MayWePost.decide(question(row(bits)), facts(row(bits)), RuleSet.CURRENT)
                            .verdict())
                    .isNotEqualTo(Verdict.PERMIT);
        }
        assertThat(MayWePost.decide(question(Map.of()), facts(Map.of()), RuleSet.CURRENT)
                        .verdict())
                .isEqualTo(Verdict.NEEDS_ACTION);
    }

    private static Verdict verdictOf(Map<Column, Result> row) {
        if (row.containsValue(Result.FAIL)) {
            return Verdict.DENY;
        }
        return row.isEmpty() ? Verdict.PERMIT : Verdict.NEEDS_ACTION;
    }
}
