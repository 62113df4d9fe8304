package org.clearpost.media.roster;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.RosterStanding;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;

/** One person as a list shows them: no consent rows, no evidence, no reason. */
record RosterView(
        UUID id,
        SubjectKind kind,
        String firstName,
        String surname,
        @Nullable String className,
        Map<Purpose, Clearance> purposes) {

    static RosterView of(RosterRepository.Entry entry, Set<Platform> live, Instant now) {
        return new RosterView(
                entry.facts().id().value(),
                entry.facts().kind(),
                entry.facts().firstName(),
                entry.facts().surname(),
                entry.className().isEmpty() ? null : entry.className(),
                RosterStanding.of(entry.facts(), live, now));
    }
}
