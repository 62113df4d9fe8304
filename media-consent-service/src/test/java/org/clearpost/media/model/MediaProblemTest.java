package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MediaProblemTest {

    /** Codes are published: their meaning and status never change. */
    @Test
    void everyCodeKeepsItsStatus() {
        assertThat(Arrays.stream(MediaProblem.values())
                        .collect(Collectors.toMap(
                                MediaProblem::code, problem -> problem.kind().status())))
                .containsOnly(
                        Map.entry("media.external-id-taken", 409),
                        Map.entry("media.nothing-to-withdraw", 409),
                        Map.entry("media.later-no", 409),
                        Map.entry("media.has-left", 409),
                        Map.entry("media.hold-in-place", 409),
                        Map.entry("media.no-hold", 409),
                        Map.entry("media.already-judged", 409),
                        Map.entry("media.not-judged", 409),
                        Map.entry("media.already-barred", 409),
                        Map.entry("media.not-barred", 409),
                        Map.entry("media.restriction-ended", 409),
                        Map.entry("media.too-many-scans", 409),
                        Map.entry("media.account-closed", 409),
                        Map.entry("media.address-taken", 409),
                        Map.entry("media.not-to-be-posted", 409),
                        Map.entry("media.already-registered", 409),
                        Map.entry("media.takedown-done", 409),
                        Map.entry("media.answer-outdated", 409));
    }
}
