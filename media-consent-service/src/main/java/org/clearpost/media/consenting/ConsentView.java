package org.clearpost.media.consenting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;

/** One answer with its evidence and history, for those who may see consent rows. */
record ConsentView(
        UUID id,
        UUID subjectId,
        Purpose purpose,
        @Nullable Platform channel,
        ConsentState state,
        GiverView giver,
        @Nullable String formVersion,
        @Nullable LocalDate signedOn,
        @Nullable String keptAt,
        @Nullable UUID evidenceId,
        @Nullable String esignReference,
        @Nullable Instant validUntil,
        Instant recordedAt,
        UUID recordedBy,
        @Nullable Instant withdrawnAt,
        @Nullable UUID withdrawnBy,
        @Nullable Instant supersededAt) {

    /** Who answered. */
    record GiverView(
            UUID id,
            String name,
            GiverType type,
            @Nullable String email,
            @Nullable String relation,
            Responsibility responsibility) {}

    /** This answer in an earlier state of it: what became of it later is left out. */
    ConsentView asItStood(ConsentState then, @Nullable Instant validUntilThen) {
        boolean withdrawn = then == ConsentState.WITHDRAWN;
        return new ConsentView(
                id,
                subjectId,
                purpose,
                channel,
                then,
                giver,
                formVersion,
                signedOn,
                keptAt,
                evidenceId,
                esignReference,
                validUntilThen,
                recordedAt,
                recordedBy,
                withdrawn ? withdrawnAt : null,
                withdrawn ? withdrawnBy : null,
                null);
    }
}
