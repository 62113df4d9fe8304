package org.clearpost.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the library that carries them.
 *
 * <p>A directory that exists is complete: it gets its name only after the last file was written.
 */
record Binaries(Path directory) {

    /** The release the libraries carry: a directory of another major version is not touched. */
    static final int MAJOR = 18;

    static Binaries unpackedBelow(Path cache) {
        var name = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        var archive = Binaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new PostgresException(
                    "There is no PostgreSQL for this machine (%s) in the build; use Docker, or build it on this machine."
                            .formatted(name));
        }
        try {
            var length = archive.openConnection().getContentLengthLong();
            var directory = cache.toAbsolutePath().resolve("postgres-" + MAJOR + "-" + Long.toString(length, 36));
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(cache);
                try (var in = archive.openStream()) {
                    unpack(in, directory);
                }
            }
            return new Binaries(directory);
        } catch (IOException e) {
            throw new PostgresException(
                    "PostgreSQL could not be unpacked into %s: %s".formatted(cache, e.getMessage()), e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    static String archiveName(String os, String arch) {
        var system = os.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine =
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
        return "postgres-%s-%s.txz".formatted(system, machine);
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        var partial = directory.resolveSibling(directory.getFileName() + "." + UUID.randomUUID());
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            Files.createDirectories(partial);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = partial.resolve(entry.getName()).normalize();
                if (!target.startsWith(partial)) {
                    throw new IOException("The archive names a file outside itself.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    var executable = (entry.getMode() & 0111) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
            everybodyMayRead(partial);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            // Another process was unpacking too and was faster.
            delete(partial);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            delete(partial);
            throw e;
        }
    }

    private static void everybodyMayRead(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    static void delete(@Nullable Path root) {
        if (root == null || !Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
