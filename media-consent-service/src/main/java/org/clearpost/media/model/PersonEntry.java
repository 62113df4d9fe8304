package org.clearpost.media.model;

import org.jspecify.annotations.Nullable;

/** What a decision says of one person, and in which form their name may stand in the post. */
public record PersonEntry(
        SubjectId subject, @Nullable String name, Outcome outcome, @Nullable String showAs, String sentence) {}
