package org.clearpost.launcher.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.child.Watched;

/**
 * One application unpacked for a fast start, and its AOT cache when there is one.
 *
 * <p>The directory is named after the jar's content: other content gets another directory and has to be trained again.
 * Caches belong to one Java and one set of flags.
 */
public final class UnpackedApplication {

    private static final int KEPT_VERSIONS = 2;
    private static final long TRAINING_MINUTES = 5;
    private static final String WATCHED = Watched.class.getName().replace('.', '/') + ".class";

    private final Path directory;
    private final Path watch;
    private final String mainClass;
    private final JavaRuntime java;
    private final long memoryMegabytes;
    private final Tuning tuning;

    private UnpackedApplication(
            Path directory, Path watch, String mainClass, JavaRuntime java, long memoryMegabytes, Tuning tuning) {
        this.directory = directory;
        this.watch = watch;
        this.mainClass = mainClass;
        this.java = java;
        this.memoryMegabytes = memoryMegabytes;
        this.tuning = tuning;
    }

    /** Unpacks the jar unless that was done before. */
    public static UnpackedApplication of(Path jar, Path cache, JavaRuntime java, long memoryMegabytes, Tuning tuning) {
        try {
            var name = String.valueOf(jar.getFileName()).replace("-exec.jar", "");
            var version = contentOf(jar);
            var versions = cache.resolve("applications").resolve(name);
            var directory = versions.resolve(version);
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(versions);
                unpack(jar, directory, java);
                forgetOldVersions(versions);
            }
            return new UnpackedApplication(
                    directory, watchJar(cache), mainClassOf(directory), java, memoryMegabytes, tuning);
        } catch (IOException e) {
            throw new Failure("%s cannot be unpacked: %s".formatted(jar, e.getMessage()), e);
        }
    }

    /** The command line that serves. */
    public List<String> command() {
        var flags = new ArrayList<String>();
        if (isTrained()) {
            flags.add("-XX:AOTCache=" + trained());
            flags.add("-Xlog:aot=off,cds=off");
        }
        return line(flags);
    }

    public boolean canBeTrained() {
        return java.hasAotCache() && !isTrained();
    }

    public boolean isTrained() {
        return java.hasAotCache() && Files.isRegularFile(trained());
    }

    /**
     * Starts the application up to the point where it would begin to serve, and keeps what the JVM learnt; returns the
     * process, which the caller may end at any time. {@link #keepTraining} takes the result.
     */
    public Process train(Map<String, String> environment, Path log, List<String> wrapper) throws IOException {
        forgetPartial();
        var partial = partialCache();
        var command = new ArrayList<>(wrapper);
        command.addAll(line(
                List.of("-XX:AOTCacheOutput=" + partial, "-Xlog:aot=off,cds=off", "-Dspring.context.exit=onRefresh")));
        var builder = new ProcessBuilder(command)
                .directory(log.toAbsolutePath().resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Whether the training ended well; only then is its result used. */
    public boolean keepTraining(Process training) throws IOException, InterruptedException {
        var partial = partialCache();
        if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
            training.destroyForcibly();
        }
        if (!training.isAlive() && training.exitValue() == 0 && Files.exists(partial)) {
            Files.move(partial, trained(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        forgetPartial();
        return false;
    }

    private List<String> line(List<String> special) {
        var line = new ArrayList<String>();
        line.add(java.program("java"));
        line.addAll(java.flags(memoryMegabytes, tuning));
        line.addAll(special);
        line.add("-cp");
        line.add(watch + File.pathSeparator + directory.resolve(applicationJar(directory)));
        line.add(Watched.class.getName());
        line.add(mainClass);
        return line;
    }

    private Path trained() {
        // Also valid only with the same class path.
        var key = Objects.hash(
                java.home().toString(),
                java.version(),
                java.flags(memoryMegabytes, tuning),
                String.valueOf(watch.getFileName()));
        return directory.resolve("trained-%08x.aot".formatted(key));
    }

    private void forgetPartial() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.filter(f -> f.toString().contains(".partial")).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path partialCache() {
        return trained().resolveSibling(trained().getFileName() + ".partial");
    }

    private static Path applicationJar(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .map(Path::getFileName)
                    .orElseThrow();
        } catch (IOException e) {
            throw new Failure("%s cannot be read: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static String mainClassOf(Path directory) throws IOException {
        try (var jar = new JarFile(directory.resolve(applicationJar(directory)).toFile())) {
            var main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new IOException("it names no main class");
            }
            return main;
        }
    }

    /** Names the content by what the jar's directory says of each entry, without reading the entries. */
    private static String contentOf(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> "%s %d %d%n".formatted(entry.getName(), entry.getCrc(), entry.getSize()))
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path jar, Path directory, JavaRuntime java) throws IOException {
        var partial = directory.resolveSibling("unpacking-" + UUID.randomUUID());
        try {
            var process = new ProcessBuilder(
                            java.program("java"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            partial.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            delete(partial);
        }
    }

    /** Another platform of this checkout may still run the version before. */
    private static void forgetOldVersions(Path versions) throws IOException {
        try (var directories = Files.list(versions)) {
            directories
                    .filter(Files::isDirectory)
                    .sorted(Comparator.comparing(UnpackedApplication::age).reversed())
                    .skip(KEPT_VERSIONS)
                    .forEach(UnpackedApplication::delete);
        }
    }

    private static FileTime age(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new Failure("%s cannot be deleted: %s".formatted(root, e.getMessage()), e);
        }
    }

    /**
     * A jar with only the class that watches the launcher, the same bytes every time: nothing else of the launcher is
     * on an application's class path, and AOT caches check that the class path did not change.
     */
    private static Path watchJar(Path cache) throws IOException {
        byte[] content;
        try (var in = UnpackedApplication.class.getClassLoader().getResourceAsStream(WATCHED)) {
            content = Objects.requireNonNull(in, WATCHED).readAllBytes();
        }
        var crc = new CRC32();
        crc.update(content);
        var file = cache.resolve("watch-" + Long.toString(crc.getValue(), 36) + ".jar");
        if (!Files.exists(file)) {
            var partial = Files.createTempFile(cache, "watch", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(partial))) {
                var entry = new JarEntry(WATCHED);
                entry.setTime(0);
                entry.setMethod(ZipEntry.DEFLATED);
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
