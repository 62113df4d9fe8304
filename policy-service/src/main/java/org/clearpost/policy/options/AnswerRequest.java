package org.clearpost.policy.options;

import io.swagger.v3.oas.annotations.media.Schema;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer to one option; {@code null} takes an answer back, and leaving it out says nothing. */
record AnswerRequest(@Schema(implementation = Object.class) @Nullable JsonNode value) {

    @Nullable Object answer(JsonMapper json) {
        return answer(value, json);
    }

    static @Nullable Object answer(@Nullable JsonNode value, JsonMapper json) {
        if (value == null) {
            throw new RefusedException(
                    KitProblem.INVALID, new FieldError("/value", "Give a value, or null to take the answer back."));
        }
        return value.isNull() ? null : json.treeToValue(value, Object.class);
    }
}
