package org.clearpost.media.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What a roster says of one person: one word per purpose. */
public final class RosterStanding {

    private RosterStanding() {}

    /**
     * Social media counts as cleared when it is cleared on every platform the setting has a live account on, so that a
     * roster never promises more than a decision would.
     */
    public static Map<Purpose, Clearance> of(PersonFacts person, Set<Platform> live, Instant now) {
        Map<Purpose, Clearance> standing = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.OF_PICTURES) {
            standing.put(
                    purpose,
                    purpose.hasChannels() && !live.isEmpty()
                            ? live.stream()
                                    .map(platform -> person.clearance(new Use(purpose, platform), now))
                                    .reduce(Clearance.CLEARED, Clearance::and)
                            : person.clearance(new Use(purpose, null), now));
        }
        return standing;
    }
}
