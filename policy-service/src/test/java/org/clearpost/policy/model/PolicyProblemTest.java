package org.clearpost.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyProblemTest {

    @Test
    void eachHasACodeWhoseMeaningNeverChanges() {
        assertThat(Arrays.stream(PolicyProblem.values())
                        .collect(Collectors.toMap(
                                PolicyProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        entry("policy.not-yours-to-choose", 403),
                        entry("policy.value-not-allowed", 422),
                        entry("policy.unknown-starter-set", 422),
                        entry("policy.nothing-to-lock", 422),
                        entry("policy.option-locked", 409),
                        entry("policy.setting-closed", 409));
    }
}
