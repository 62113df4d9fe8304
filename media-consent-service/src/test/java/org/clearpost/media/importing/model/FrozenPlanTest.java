package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.model.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FrozenPlanTest {

    private final AtomicLong next = new AtomicLong();

    @Test
    void twoGiversOfTheFileWhoAreOneOnRecordBecomeOneAndTheNoStands() {
        ImportPlan plan = Examples.plan(
                "Student ID,Forename,Surname,Reg,Guardian,Guardian ID,Parental responsibility,Website",
                "1,Kai,Moss,Oak,Ann Moss,g1,Yes,Yes",
                "1,Kai,Moss,Oak,Anne Moss,g2,,No");
        UUID ann = UUID.randomUUID();
        FrozenPlan frozen = FrozenPlan.of(plan, Map.of(0, ann, 1, ann), this::id);

        assertThat(frozen.givers()).singleElement().satisfies(giver -> {
            assertThat(giver.id()).isEqualTo(ann);
            assertThat(giver.fresh()).isFalse();
        });
        assertThat(frozen.children()).singleElement().satisfies(child -> {
            assertThat(child.fresh()).isTrue();
            assertThat(child.givers()).hasSize(1);
            assertThat(child.answers()).extracting(PlannedAnswer::answer).containsExactly(Answer.NO);
        });
    }

    @Test
    void whatIsReadBackIsWhatWasFrozen() {
        ImportPlan plan =
                Examples.plan(RosterFile.open(Examples.arborConsents(), "a.csv", RosterFile.LIMITS), List.of());
        FrozenPlan frozen = FrozenPlan.of(plan, Map.of(), this::id);
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(frozen), FrozenPlan.class))
                .isEqualTo(frozen);
    }

    private UUID id() {
        return new UUID(0, next.incrementAndGet());
    }
}
