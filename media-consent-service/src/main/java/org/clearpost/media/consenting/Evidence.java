package org.clearpost.media.consenting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The official form an answer stands on: its version, when it was signed, and where it is kept. */
public record Evidence(@Nullable String formVersion, @Nullable LocalDate signedOn, @Nullable String keptAt) {

    boolean isComplete() {
        return formVersion != null && signedOn != null && keptAt != null;
    }
}
