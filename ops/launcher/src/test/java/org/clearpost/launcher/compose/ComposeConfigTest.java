package org.clearpost.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Docker's own reading of the file, where docker-compose is installed: {@code ./clearpost test} sees to that on Debian. */
class ComposeConfigTest {

    private static final int NOT_INSTALLED = 77;

    @Test
    @Tag("GW-01")
    void dockerAcceptsTheFile() throws Exception {
        var script = Path.of("..", "ci", "compose-config").toAbsolutePath().normalize();
        var process = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        var code = process.waitFor();

        assumeTrue(code != NOT_INSTALLED, said);
        assertThat(code).as(said).isZero();
    }
}
