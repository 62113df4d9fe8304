package org.clearpost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the ./clearpost script chooses its Java. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "..", "clearpost").toAbsolutePath().normalize();

    @TempDir
    Path machine;

    @Test
    void takesTheNewestOfTheUsualPlaces() throws Exception {
        jdk("jdk-9", "9.0.4");
        jdk("jdk-21", "21.0.2");
        var newest = jdk("jdk-100", "100");

        assertThat(javaHome(Map.of())).isEqualTo(new Said(0, newest.toString()));
    }

    @Test
    void prefersJavaHomeWhenItIsNewEnough() throws Exception {
        var chosen = jdk("chosen", "21.0.2");
        jdk("newer", "25");

        assertThat(javaHome(Map.of("JAVA_HOME", chosen.toString()))).isEqualTo(new Said(0, chosen.toString()));
    }

    @Test
    void passesOverAJavaHomeThatIsTooOld() throws Exception {
        var old = jdk("old", "17.0.15");
        var newest = jdk("newer", "25");

        assertThat(javaHome(Map.of("JAVA_HOME", old.toString()))).isEqualTo(new Said(0, newest.toString()));
    }

    @Test
    void saysInOneSentenceThatEveryJdkIsTooOld() throws Exception {
        var old = jdk("old", "17.0.15");

        var said = javaHome(Map.of());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .isEqualTo("clearpost: needs a JDK 21 or newer, and the newest found is 17 in %s:".formatted(old)
                        + " install one, or point JAVA_HOME at it.");
    }

    @Test
    void saysInOneSentenceThatThereIsNone() throws Exception {
        assertThat(javaHome(Map.of()))
                .isEqualTo(new Said(
                        1,
                        "clearpost: needs a JDK 21 or newer and found none: install one, or point JAVA_HOME at it."));
    }

    private record Said(int code, String text) {}

    private Said javaHome(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(List.of("bash", SCRIPT.toString(), "java-home")).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", onlyTools());
        builder.environment().put("CLEARPOST_JDK_PLACES", machine.resolve("jvm") + "/*");
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes()).strip();
        return new Said(process.waitFor(), text);
    }

    /** A path with what the script uses, and no Java. */
    private String onlyTools() throws Exception {
        var tools = Files.createDirectories(machine.resolve("tools"));
        for (var name : List.of("bash", "dirname", "sed", "head", "readlink")) {
            var real = Stream.of(Path.of("/usr/bin", name), Path.of("/bin", name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            program(tools.resolve(name), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
        }
        return tools.toString();
    }

    private Path jdk(String name, String version) throws Exception {
        var home = machine.resolve("jvm").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (var program : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(program), "#!/bin/sh\n");
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private static void program(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
