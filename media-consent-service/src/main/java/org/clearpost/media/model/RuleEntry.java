package org.clearpost.media.model;

import org.jspecify.annotations.Nullable;

/** What a decision says of one rule. */
public record RuleEntry(String rule, String title, Result result, String sentence, @Nullable Because because) {}
