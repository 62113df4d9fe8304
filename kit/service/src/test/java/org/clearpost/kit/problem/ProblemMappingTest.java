package org.clearpost.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.r2dbc.spi.R2dbcTimeoutException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ProblemMappingTest {

    @ParameterizedTest
    @EnumSource(KitProblem.class)
    void givesEveryCodeTheStatusOfItsKind(KitProblem problem) {
        ProblemDocument document = ProblemMapping.of(new RefusedException(problem));

        assertThat(document.status()).isEqualTo(problem.kind().status());
        assertThat(document.code()).isEqualTo(problem.code()).startsWith("kit.");
        assertThat(document.title()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givesEveryFailureAStatus(Throwable failure, int status, String code) {
        ProblemDocument document = ProblemMapping.of(failure);

        assertThat(document.status()).isEqualTo(status);
        assertThat(document.code()).isEqualTo(code);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new BadCredentialsException("who"), 401, "kit.unauthenticated"),
                Arguments.of(new AuthenticationServiceException("keys unreachable"), 503, "kit.unavailable"),
                Arguments.of(new AccessDeniedException("no"), 403, "kit.forbidden"),
                Arguments.of(new ResponseStatusException(HttpStatus.NOT_FOUND), 404, "kit.not-found"),
                Arguments.of(new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED), 405, "kit.method-not-allowed"),
                Arguments.of(new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE), 415, "kit.unsupported"),
                Arguments.of(new ResponseStatusException(HttpStatus.BAD_REQUEST), 400, "kit.malformed"),
                Arguments.of(new TimeoutException(), 503, "kit.unavailable"),
                Arguments.of(new R2dbcTimeoutException(), 503, "kit.unavailable"),
                Arguments.of(new DataAccessResourceFailureException("gone"), 503, "kit.unavailable"),
                Arguments.of(new RuntimeException(new ConnectException()), 503, "kit.unavailable"),
                Arguments.of(new IllegalStateException("secret detail"), 500, "kit.failed"));
    }

    @ParameterizedTest
    @MethodSource("waysOfReading")
    void saysWhereARequestCouldNotBeRead(Function<Throwable, Throwable> reading) {
        ProblemDocument document = ProblemMapping.of(reading.apply(notANumber()));

        assertThat(document.status()).isEqualTo(400);
        assertThat(document.errors()).extracting(FieldError::pointer).containsExactly("/1");
    }

    static Stream<Function<Throwable, Throwable>> waysOfReading() {
        return Stream.of(
                cause -> new HttpMessageNotReadableException("body", cause, new MockHttpInputMessage(new byte[0])),
                cause -> new ServerWebInputException("body", null, new DecodingException("body", cause)));
    }

    @ParameterizedTest
    @MethodSource("jsonThatIsNotTheRequest")
    void doesNotBlameTheCallerForJsonOfOurOwn(Throwable failure) {
        ProblemDocument document = ProblemMapping.of(failure);

        assertThat(document.status()).isEqualTo(500);
        assertThat(document.errors()).isEmpty();
        assertThat(document.toString()).doesNotContain("secret");
    }

    static Stream<Throwable> jsonThatIsNotTheRequest() {
        return Stream.of(
                notANumber(),
                new IllegalStateException("a stored row", notANumber()),
                new DecodingException("another service's answer", notANumber()),
                new HttpMessageNotWritableException("an answer of ours", notANumber()));
    }

    private static JacksonException notANumber() {
        return assertThrows(
                JacksonException.class, () -> JsonMapper.shared().readValue("[1, \"secret\"]", int[].class));
    }

    @Test
    void tellsNothingOfAnUnforeseenFailureButItsTrace() {
        ProblemDocument document = ProblemMapping.of(new IllegalStateException("secret detail"));

        assertThat(document.toString()).doesNotContain("secret");
        assertThat(document.traceId()).isNotNull();
    }

    @Test
    void saysTheSameOfEverythingThatIsNotFound() {
        Problem hidden = new Problem() {
            @Override
            public Kind kind() {
                return Kind.NOT_FOUND;
            }

            @Override
            public String code() {
                return "notes.hidden";
            }

            @Override
            public String title() {
                return "This note exists, but not for you.";
            }
        };

        assertThat(ProblemDocument.of(hidden, List.of(new FieldError("/id", "hidden")), "trace"))
                .isEqualTo(ProblemMapping.of(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
