package org.clearpost.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @Test
    void readsProcessAndPort() {
        assertThat(Postmaster.parse(List.of("4711", "/data", "1790000000", "54321", "", "127.0.0.1")))
                .isEqualTo(new Postmaster(4711, 54321));
    }

    @Test
    void readsNothingFromAHalfWrittenFile() {
        assertThat(Postmaster.parse(List.of("4711"))).isNull();
        assertThat(Postmaster.parse(List.of("", "", "", "x"))).isNull();
    }

    @Test
    void doesNotTakeAnotherProgramWithTheSameNumberForTheServer(@TempDir Path data) throws Exception {
        var ours = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postmaster.pid"), ours + "\n/data\n1790000000\n54321\n");

        assertThat(Postmaster.aliveIn(data)).isNull();
    }

    @Test
    void knowsWhichArchiveFitsTheMachine() {
        assertThat(Binaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    }
}
