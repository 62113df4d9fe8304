package org.clearpost.media.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.media.model.Verdict.DENY;
import static org.clearpost.media.model.Verdict.NEEDS_ACTION;
import static org.clearpost.media.model.Verdict.PERMIT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.Verdict;
import org.clearpost.media.planning.Rehearsal.Said;
import org.clearpost.media.planning.Rehearsal.Worked;
import org.clearpost.media.planning.RehearsalView.RehearsalOutcome;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void countsByTheVerdictBeforeAndAfter() {
        add(3, NEEDS_ACTION, DENY);
        add(2, NEEDS_ACTION, NEEDS_ACTION);
        add(1, DENY, PERMIT);

        RehearsalView view = RehearsalView.of(new UUID(0, 1), NOON, rehearsal, true);

        assertThat(view.decisions()).isEqualTo(6);
        assertThat(view.differently()).isEqualTo(4);
        assertThat(view.outcomes())
                .containsExactlyInAnyOrder(
                        new RehearsalOutcome(NEEDS_ACTION, DENY, 3),
                        new RehearsalOutcome(NEEDS_ACTION, NEEDS_ACTION, 2),
                        new RehearsalOutcome(DENY, PERMIT, 1));
        assertThat(view.examples()).hasSize(4);
    }

    @Test
    void keepsTheFirstTwentyThatDiffer() {
        add(1, DENY, DENY);
        add(30, NEEDS_ACTION, DENY);
        List<Worked> examples = rehearsal.examples();
        assertThat(examples).hasSize(20).allMatch(Worked::differs);
        assertThat(examples.getFirst().decision()).isEqualTo(new UUID(1, 1));
    }

    @Test
    void tellsTheSameVerdictByOtherFindingsApart() {
        rehearsal.add(worked(0, NEEDS_ACTION, NEEDS_ACTION, true));
        rehearsal.add(worked(1, NEEDS_ACTION, NEEDS_ACTION, false));
        rehearsal.add(worked(2, NEEDS_ACTION, DENY, true));
        assertThat(rehearsal.otherwise()).isEqualTo(1);
        assertThat(rehearsal.differently()).isEqualTo(1);
    }

    @Test
    void countsWhatCannotBeReadApart() {
        rehearsal.addUnreadable();
        add(1, DENY, DENY);
        assertThat(rehearsal.decisions()).isEqualTo(1);
        assertThat(rehearsal.unreadable()).isEqualTo(1);
        assertThat(rehearsal.seen()).isEqualTo(2);
    }

    @Test
    void showsNoExamplesToWhoeverMayNotSeeDecisions() {
        add(5, NEEDS_ACTION, DENY);
        RehearsalView view = RehearsalView.of(new UUID(0, 1), NOON, rehearsal, false);
        assertThat(view.differently()).isEqualTo(5);
        assertThat(view.examples()).isNull();
    }

    private void add(int times, Verdict before, Verdict after) {
        for (int i = 0; i < times; i++) {
            rehearsal.add(worked(rehearsal.decisions(), before, after, before != after));
        }
    }

    private static Worked worked(int number, Verdict before, Verdict after, boolean otherFindings) {
        return new Worked(new UUID(1, number), NOON, new Said(before, "Then."), new Said(after, "Now."), otherFindings);
    }
}
