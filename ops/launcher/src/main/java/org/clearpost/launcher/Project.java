package org.clearpost.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout this command runs from. */
public record Project(Path root) {

    public static Project here() {
        var home = System.getenv("CLEARPOST_HOME");
        var root = Path.of(home == null || home.isBlank() ? "." : home)
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(root.resolve("docker-compose.yml"))) {
            throw new Failure(
                    "There is no docker-compose.yml in %s: run ./clearpost from the checkout.".formatted(root));
        }
        return new Project(root);
    }

    public Path composeFile() {
        return root.resolve("docker-compose.yml");
    }

    public Path defaultData() {
        return root.resolve(".clearpost");
    }

    /** What can be made again at any time: unpacked applications, AOT caches, PostgreSQL's programs. */
    public Path cache() {
        return root.resolve(".clearpost").resolve("cache");
    }
}
