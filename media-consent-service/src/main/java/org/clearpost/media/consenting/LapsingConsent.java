package org.clearpost.media.consenting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A yes that is going to lapse.
 *
 * @param way how its giver can be asked to give it again
 * @param askedAt when their family was asked lately, by whichever round
 */
record LapsingConsent(
        UUID subjectId,
        String firstName,
        String surname,
        @Nullable String className,
        ConsentView consent,
        Lapsing.Way way,
        @Nullable Instant askedAt) {}
