package org.clearpost.policy.model;

import java.util.ArrayList;
import java.util.List;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** One option: the question, what an answer looks like, and what the answer changes. */
public record OptionDefinition(OptionKey key, String question, String help, Shape shape, String whereItBites) {

    /** The value in its agreed form, or a refusal that names every fault under {@code /value}. */
    public Object accept(@Nullable Object given) {
        List<FieldError> faults = new ArrayList<>();
        Object value = shape.check(given, "/value", faults);
        if (!faults.isEmpty()) {
            throw new RefusedException(PolicyProblem.VALUE_NOT_ALLOWED, faults.toArray(FieldError[]::new));
        }
        return value;
    }
}
