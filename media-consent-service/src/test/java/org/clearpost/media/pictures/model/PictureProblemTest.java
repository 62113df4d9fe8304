package org.clearpost.media.pictures.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PictureProblemTest {

    /** Codes are published: their meaning and status never change. */
    @Test
    void everyCodeKeepsItsStatus() {
        assertThat(Arrays.stream(PictureProblem.values())
                        .collect(Collectors.toMap(
                                PictureProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        Map.entry("media.picture-not-a-picture", 415),
                        Map.entry("media.picture-heic", 415),
                        Map.entry("media.picture-too-large", 413),
                        Map.entry("media.picture-too-many-points", 422),
                        Map.entry("media.picture-moving", 422),
                        Map.entry("media.picture-damaged", 422),
                        Map.entry("media.picture-not-cleaned", 422),
                        Map.entry("media.picture-one-at-a-time", 429),
                        Map.entry("media.picture-busy", 503));
    }
}
