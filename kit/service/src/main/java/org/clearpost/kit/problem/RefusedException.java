package org.clearpost.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that cannot happen, and why. Carries no stack trace: it is an answer, not a fault. */
public class RefusedException extends RuntimeException {

    private final transient Problem problem;
    private final transient List<FieldError> errors;
    private final transient @Nullable Object present;

    public RefusedException(Problem problem, FieldError... errors) {
        this(problem, List.of(errors));
    }

    public RefusedException(Problem problem, List<FieldError> errors) {
        this(problem, errors, null);
    }

    /** @param present how things stand now, when that is what the command ran into; only what the caller may see anyway */
    public RefusedException(Problem problem, List<FieldError> errors, @Nullable Object present) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.present = present;
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Object present() {
        return present;
    }
}
