package org.clearpost.media.roster;

import java.util.EnumMap;
import java.util.Map;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.Purpose;
import org.jspecify.annotations.Nullable;

/** How many people are cleared for what. */
record CoverageView(Map<Purpose, Counts> purposes) {

    private static final int SMALL = 5;

    /** A number is absent where it is too small to be shown to this reader. */
    record Counts(@Nullable Integer cleared, @Nullable Integer notCleared, @Nullable Integer notAsked) {}

    /** Counts being added up, person by person. */
    static final class Sum {

        private final int[][] counts = new int[Purpose.values().length][Clearance.values().length];

        Sum add(Map<Purpose, Clearance> person) {
            person.forEach((purpose, clearance) -> counts[purpose.ordinal()][clearance.ordinal()]++);
            return this;
        }

        CoverageView exact() {
            return view(count -> count);
        }

        /**
         * Numbers below five left out, and the others rounded to fives: the three numbers of a purpose add up to the
         * same total everywhere, so one left out alone could be worked out from the rest.
         */
        CoverageView rough() {
            return view(count -> count == 0 ? Integer.valueOf(0) : count < SMALL ? null : (count + 2) / SMALL * SMALL);
        }

        private CoverageView view(java.util.function.IntFunction<@Nullable Integer> shown) {
            Map<Purpose, Counts> purposes = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.OF_PICTURES) {
                int[] count = counts[purpose.ordinal()];
                purposes.put(
                        purpose,
                        new Counts(
                                shown.apply(count[Clearance.CLEARED.ordinal()]),
                                shown.apply(count[Clearance.NOT_CLEARED.ordinal()]),
                                shown.apply(count[Clearance.NOT_ASKED.ordinal()])));
            }
            return new CoverageView(purposes);
        }
    }
}
