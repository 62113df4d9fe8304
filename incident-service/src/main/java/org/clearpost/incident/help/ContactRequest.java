package org.clearpost.incident.help;

import org.jspecify.annotations.Nullable;

/** How the holder of a post is to be reached. */
record ContactRequest(@Nullable String shownAs, @Nullable String phone, @Nullable String email) {}
