package org.clearpost.incident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IncidentProblemTest {

    @Test
    void eachHasACodeWhoseMeaningNeverChanges() {
        assertThat(Arrays.stream(IncidentProblem.values())
                        .collect(Collectors.toMap(
                                IncidentProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        entry("incident.not-yours-to-change", 403),
                        entry("incident.contact-not-allowed", 422),
                        entry("incident.setting-closed", 409));
    }
}
