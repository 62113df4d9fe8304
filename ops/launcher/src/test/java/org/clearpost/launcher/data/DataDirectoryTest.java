package org.clearpost.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.clearpost.launcher.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void remembersItsKind() throws Exception {
        DataDirectory.open(directory, true).close();

        assertThatThrownBy(() -> DataDirectory.open(directory, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds demo data: start with --demo");
        DataDirectory.open(directory, true).close();
    }

    @Test
    void keepsDemoDataOutOfAGroupsOwn() throws Exception {
        DataDirectory.open(directory, false).close();

        assertThatThrownBy(() -> DataDirectory.open(directory, true))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds your own data: start without --demo");
    }

    @Test
    void refusesWhatANewerVersionWrote() throws Exception {
        DataDirectory.open(directory, false).close();
        Files.writeString(directory.resolve("clearpost.properties"), "format=2\nkind=own\n");

        assertThatThrownBy(() -> DataDirectory.open(directory, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("was written by a newer Clearpost");
    }

    @Test
    void isOpenOnlyOnce() throws Exception {
        try (var open = DataDirectory.open(directory, false)) {
            assertThat(open.isInUse()).isTrue();
            assertThatThrownBy(() -> DataDirectory.open(directory, false))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("in use by another Clearpost");
        }
        assertThat(DataDirectory.look(directory).isInUse()).isFalse();
    }

    @Test
    void leavesOtherPeoplesFilesAlone() throws Exception {
        Files.writeString(directory.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> DataDirectory.open(directory, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds other files");
        assertThat(directory.resolve("clearpost.properties")).doesNotExist();
    }

    @Test
    void keepsSecretsForItsOwnerOnlyAndTheSameNextTime() throws Exception {
        try (var open = DataDirectory.open(directory, false)) {
            var first = open.secrets().forNames(List.of("A_PASSWORD", "SETUP_CODE"));
            var again = open.secrets().forNames(List.of("A_PASSWORD", "SETUP_CODE", "B_PASSWORD"));

            assertThat(again).containsAllEntriesOf(first);
            assertThat(first.get("A_PASSWORD")).matches("[0-9a-f]{48}");
            assertThat(first.get("SETUP_CODE")).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
            assertThat(again.get("B_PASSWORD")).isNotEqualTo(again.get("A_PASSWORD"));
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }
}
