package org.clearpost.media.importing.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child the setting already keeps, as far as it is needed to recognise the same child in a file. */
public record StoredChild(
        UUID id, @Nullable String externalId, String firstName, String surname, String className, boolean ended) {}
