package org.clearpost.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code postmaster.pid} says of the server that keeps a data directory. */
record Postmaster(long pid, int port) {

    private static final int PORT_LINE = 3;

    /** The server that is alive now, or null; a file left behind by one that is gone is not believed. */
    static @Nullable Postmaster aliveIn(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        var found = parse(Files.readAllLines(file));
        return found != null && isPostgres(found.pid()) ? found : null;
    }

    static @Nullable Postmaster parse(List<String> lines) {
        try {
            return lines.size() <= PORT_LINE
                    ? null
                    : new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean isAlive() {
        return isPostgres(pid);
    }

    /** Process numbers are used again: the number alone proves nothing. */
    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
