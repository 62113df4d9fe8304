package org.clearpost.media.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.media.model.Clearance;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.RosterStanding;
import org.clearpost.media.model.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * One person at their own address.
 *
 * @param externalId the person's number in the system they came from; only for those who handle consent
 */
record SubjectView(
        UUID id,
        UUID settingId,
        SubjectKind kind,
        String firstName,
        String surname,
        @Nullable String className,
        @Nullable String externalId,
        @Nullable LocalDate endedOn,
        Map<Purpose, Clearance> purposes,
        int version) {

    static SubjectView of(RosterRepository.Entry entry, boolean handlesConsent, Set<Platform> live, Instant now) {
        return new SubjectView(
                entry.facts().id().value(),
                entry.setting(),
                entry.facts().kind(),
                entry.facts().firstName(),
                entry.facts().surname(),
                entry.className().isEmpty() ? null : entry.className(),
                handlesConsent ? entry.externalId() : null,
                entry.facts().endedOn(),
                RosterStanding.of(entry.facts(), live, now),
                entry.revision());
    }
}
