package org.clearpost.media.importing.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the person who confirms a file says of all its answers, where the file itself says nothing. */
public record BatchDefaults(@Nullable String formVersion, @Nullable LocalDate signedOn, @Nullable String keptAt) {

    public static final BatchDefaults NONE = new BatchDefaults(null, null, null);
}
