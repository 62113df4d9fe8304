package org.clearpost.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not a success (RFC 9457, {@code application/problem+json}).
 *
 * <p>A document of status 404 never differs in a byte from any other: what is hidden looks like what never was.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String code,
        List<FieldError> errors,
        @Nullable String traceId,
        @Nullable Object present) {

    private static final ProblemDocument NOT_FOUND = plain(KitProblem.NOT_FOUND);

    /** The document for a refusal; {@code traceId} finds the log line of a failure and is left out of a 404. */
    public static ProblemDocument of(Problem problem, List<FieldError> errors, @Nullable String traceId) {
        return of(problem, errors, traceId, null);
    }

    /** @param present how things stand now, for a command that ran into that */
    public static ProblemDocument of(
            Problem problem, List<FieldError> errors, @Nullable String traceId, @Nullable Object present) {
        if (problem.kind() == Kind.NOT_FOUND) {
            return NOT_FOUND;
        }
        return new ProblemDocument(
                "about:blank", problem.title(), problem.kind().status(), problem.code(), errors, traceId, present);
    }

    private static ProblemDocument plain(Problem problem) {
        return new ProblemDocument(
                "about:blank", problem.title(), problem.kind().status(), problem.code(), List.of(), null, null);
    }
}
