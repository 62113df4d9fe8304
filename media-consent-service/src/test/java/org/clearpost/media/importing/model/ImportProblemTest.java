package org.clearpost.media.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportProblemTest {

    /** Codes are published: their meaning and status never change. */
    @Test
    void everyCodeKeepsItsStatus() {
        assertThat(Arrays.stream(ImportProblem.values())
                        .collect(Collectors.toMap(
                                ImportProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        Map.entry("media.import-not-open", 409),
                        Map.entry("media.import-not-previewed", 409),
                        Map.entry("media.import-already-confirmed", 409),
                        Map.entry("media.import-running", 409),
                        Map.entry("media.import-no-person", 422));
    }
}
