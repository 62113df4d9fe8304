package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.DecisionTable.facts;
import static org.clearpost.media.model.DecisionTable.question;
import static org.clearpost.media.model.Fixtures.EVERY_BUILT;

import java.util.HashMap;
import java.util.Map;
import org.clearpost.media.model.DecisionTable.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rows of the decision table in which one rule or two do not pass. */
@Tag("MED-09")
@Tag("R-32")
class DecisionPairsTest {

    @Test
    void eachRuleFindsWhatTheRowSaysAndNothingElse() {
        // Each column with each of its findings, alone and beside each finding of each other column.
        for (Column one : Column.values()) {
            for (Result found : one.otherwise) {
                check(Map.of(one, found));
                for (Column other : Column.values()) {
                    if (other != one) {
                        other.otherwise.forEach(too -> check(Map.of(one, found, other, too)));
                    }
                }
            }
        }
    }

    private static void check(Map<Column, Result> row) {
        Decision decision = MayWePost.decide(question(row), facts(row), EVERY_BUILT);
        assertThat(decision.verdict())
                .isEqualTo(MayWePost.verdict(
                        question(row), facts(row), EVERY_BUILT, new Reading(), new Scans(Wording.NOT_CHOSEN)))
                .isEqualTo(row.containsValue(Result.FAIL) ? Verdict.DENY : Verdict.NEEDS_ACTION);
        Map<String, Result> found = new HashMap<>();
        decision.rules().forEach(entry -> found.put(entry.rule(), entry.result()));
        for (Column column : Column.values()) {
            Result expected = row.getOrDefault(column, Result.PASS);
            boolean sameCause =
                    column == Column.LIVE && row.containsKey(Column.PICTURE) && !row.containsKey(Column.LIVE);
            if (sameCause) {
                // Without a cleaned picture nobody knows where it was taken either.
                assertThat(found.get("PST-30")).as("%s", row).isEqualTo(Result.ASK);
            } else if (column == Column.SOURCES && expected == Result.PASS) {
                assertThat(found).as("%s", row).doesNotContainKey("GW-03");
            } else {
                assertThat(found.get(column.rule)).as("%s in %s", column, row).isEqualTo(expected);
            }
        }
    }
}
