package org.clearpost.kit.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

class IfMatchTest {

    @Test
    void whatATagToldIsTakenBack() {
        String tag = IfMatch.tagged(ResponseEntity.ok(), 7, "").getHeaders().getETag();

        assertThat(new IfMatch(tag).named()).isEqualTo(7);
        assertThatCode(() -> new IfMatch(tag).mustBe(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " \"7\" "})
    void soIsABareNumber(String text) {
        assertThat(new IfMatch(text).named()).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void anEditThatNamesNoneIsRefused(@Nullable String text) {
        assertRefused(() -> new IfMatch(text).mustBe(7), KitProblem.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"7", "W/\"7\"", "*", "seven", "99999999999999999999"})
    void soIsOneThatNamesAnother(String text) {
        assertRefused(() -> new IfMatch(text).mustBe(7), KitProblem.CHANGED_MEANWHILE);
        assertRefused(() -> new IfMatch(text).mayBe(7), KitProblem.CHANGED_MEANWHILE);
    }

    @Test
    void whereItNeedNotBeNamedNoneWillDo() {
        assertThatCode(() -> new IfMatch(null).mayBe(7)).doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable edit, KitProblem problem) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                .isEqualTo(problem));
    }
}
