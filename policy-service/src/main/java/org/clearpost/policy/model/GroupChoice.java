package org.clearpost.policy.model;

import java.time.Instant;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** What the group answered for all its settings, and whether a setting may answer otherwise. */
public record GroupChoice(OptionKey key, @Nullable Object value, boolean locked, Instant since) {

    /** Checks {@code given} against the option; an answer taken back cannot be locked. */
    public static GroupChoice choose(OptionKey key, @Nullable Object given, boolean locked, Instant now) {
        if (given == null) {
            if (locked) {
                throw new RefusedException(
                        PolicyProblem.NOTHING_TO_LOCK,
                        new FieldError("/locked", "Choose a value, or leave it unlocked."));
            }
            return new GroupChoice(key, null, false, now);
        }
        return new GroupChoice(key, OptionCatalogue.definition(key).accept(given), locked, now);
    }
}
