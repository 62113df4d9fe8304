package org.clearpost.media.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What other options would have answered.
 *
 * @param decisions how many were worked out again, the newest first
 * @param more whether there were more than were worked out
 * @param differently how many would have had another verdict
 * @param otherwise how many would have had the same verdict by other findings
 * @param unreadable how many could not be worked out again
 * @param examples the newest of those that differ; absent for whoever may not see decisions
 */
record RehearsalView(
        UUID settingId,
        Instant since,
        int decisions,
        boolean more,
        int differently,
        int otherwise,
        int unreadable,
        List<RehearsalOutcome> outcomes,
        @Nullable List<RehearsalExample> examples) {

    record RehearsalOutcome(Verdict before, Verdict after, int count) {}

    record RehearsalExample(UUID decisionId, Instant askedAt, RehearsedAnswer before, RehearsedAnswer after) {}

    record RehearsedAnswer(Verdict verdict, String sentence) {

        static RehearsedAnswer of(Rehearsal.Said said) {
            return new RehearsedAnswer(said.verdict(), said.sentence());
        }
    }

    static RehearsalView of(UUID setting, Instant since, Rehearsal rehearsal, boolean seesDecisions) {
        List<RehearsalOutcome> outcomes = new ArrayList<>();
        for (Verdict before : Verdict.values()) {
            for (Verdict after : Verdict.values()) {
                int count = rehearsal.outcomes(before, after);
                if (count > 0) {
                    outcomes.add(new RehearsalOutcome(before, after, count));
                }
            }
        }
        return new RehearsalView(
                setting,
                since,
                rehearsal.decisions(),
                rehearsal.more(),
                rehearsal.differently(),
                rehearsal.otherwise(),
                rehearsal.unreadable(),
                outcomes,
                seesDecisions
                        ? rehearsal.examples().stream()
                                .map(worked -> new RehearsalExample(
                                        worked.decision(),
                                        worked.askedAt(),
                                        RehearsedAnswer.of(worked.before()),
                                        RehearsedAnswer.of(worked.after())))
                                .toList()
                        : null);
    }
}
