package org.clearpost.kit.problem;

import java.util.List;

/** A command that cannot happen, and why. Carries no stack trace: it is an answer, not a fault. */
public class RefusedException extends RuntimeException {

    private final transient Problem problem;
    private final transient List<FieldError> errors;

    public RefusedException(Problem problem, FieldError... errors) {
        this(problem, List.of(errors));
    }

    public RefusedException(Problem problem, List<FieldError> errors) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
