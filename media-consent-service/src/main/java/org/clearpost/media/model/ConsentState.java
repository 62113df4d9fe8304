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
     * responsible (an adult for themselves), on an official form whose version, signing date and place are known; a
     * pupil's own yes waits for a recorded judgement of ability.
     */
    public static ConsentState ofAnswer(
            Answer answer, GiverType giver, Responsibility responsibility, boolean evidenceComplete) {
        if (answer == Answer.NO) {
            return REFUSED;
        }
        boolean mayDecide =
                switch (giver) {
                    case PARENT, CARER -> responsibility == Responsibility.YES;
                    case ADULT_SELF -> true;
                    case PUPIL_ABLE -> false;
                };
        return mayDecide && evidenceComplete ? ACTIVE : PENDING;
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
