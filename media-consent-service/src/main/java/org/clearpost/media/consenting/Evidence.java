package org.clearpost.media.consenting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The official form an answer stands on: its version, when it was signed, and the signed form itself: paper with the
 * place it is kept at, a scan kept here, or the reference of an electronic signature.
 */
public record Evidence(
        @Nullable String formVersion,
        @Nullable LocalDate signedOn,
        @Nullable String keptAt,
        @Nullable UUID scan,
        @Nullable String esignReference) {

    /** A form on paper, or signed here by link. */
    public Evidence(@Nullable String formVersion, @Nullable LocalDate signedOn, @Nullable String keptAt) {
        this(formVersion, signedOn, keptAt, null, null);
    }

    boolean isComplete() {
        return formVersion != null && signedOn != null && (keptAt != null || scan != null || esignReference != null);
    }
}
