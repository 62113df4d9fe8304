package org.clearpost.media.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DraftOptionsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "OPT-08, FORBID",
        "OPT-08, WITH_SENIOR_AGREEMENT",
        "OPT-14, FIRST_INITIAL",
        "OPT-14, FIRST_ONLY",
        "OPT-14, NONE",
        "OPT-16, EACH_IDENTIFIABLE",
        "OPT-16, EVENT_NOTICE_PLUS_OBJECTION",
        "OPT-21, BAN",
        "OPT-21, CONSIDERATION"
    })
    void takesTheValuesThatCanBeChosen(String option, String value) {
        assertThat(read("{\"%s\": \"%s\"}".formatted(option, value)).over(Map.of(option, "before", "OPT-03", "NEVER")))
                .isEqualTo(Map.of(option, value, "OPT-03", "NEVER"));
    }

    @Test
    void withoutAValueTheOptionCountsAsNotChosen() {
        assertThat(read("{\"OPT-14\": null}").over(Map.of("OPT-14", "NONE", "OPT-16", "EACH_IDENTIFIABLE")))
                .isEqualTo(Map.of("OPT-16", "EACH_IDENTIFIABLE"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"OPT-14\": \"FULL\"}, /options/OPT-14",
                "{\"OPT-14\": \"none\"}, /options/OPT-14",
                "{\"OPT-14\": [\"NONE\"]}, /options/OPT-14",
                "{\"OPT-14\": true}, /options/OPT-14",
                "{\"OPT-16\": \"NONE\"}, /options/OPT-16",
                "{\"OPT-08\": \"\"}, /options/OPT-08",
                "{}, /options"
            })
    void refusesValuesThatCannotBeChosen(String options, String pointer) {
        RefusedException refused = refusal(options);
        assertThat(refused.problem()).isEqualTo(KitProblem.INVALID);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"OPT-99, /options/OPT-99", "opt-14, /options/opt-14", "OPT-12, /options/OPT-12", "a/~b, /options/a~1~0b"
    })
    void anOptionThatNoDecisionReadsIsNoFieldOfOurs(String option, String pointer) {
        RefusedException refused = refusal("{\"OPT-14\": \"NONE\", \"%s\": \"NONE\"}".formatted(option));
        assertThat(refused.problem()).isEqualTo(KitProblem.UNKNOWN_FIELD);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"[]", "\"OPT-14\"", "null", "14"})
    void whatIsNoObjectIsMalformed(String options) {
        assertThat(refusal(options).problem()).isEqualTo(KitProblem.MALFORMED);
        assertThat(catchThrowableOfType(RefusedException.class, () -> DraftOptions.read(null))
                        .problem())
                .isEqualTo(KitProblem.MALFORMED);
    }

    private static DraftOptions read(String options) {
        return DraftOptions.read(JSON.readTree(options));
    }

    private static RefusedException refusal(String options) {
        return catchThrowableOfType(RefusedException.class, () -> read(options));
    }
}
