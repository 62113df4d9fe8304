package org.clearpost.media.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one answer stands. The first four are stored; expiry follows from a date, being superseded from a later answer,
 * and not being on file from there being no row. A refusal is an answer; nothing on file is not.
 */
public enum ConsentState {
    PENDING,
    ACTIVE,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    SUPERSEDED,
    NOT_ON_FILE;

    /**
     * The state a new answer starts in. A no acts at once, whoever gave it. A yes counts only from somebody recorded as
     * entitled, on an official form whose version, signing date and signed copy are known.
     */
    public static ConsentState ofAnswer(
            Answer answer, GiverType giver, Responsibility responsibility, boolean able, boolean evidenceComplete) {
        if (answer == Answer.NO) {
            return REFUSED;
        }
        return giver.isEntitled(responsibility, able) && evidenceComplete ? ACTIVE : PENDING;
    }

    /** As above, where no judgement of a pupil's ability is at hand: a pupil's own yes waits. */
    public static ConsentState ofAnswer(
            Answer answer, GiverType giver, Responsibility responsibility, boolean evidenceComplete) {
        return ofAnswer(answer, giver, responsibility, false, evidenceComplete);
    }

    /** Whether a later answer of the same giver may take this one's place: a no gives way to no yes that only waits. */
    public boolean givesWayTo(ConsentState next) {
        return !(isNo() && next == PENDING);
    }

    /** This stored state as it will stand at {@code moment}. */
    public ConsentState at(Instant moment, @Nullable Instant validUntil) {
        return this == ACTIVE && validUntil != null && !moment.isBefore(validUntil) ? EXPIRED : this;
    }

    /** A standing no: it wins over every yes, whoever gave that. */
    public boolean isNo() {
        return this == REFUSED || this == WITHDRAWN;
    }
}
