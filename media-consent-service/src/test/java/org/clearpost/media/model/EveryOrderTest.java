package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearpost.media.world.Spoken;
import org.clearpost.media.world.Spoken.Deed;
import org.clearpost.media.world.Spoken.Event;
import org.clearpost.media.world.Spoken.Said;
import org.clearpost.media.world.Spoken.Who;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every order, of any length, of what two parents and a pupil can do, by the rules of this model and by those written down
 * apart from it. What may follow rests on nothing but where the three stand in both: each standing that any order leads to
 * is visited once, and everything that can happen is done from there.
 */
@Tag("MED-03")
@Tag("MED-11")
@Tag("MED-19")
class EveryOrderTest {

    /** Where one giver's answer stands, and whether they may answer: by this model, and by the rules in words. */
    private record Standing(ConsentState state, boolean entitled, Said said) {}

    @Test
    void givesWhatTheRulesInWordsGive() {
        List<Standing> nothing = Arrays.stream(Who.values())
                .map(who -> new Standing(ConsentState.NOT_ON_FILE, !who.isPupil(), Said.nothingBy(who)))
                .toList();
        // Each standing with a shortest order that leads to it.
        Map<List<Standing>, List<Event>> orders = new HashMap<>(Map.of(nothing, List.of()));
        Deque<List<Standing>> toVisit = new ArrayDeque<>(List.of(nothing));
        while (!toVisit.isEmpty()) {
            List<Standing> all = toVisit.remove();
            List<Event> order = orders.getOrDefault(all, List.of());
            assertThat(clearance(all))
                    .as("after %s", order)
                    .isEqualTo(Spoken.clearance(
                            all.stream().map(one -> one.said().word()).toList()));
            for (Event event : Spoken.EVENTS) {
                List<Standing> next = new ArrayList<>(all);
                next.set(event.who().ordinal(), after(all.get(event.who().ordinal()), event));
                if (!orders.containsKey(next)) {
                    List<Event> longer = new ArrayList<>(order);
                    longer.add(event);
                    orders.put(next, longer);
                    toVisit.add(next);
                }
            }
        }
        // A walk that stopped early would have shown nothing.
        assertThat(orders.keySet().stream().map(EveryOrderTest::clearance).distinct())
                .hasSize(Clearance.values().length);
        assertThat(orders).hasSizeGreaterThan(500);
    }

    private static Standing after(Standing before, Event event) {
        ConsentState state = before.state();
        Said said = before.said().after(event.deed());
        return switch (event.deed()) {
            case GRANT -> new Standing(answered(before, event.who(), Answer.YES), before.entitled(), said);
            case REFUSE -> new Standing(answered(before, event.who(), Answer.NO), before.entitled(), said);
            case WITHDRAW ->
                new Standing(
                        state == ConsentState.ACTIVE || state == ConsentState.PENDING ? ConsentState.WITHDRAWN : state,
                        before.entitled(),
                        said);
            case ENTITLE -> new Standing(state, true, said);
            case DISENTITLE, SET_ASIDE ->
                new Standing(before.entitled() ? barred(state, event.deed() == Deed.SET_ASIDE) : state, false, said);
        };
    }

    private static ConsentState barred(ConsentState state, boolean noSetAside) {
        if (noSetAside && state.isNo()) {
            return ConsentState.NOT_ON_FILE;
        }
        return state == ConsentState.ACTIVE ? ConsentState.PENDING : state;
    }

    private static ConsentState answered(Standing before, Who who, Answer answer) {
        ConsentState next = ConsentState.ofAnswer(
                answer,
                who.isPupil() ? GiverType.PUPIL_ABLE : GiverType.PARENT,
                who.isPupil() || !before.entitled() ? Responsibility.NO : Responsibility.YES,
                who.isPupil() && before.entitled(),
                true);
        return before.state().givesWayTo(next) ? next : before.state();
    }

    private static String clearance(List<Standing> all) {
        ConsentFact[] rows = all.stream()
                .filter(one -> one.state() != ConsentState.NOT_ON_FILE)
                .map(one -> Fixtures.social(one.state()))
                .toArray(ConsentFact[]::new);
        return Fixtures.mia(rows)
                .clearance(Platform.FACEBOOK.use(), Fixtures.NOON)
                .name();
    }
}
