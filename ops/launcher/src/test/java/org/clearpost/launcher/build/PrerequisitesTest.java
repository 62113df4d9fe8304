package org.clearpost.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrerequisitesTest {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.(\\d+)");

    @Test
    void comparesNumbersNotLetters() {
        assertThat(Prerequisites.atLeast(VERSION, "v20.0.0", 20, 0, 0)).isTrue();
        assertThat(Prerequisites.atLeast(VERSION, "v100.1.0", 20, 0, 0)).isTrue();
        assertThat(Prerequisites.atLeast(VERSION, "v9.9.9", 20, 0, 0)).isFalse();
        assertThat(Prerequisites.atLeast(VERSION, "command not found", 20, 0, 0))
                .isFalse();
        assertThat(Prerequisites.atLeast(VERSION, null, 20, 0, 0)).isFalse();
    }
}
