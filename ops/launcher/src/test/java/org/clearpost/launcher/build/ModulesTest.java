package org.clearpost.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

    private static final long LONG_AGO = 1_700_000_000_000L;
    private static final long LATER = LONG_AGO + 60_000;

    @TempDir
    Path root;

    @BeforeEach
    void twoModules() throws Exception {
        write("pom.xml", "<project><modules><module>kit</module><module>app</module></modules></project>");
        write("kit/pom.xml", "<project><artifactId>kit-service</artifactId></project>");
        write("kit/src/main/java/Kit.java", "");
        write(
                "app/pom.xml",
                """
                <project><parent><artifactId>clearpost</artifactId></parent><artifactId>app</artifactId><dependencies>
                <dependency><groupId>org.clearpost</groupId><artifactId>kit-service</artifactId></dependency>
                </dependencies></project>
                """);
        write("app/src/main/java/App.java", "");
        write("app/src/test/java/AppTest.java", "");
    }

    @Test
    void followsOurOwnDependencies() {
        assertThat(Modules.of(root).closure("app")).containsExactlyInAnyOrder("app", "kit");
        assertThat(Modules.of(root).closure("kit")).containsExactly("kit");
    }

    @Test
    void findsTheNewestSourceAlsoInWhatItIsBuiltFrom() throws Exception {
        assertThat(Modules.of(root).newestSource("app")).isEqualTo(LONG_AGO);

        Files.setLastModifiedTime(root.resolve("kit/src/main/java/Kit.java"), FileTime.fromMillis(LATER));

        assertThat(Modules.of(root).newestSource("app")).isEqualTo(LATER);
    }

    @Test
    void leavesOutTestsAndWhatBuildsWrite() throws Exception {
        Files.setLastModifiedTime(root.resolve("app/src/test/java/AppTest.java"), FileTime.fromMillis(LATER));
        write("app/target/app.jar", "");
        Files.setLastModifiedTime(root.resolve("app/target/app.jar"), FileTime.fromMillis(LATER));

        assertThat(Modules.of(root).newestSource("app")).isEqualTo(LONG_AGO);
    }

    private void write(String name, String text) throws Exception {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(LONG_AGO));
    }
}
