package org.clearpost.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant RENEWED = FIRST.plus(KeySchedule.RENEWED_AFTER);
    private static final Key OLD = new Key("old", FIRST, FIRST);
    private static final Key NEW = new Key("new", RENEWED, RENEWED.plus(KeySchedule.PUBLISHED_BEFORE));

    record Key(String name, Instant createdAt, Instant signsFrom) implements KeySchedule.Timed {}

    @Test
    void makesTheFirstKeySignAtOnce() {
        assertThat(KeySchedule.needsNew(List.of(), FIRST)).isTrue();
        assertThat(KeySchedule.signsFrom(List.of(), FIRST)).isEqualTo(FIRST);
    }

    @Test
    void makesANewKeyAfterThirtyDays() {
        assertThat(KeySchedule.needsNew(List.of(OLD), RENEWED.minusSeconds(1))).isFalse();
        assertThat(KeySchedule.needsNew(List.of(OLD), RENEWED)).isTrue();
        assertThat(KeySchedule.needsNew(List.of(OLD, NEW), RENEWED.plusSeconds(1)))
                .isFalse();
        assertThat(KeySchedule.signsFrom(List.of(OLD), RENEWED)).isEqualTo(RENEWED.plus(Duration.ofHours(1)));
    }

    @Test
    void signsWithTheNewKeyOnlyOnceEverybodyHasSeenIt() {
        List<Key> both = List.of(OLD, NEW);
        assertThat(KeySchedule.signing(both, NEW.signsFrom().minusSeconds(1))).hasValue(OLD);
        assertThat(KeySchedule.signing(both, NEW.signsFrom())).hasValue(NEW);
        assertThat(KeySchedule.published(both, RENEWED)).containsExactly(OLD, NEW);
    }

    @Test
    void keepsTheOldKeyUntilWhatItSignedHasExpired() {
        List<Key> both = List.of(OLD, NEW);
        Instant end = NEW.signsFrom().plus(KeySchedule.KEPT_AFTER);
        assertThat(KeySchedule.published(both, end)).containsExactly(OLD, NEW);
        assertThat(KeySchedule.published(both, end.plusSeconds(1))).containsExactly(NEW);
        assertThat(KeySchedule.spent(NEW, both, end.plus(Duration.ofDays(400)))).isFalse();
    }
}
