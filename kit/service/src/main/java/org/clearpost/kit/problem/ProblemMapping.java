package org.clearpost.kit.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.clearpost.kit.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.Errors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns whatever a request ended with into a problem document: the only place that decides statuses.
 *
 * <p>A failure nobody foresaw is 500 with a fixed sentence and a trace id; its detail is logged once, here.
 */
public final class ProblemMapping {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapping.class);

    /** PostgreSQL's states for text it cannot keep, such as one with a NUL character. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    private ProblemMapping() {}

    public static ProblemDocument of(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return ProblemDocument.of(refused.problem(), refused.errors(), null, refused.present());
        }
        if (quotingNothing(failure) instanceof RefusedException refused) {
            return ProblemDocument.of(refused.problem(), refused.errors(), null);
        }
        if (failure instanceof AuthenticationServiceException) {
            log.warn("Tokens cannot be checked: {}", failure.toString());
            return ProblemDocument.of(KitProblem.UNAVAILABLE, List.of(), null);
        }
        if (failure instanceof AuthenticationException) {
            log.debug("Not signed in", failure);
            return ProblemDocument.of(KitProblem.UNAUTHENTICATED, List.of(), null);
        }
        if (failure instanceof AccessDeniedException) {
            return ProblemDocument.of(KitProblem.FORBIDDEN, List.of(), null);
        }
        if (find(failure, R2dbcException.class) instanceof R2dbcException refused
                && UNSTORABLE_TEXT.contains(String.valueOf(refused.getSqlState()))) {
            return ProblemDocument.of(KitProblem.MALFORMED, List.of(), null);
        }
        if (isPartUnreachable(failure)) {
            log.warn("A part could not be reached: {}", failure.toString());
            return ProblemDocument.of(KitProblem.UNAVAILABLE, List.of(), null);
        }
        if (failure instanceof ErrorResponse response) {
            return byStatus(response.getStatusCode(), failure);
        }
        return unforeseen(failure);
    }

    /**
     * The same failure, or a refusal that says as much to the caller when the failure quotes what was sent: its message
     * ends up wherever failures are told, such as in a span.
     */
    public static Throwable quotingNothing(Throwable failure) {
        if (failure instanceof Errors errors) {
            return new RefusedException(KitProblem.INVALID, fieldErrors(errors));
        }
        if (failure instanceof HttpMessageNotReadableException || failure instanceof ServerWebInputException) {
            return unreadable(find(failure, JacksonException.class));
        }
        return failure;
    }

    /** A request that could not be read, with the reader's reason if it was JSON. JSON elsewhere is no fault of the caller. */
    private static RefusedException unreadable(@Nullable JacksonException unreadable) {
        if (unreadable == null) {
            return new RefusedException(KitProblem.MALFORMED);
        }
        String pointer = pointer(unreadable.getPath());
        if (unreadable instanceof UnrecognizedPropertyException) {
            return new RefusedException(KitProblem.UNKNOWN_FIELD, new FieldError(pointer, "There is no such field."));
        }
        List<FieldError> errors =
                pointer.isEmpty() ? List.of() : List.of(new FieldError(pointer, "This value cannot be read."));
        return new RefusedException(KitProblem.MALFORMED, errors);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static List<FieldError> fieldErrors(Errors errors) {
        return errors.getFieldErrors().stream()
                .map(error -> new FieldError(
                        "/"
                                + error.getField()
                                        .replace('.', '/')
                                        .replace("[", "/")
                                        .replace("]", ""),
                        error.getDefaultMessage() == null ? "Please correct this." : error.getDefaultMessage()))
                .toList();
    }

    private static ProblemDocument byStatus(HttpStatusCode status, Throwable failure) {
        for (KitProblem problem : KitProblem.values()) {
            if (problem.kind().status() == status.value() && problem.kind() != Kind.FAILED) {
                return ProblemDocument.of(problem, List.of(), null);
            }
        }
        return status.is4xxClientError()
                ? ProblemDocument.of(KitProblem.MALFORMED, List.of(), null)
                : unforeseen(failure);
    }

    private static boolean isPartUnreachable(Throwable failure) {
        return failure instanceof CallNotPermittedException
                || failure instanceof BulkheadFullException
                || failure instanceof TimeoutException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof R2dbcNonTransientResourceException
                || failure instanceof R2dbcTransientResourceException
                || failure instanceof R2dbcTimeoutException
                || find(failure, IOException.class) != null && !(failure instanceof ErrorResponse);
    }

    private static ProblemDocument unforeseen(Throwable failure) {
        String traceId = Ids.next().toString();
        log.error("Unforeseen failure, traceId={}", traceId, failure);
        return ProblemDocument.of(KitProblem.FAILED, List.of(), traceId);
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
