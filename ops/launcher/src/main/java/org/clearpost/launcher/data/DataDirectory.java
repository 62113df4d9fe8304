package org.clearpost.launcher.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The directory that keeps everything of one platform: databases, secrets, logs.
 *
 * <p>It says in a file of its own whether it holds demo data and how it is laid out, and at most one launcher has it
 * open. Demo data and a group's own data never meet in one directory.
 */
public final class DataDirectory implements AutoCloseable {

    /** Goes up when an older launcher could not read what a newer one wrote. */
    static final int FORMAT = 1;

    private static final long GIGABYTE = 1L << 30;
    private static final Set<String> NOT_DATA = Set.of("cache");

    private final Path path;
    private final boolean fresh;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private DataDirectory(Path path, boolean fresh) {
        this.path = path;
        this.fresh = fresh;
    }

    /** Opens the directory for running, creating it when it is not there. */
    public static DataDirectory open(Path path, boolean demo) {
        try {
            Files.createDirectories(path);
            var marker = path.resolve("clearpost.properties");
            var fresh = !Files.exists(marker);
            if (fresh) {
                refuseForeign(path);
            } else {
                check(path, marker, demo);
            }
            var directory = new DataDirectory(path, fresh);
            directory.lock();
            checkSpace(path);
            if (fresh) {
                PrivateFile.write(marker, "format=%d\nkind=%s\n".formatted(FORMAT, demo ? "demo" : "own"));
                letThrough(path);
            }
            keepLogsPrivate(directory.logs());
            return directory;
        } catch (IOException e) {
            throw new Failure("The data directory %s cannot be used: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** The directory as it is, for commands that only ask. */
    public static DataDirectory look(Path path) {
        return new DataDirectory(path, false);
    }

    /** Whether it was empty until now. */
    public boolean fresh() {
        return fresh;
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Secrets secrets() {
        return Secrets.in(path.resolve("secrets.properties"));
    }

    public boolean isInUse() {
        if (!Files.exists(path.resolve("lock"))) {
            return false;
        }
        try (var probe = FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE);
                var taken = probe.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new Failure("The data directory %s cannot be used: %s".formatted(path, e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        if (channel != null) {
            channel.close();
        }
    }

    private void lock() throws IOException {
        channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new Failure(
                    "%s is in use by another Clearpost: stop it with ./clearpost down, or choose another directory with --data."
                            .formatted(path));
        }
    }

    /** Other commands touch the lock for a moment to see whether it is taken; that is waited for. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        for (var attempt = 0; attempt < 10; attempt++) {
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                Thread.sleep(50);
            } catch (OverlappingFileLockException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private static void keepLogsPrivate(Path logs) throws IOException {
        Files.createDirectories(logs);
        if (Files.getFileStore(logs).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void check(Path path, Path marker, boolean demo) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(marker)));
        if (number(properties.getProperty("format", "")) > FORMAT) {
            throw new Failure(
                    "%s was written by a newer Clearpost: use that version, or choose another directory with --data."
                            .formatted(path));
        }
        var holdsDemo = "demo".equals(properties.getProperty("kind"));
        if (holdsDemo && !demo) {
            throw new Failure(
                    "%s holds demo data: start with --demo, or choose another directory with --data.".formatted(path));
        }
        if (!holdsDemo && demo) {
            throw new Failure("%s holds your own data: start without --demo, or choose another directory with --data."
                    .formatted(path));
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            // Not a number we ever wrote.
            return Integer.MAX_VALUE;
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            var foreign = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !NOT_DATA.contains(name) && !name.equals("lock"))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new Failure("%s holds other files and no Clearpost data: choose another directory with --data."
                        .formatted(path));
            }
        }
    }

    private static void checkSpace(Path path) throws IOException {
        var free = Files.getFileStore(path).getUsableSpace();
        if (free < GIGABYTE) {
            throw new Failure("Only %d MB are free where %s is, and Clearpost needs 1 GB.".formatted(free >> 20, path));
        }
    }

    /** PostgreSQL may run as another account and has to pass; what lies here is readable by its owner only. */
    private static void letThrough(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }
}
