package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clearpost.media.world.Spoken;
import org.clearpost.media.world.Spoken.Deed;
import org.clearpost.media.world.Spoken.Event;
import org.clearpost.media.world.Spoken.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every order of six things that two parents and a pupil can do, twenty-four million of them, by the rules of this model
 * and by those written down apart from it.
 */
@Tag("MED-03")
@Tag("MED-11")
@Tag("MED-19")
class EveryOrderTest {

    private static final int LENGTH = 6;

    private static final Event[] EVENTS = Spoken.EVENTS.toArray(Event[]::new);
    private static final int STATES = ConsentState.values().length;

    private final Event[] events = new Event[LENGTH];
    private final Standing[] standing = {
        new Standing(ConsentState.NOT_ON_FILE, true),
        new Standing(ConsentState.NOT_ON_FILE, true),
        new Standing(ConsentState.NOT_ON_FILE, false)
    };
    private final @Nullable String[] clearances = new String[STATES * STATES * STATES];
    private long orders;

    /** Where one giver's answer stands, and whether they may answer. */
    private record Standing(ConsentState state, boolean entitled) {}

    @Test
    void givesWhatTheRulesInWordsGive() {
        follow(0);
        assertThat(orders).isEqualTo((long) Math.pow(EVENTS.length, LENGTH));
    }

    private void follow(int length) {
        String clearance = clearance();
        String expected = Spoken.clearance(events, length);
        if (!clearance.equals(expected)) {
            assertThat(clearance)
                    .as("after %s", Arrays.asList(events).subList(0, length))
                    .isEqualTo(expected);
        }
        if (length == LENGTH) {
            orders++;
            return;
        }
        for (Event event : EVENTS) {
            events[length] = event;
            int who = event.who().ordinal();
            Standing before = standing[who];
            standing[who] = after(before, event);
            follow(length + 1);
            standing[who] = before;
        }
    }

    private static Standing after(Standing before, Event event) {
        ConsentState state = before.state();
        return switch (event.deed()) {
            case GRANT -> answered(before, event.who(), Answer.YES);
            case REFUSE -> answered(before, event.who(), Answer.NO);
            case WITHDRAW ->
                new Standing(
                        state == ConsentState.ACTIVE || state == ConsentState.PENDING ? ConsentState.WITHDRAWN : state,
                        before.entitled());
            case ENTITLE -> new Standing(state, true);
            case DISENTITLE, SET_ASIDE -> {
                if (!before.entitled()) {
                    yield before;
                }
                if (event.deed() == Deed.SET_ASIDE && state.isNo()) {
                    yield new Standing(ConsentState.NOT_ON_FILE, false);
                }
                yield new Standing(state == ConsentState.ACTIVE ? ConsentState.PENDING : state, false);
            }
        };
    }

    private static Standing answered(Standing before, Who who, Answer answer) {
        ConsentState next = ConsentState.ofAnswer(
                answer,
                who.isPupil() ? GiverType.PUPIL_ABLE : GiverType.PARENT,
                who.isPupil() || !before.entitled() ? Responsibility.NO : Responsibility.YES,
                who.isPupil() && before.entitled(),
                true);
        return before.state().givesWayTo(next) ? new Standing(next, before.entitled()) : before;
    }

    private String clearance() {
        int key = 0;
        for (Standing one : standing) {
            key = key * STATES + one.state().ordinal();
        }
        String known = clearances[key];
        if (known == null) {
            ConsentFact[] rows = Arrays.stream(standing)
                    .filter(one -> one.state() != ConsentState.NOT_ON_FILE)
                    .map(one -> Fixtures.social(one.state()))
                    .toArray(ConsentFact[]::new);
            known = Fixtures.mia(rows)
                    .clearance(Platform.FACEBOOK.use(), Fixtures.NOON)
                    .name();
            clearances[key] = known;
        }
        return known;
    }
}
