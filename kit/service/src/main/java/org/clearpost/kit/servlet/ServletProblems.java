package org.clearpost.kit.servlet;

import org.clearpost.kit.problem.Kind;
import org.clearpost.kit.problem.ProblemDocument;
import org.clearpost.kit.problem.ProblemMapping;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers whatever a handler ended with as a problem document. */
@RestControllerAdvice
class ServletProblems {

    static final String RETRY_SECONDS = "5";

    @ExceptionHandler(Throwable.class)
    ResponseEntity<ProblemDocument> answer(Throwable failure) {
        ProblemDocument document = ProblemMapping.of(failure);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(document.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (document.status() == Kind.UNAVAILABLE.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(document);
    }
}
