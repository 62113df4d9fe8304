package org.clearpost.launcher.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.compose.Topology.Application;

/**
 * Builds the application jars whose sources are newer than they are.
 *
 * <p>Tests and checks are left out: those are what {@code ./clearpost test} is for.
 */
public final class StaleJars {

    private static final String BUILDING = "[INFO] Building ";
    private static final int ERROR_LINES = 12;
    private static final Pattern NO_NEWS = Pattern.compile(
            "Re-run Maven|re-run Maven|For more information|After correcting|mvn <args>|^\\[ERROR\\] (\\[Help|$)");

    private final Project project;
    private final Consumer<String> progress;

    public StaleJars(Project project, Consumer<String> progress) {
        this.project = project;
        this.progress = progress;
    }

    public static Path jarOf(Project project, Application application) {
        return project.root()
                .resolve(application.module())
                .resolve("target")
                .resolve(Path.of(application.module()).getFileName() + "-exec.jar");
    }

    public void build(List<Application> applications) {
        var modules = Modules.of(project.root());
        var stale = applications.stream()
                .filter(application -> isStale(modules, application))
                .map(Application::module)
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        Prerequisites.check(stale.contains("gateway"));
        progress.accept("Building " + String.join(", ", stale) + " (the first time takes minutes)");
        maven(stale);
        for (var application : applications) {
            var jar = jarOf(project, application);
            if (!Files.exists(jar)) {
                throw new Failure("Maven built no %s.".formatted(project.root().relativize(jar)));
            }
        }
    }

    private boolean isStale(Modules modules, Application application) {
        var jar = jarOf(project, application);
        return !Files.exists(jar) || builtAt(jar) < modules.newestSource(application.module());
    }

    /**
     * When the jar was written. Its modification time is that of the release, so that builds can be repeated; the system
     * keeps another one that nobody sets.
     */
    private static long builtAt(Path jar) {
        try {
            return jar.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? ((FileTime) Files.getAttribute(jar, "unix:ctime")).toMillis()
                    : Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new Failure("%s cannot be read: %s".formatted(jar, e.getMessage()), e);
        }
    }

    private void maven(List<String> stale) {
        var maven = Prerequisites.maven();
        var command = new ArrayList<>(
                List.of(maven, "-B", "-ntp", "-Dquick", "-Dmaven.test.skip=true", "-Dskip.web.tests=true"));
        command.addAll(List.of("-pl", String.join(",", stale), "-am", "package"));
        try {
            var builder = new ProcessBuilder(command)
                    .directory(project.root().toFile())
                    .redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", JavaRuntime.current().home().toString());
            var process = builder.start();
            process.getOutputStream().close();
            var errors = new ArrayList<String>();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(BUILDING) && !line.contains(": ")) {
                        progress.accept("  " + line.substring(BUILDING.length()).replaceAll("\\s+", " "));
                    } else if (line.startsWith("[ERROR] ")
                            && !NO_NEWS.matcher(line).find()
                            && errors.size() < ERROR_LINES) {
                        errors.add(line);
                    }
                }
            }
            if (process.waitFor() != 0) {
                errors.forEach(progress);
                throw new Failure("The applications could not be built: try mvn -pl %s -am package to see why."
                        .formatted(String.join(",", stale)));
            }
        } catch (IOException e) {
            throw new Failure("Maven could not be started: install Maven 3.8.7 or newer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Building was interrupted.", e);
        }
    }
}
