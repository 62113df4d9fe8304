package org.clearpost.media.pictures.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The program that cleans pictures, laid out where Java can run it: its jars travel inside the service's own and are on
 * nobody's class path but the child's.
 */
final class CleanerProgram implements AutoCloseable {

    private static final String JARS = "classpath:/picture-cleaner/*.jar";
    private static final String MAIN = "org.clearpost.picturecleaner.Cleaner";

    private final Path directory;
    private final Walls walls;

    private CleanerProgram(Path directory, Walls walls) {
        this.directory = directory;
        this.walls = walls;
    }

    static CleanerProgram laidOut(Walls walls) {
        try {
            Resource[] jars = new PathMatchingResourcePatternResolver().getResources(JARS);
            if (jars.length == 0) {
                throw new IllegalStateException("The picture cleaner is not packaged with the service");
            }
            Path directory = Files.createTempDirectory("clearpost-picture-cleaner");
            for (Resource jar : jars) {
                String name = Objects.requireNonNull(jar.getFilename());
                try (InputStream in = jar.getInputStream()) {
                    Files.copy(in, directory.resolve(name));
                }
            }
            return new CleanerProgram(directory, walls);
        } catch (IOException e) {
            throw new IllegalStateException("The picture cleaner cannot be laid out", e);
        }
    }

    /** A process that waits for a picture. It inherits nothing: a service's environment holds its secrets. */
    Process start(Allowance allowance) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(walls.around(command(allowance.heapMegabytes()), allowance))
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        // Each thread's own pool would count against the address space.
        builder.environment().putAll(Map.of("LC_ALL", "C", "MALLOC_ARENA_MAX", "1"));
        return builder.start();
    }

    private List<String> command(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:CompressedClassSpaceSize=16m",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:MaxDirectMemorySize=8m",
                "-XX:+ExitOnOutOfMemoryError",
                // Nothing of a picture is left behind in a file, and nobody looks into the process.
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "-cp",
                directory + "/*",
                MAIN));
        return command;
    }

    String words() {
        return walls.words();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
