package org.clearpost.launcher.data;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.clearpost.launcher.Failure;

/** Files only their owner may read; a reader sees the old content or the new, never half of it. */
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, String content) {
        try {
            var partial = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
            Files.createFile(partial, ownerOnly());
            Files.writeString(partial, content);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
