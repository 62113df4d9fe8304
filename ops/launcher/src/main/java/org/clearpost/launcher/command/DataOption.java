package org.clearpost.launcher.command;

import java.nio.file.Path;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.data.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data directory a command means. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Directory that keeps databases, secrets and logs (.clearpost in the checkout when not given).")
    private @Nullable Path directory;

    Path path(Project project) {
        return (directory == null ? project.defaultData() : directory)
                .toAbsolutePath()
                .normalize();
    }

    DataDirectory look() {
        return DataDirectory.look(path(Project.here()));
    }
}
