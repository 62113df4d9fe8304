package org.clearpost.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The system account PostgreSQL runs as: it refuses to run as root, so root hands it to another account.
 *
 * <p>That account need not be able to reach the directory by itself (a checkout below {@code /root}, say): then, and
 * only then, it is lent the right to pass through directories.
 */
final class Account {

    private final @Nullable Integer uid;
    private final int gid;
    private final List<String> prefix;

    private Account(@Nullable Integer uid, int gid, List<String> prefix) {
        this.uid = uid;
        this.gid = gid;
        this.prefix = prefix;
    }

    /** The account for a server below {@code home}, which exists; {@code programs} must be within its reach too. */
    static Account forServerBelow(Path home, Path programs) throws IOException {
        if (!isRoot()) {
            return new Account(null, 0, List.of());
        }
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv")) && !Files.isExecutable(Path.of("/bin/setpriv"))) {
            throw new PostgresException(
                    "PostgreSQL does not run as root and setpriv (util-linux) is not installed: start Clearpost as another user.");
        }
        var owner = ownerOfExistingData(home);
        var ids = owner != null ? owner : idsOf("postgres", "nobody");
        var drop = List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups");
        var plain = new Account(ids[0], ids[1], drop);
        letThrough(home);
        if (plain.reaches(home) && plain.reaches(programs)) {
            return plain;
        }
        var lent = new ArrayList<>(drop);
        lent.add("--inh-caps=+dac_read_search");
        lent.add("--ambient-caps=+dac_read_search");
        var passing = new Account(ids[0], ids[1], List.copyOf(lent));
        if (passing.reaches(home) && passing.reaches(programs)) {
            return passing;
        }
        throw new PostgresException(
                "PostgreSQL does not run as root, and the account with number %d cannot reach %s: choose another data directory."
                        .formatted(ids[0], home));
    }

    /** The command line that runs {@code command} as this account. */
    List<String> running(List<String> command) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    void own(Path path) throws IOException {
        if (uid != null) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Lets others walk through {@code directory} without listing it; it stays root's. */
    private static void letThrough(Path directory) throws IOException {
        var mode = (Integer) Files.getAttribute(directory, "unix:mode");
        Files.setAttribute(directory, "unix:mode", (mode & 07777) | 0011);
    }

    private boolean reaches(Path path) throws IOException {
        try {
            // Not test -x: that asks on behalf of the real user, without the right that was lent.
            var check = new ProcessBuilder(
                            running(List.of("stat", path.resolve(".").toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return check.waitFor(10, TimeUnit.SECONDS) && check.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        }
        return "root".equals(System.getProperty("user.name"));
    }

    private static int @Nullable [] ownerOfExistingData(Path home) throws IOException {
        var data = home.resolve(EmbeddedPostgres.DATA);
        if (!Files.isDirectory(data)) {
            return null;
        }
        return new int[] {(Integer) Files.getAttribute(data, "unix:uid"), (Integer) Files.getAttribute(data, "unix:gid")
        };
    }

    /** The first of these accounts that exists: initdb insists on one with a name. */
    private static int[] idsOf(String... names) throws IOException {
        var lines = Files.readAllLines(Path.of("/etc/passwd"));
        for (var name : names) {
            for (var line : lines) {
                var fields = line.split(":", -1);
                if (fields.length > 3 && fields[0].equals(name)) {
                    return new int[] {Integer.parseInt(fields[2]), Integer.parseInt(fields[3])};
                }
            }
        }
        throw new PostgresException(
                "PostgreSQL does not run as root and this machine has no account named nobody: start Clearpost as another user.");
    }
}
