package org.clearpost.media.consenting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One answer found in a setting, with the person it is about. */
record FoundConsent(
        UUID subjectId,
        String firstName,
        String surname,
        @Nullable String className,
        @Nullable LocalDate endedOn,
        ConsentView consent) {}
