package org.clearpost.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own in a directory of our own, listening on 127.0.0.1 only.
 *
 * <p>It syncs to disk, keeps its data, outlives the process that started it, and is found again: starting a second
 * time answers with the server that is already running. It stops only when {@link #stop} says so.
 */
public final class EmbeddedPostgres {

    static final String DATA = "data";

    private static final String SUPERUSER = "postgres";
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");
    /** Below the ports that outgoing connections are given. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "jit", "off",
            "random_page_cost", "1.1",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final Path home;
    private final Binaries binaries;
    private final Account account;
    private final String password;
    private final Map<String, String> settings;
    private int port;
    private boolean found;

    private EmbeddedPostgres(
            Path home, Binaries binaries, Account account, String password, Map<String, String> settings) {
        this.home = home;
        this.binaries = binaries;
        this.account = account;
        this.password = password;
        this.settings = settings;
    }

    /**
     * Starts the server that keeps {@code home}, or finds the one that already runs there.
     *
     * @param programs where PostgreSQL's programs are unpacked, shared by all servers of this machine
     * @param settings server settings beyond ours, or instead of them
     */
    public static EmbeddedPostgres start(Path home, Path programs, Map<String, String> settings) {
        try {
            var server = prepare(home, programs, settings);
            server.findOrStart();
            return server;
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL could not be started in %s: %s".formatted(home, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("PostgreSQL was interrupted while it started.", e);
        }
    }

    /** The server that runs in {@code home} although nobody here started it, or null. */
    public static @Nullable EmbeddedPostgres find(Path home, Path programs) {
        try {
            var running = Postmaster.aliveIn(home.resolve(DATA));
            if (running == null) {
                return null;
            }
            var server = prepare(home, programs, Map.of());
            server.port = running.port();
            server.found = true;
            return server;
        } catch (IOException e) {
            throw new PostgresException(
                    "PostgreSQL in %s could not be looked at: %s".formatted(home, e.getMessage()), e);
        }
    }

    /** Stops the server in {@code home} if it runs, and deletes all its data. */
    public static void remove(Path home, Path programs) {
        var running = find(home, programs);
        if (running != null) {
            running.stop();
        }
        Binaries.delete(home);
    }

    public int port() {
        return port;
    }

    /** Whether the server was already running when it was asked for. */
    public boolean found() {
        return found;
    }

    public boolean isRunning() {
        try {
            return Postmaster.aliveIn(data()) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its process number, or -1 when it is gone. */
    public long pid() {
        try {
            var running = Postmaster.aliveIn(data());
            return running == null ? -1 : running.pid();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Creates the database with its roles, or brings passwords and grants of an existing one in order. */
    public void lay(Database database) {
        var script = DatabaseScript.of(database);
        try {
            try (var connection = connect(SUPERUSER)) {
                run(connection, script.onMaintenance());
            }
            try (var connection = connect(database.name())) {
                run(connection, script.inside());
            }
        } catch (SQLException e) {
            throw new PostgresException(
                    "The database %s could not be created: %s".formatted(database.name(), e.getMessage()), e);
        }
    }

    /** A connection as superuser, for setting up; applications never get one. */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), login);
    }

    /** Ends all connections, writes a checkpoint and stops; does nothing when it is not running. */
    public void stop() {
        try {
            if (Postmaster.aliveIn(data()) != null) {
                run(
                        "stop",
                        List.of(
                                binaries.program("pg_ctl").toString(),
                                "stop",
                                "-D",
                                data().toString(),
                                "-m",
                                "fast",
                                "-w",
                                "-t",
                                String.valueOf(PATIENCE.toSeconds())));
            }
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL could not be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("PostgreSQL was interrupted while it stopped.", e);
        }
    }

    private static EmbeddedPostgres prepare(Path asked, Path programs, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(asked);
        var home = asked.toRealPath();
        var binaries = Binaries.unpackedBelow(programs);
        var version = home.resolve(DATA).resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(String.valueOf(Binaries.MAJOR))) {
            throw new PostgresException("The data in %s belongs to PostgreSQL %s, and this is PostgreSQL %d."
                    .formatted(home, Files.readString(version).strip(), Binaries.MAJOR));
        }
        var account = Account.forServerBelow(home, binaries.directory());
        var all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        return new EmbeddedPostgres(home, binaries, account, passwordIn(home), all);
    }

    private void findOrStart() throws IOException, InterruptedException {
        var running = Postmaster.aliveIn(data());
        if (running != null && answers(running)) {
            port = running.port();
            found = true;
            return;
        }
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            create();
        }
        Files.deleteIfExists(data().resolve("postmaster.pid"));
        launch();
    }

    /** Waits for a server that is just starting or stopping; false when it went away meanwhile. */
    private boolean answers(Postmaster running) throws InterruptedException {
        port = running.port();
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (running.isAlive()) {
            try (var connection = connect(SUPERUSER)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (System.nanoTime() > giveUp) {
                    throw new PostgresException(
                            "PostgreSQL with process number %d keeps %s and does not answer: end it and try again."
                                    .formatted(running.pid(), data()),
                            e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return false;
    }

    private void create() throws IOException, InterruptedException {
        var fresh = home.resolve(DATA + ".new");
        Binaries.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(fresh);
        var passwordFile = Files.createTempFile(home, "password", ".txt");
        try {
            Files.writeString(passwordFile, password);
            account.own(passwordFile);
            run(
                    "create its data",
                    List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() throws IOException, InterruptedException {
        port = portFor(home);
        var options = new StringBuilder("-p ").append(port);
        settings.forEach((name, value) ->
                options.append(" -c ").append(name).append("='").append(value).append('\''));
        var log = home.resolve("postgres.log");
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        }
        account.own(log);
        run(
                "start (its log is %s)".formatted(log),
                List.of(
                        binaries.program("pg_ctl").toString(),
                        "start",
                        "-D",
                        data().toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        String.valueOf(PATIENCE.toSeconds()),
                        "-o",
                        options.toString()));
        found = false;
    }

    private Path data() {
        return home.resolve(DATA);
    }

    private void run(String purpose, List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("clearpost-postgres", ".out");
        try {
            var builder = new ProcessBuilder(account.running(command))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LANG", "C");
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.plusSeconds(10).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresException("PostgreSQL took too long to " + purpose + ".");
            }
            if (process.exitValue() != 0) {
                throw new PostgresException("PostgreSQL could not %s: %s"
                        .formatted(purpose, lastLines(Files.readString(output, StandardCharsets.UTF_8))));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLines(String text) {
        var lines = new ArrayList<>(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        for (var text : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(text);
            } catch (SQLException e) {
                if (!ALREADY_THERE.contains(Objects.requireNonNullElse(e.getSQLState(), ""))) {
                    throw e;
                }
            }
        }
    }

    private static String passwordIn(Path home) throws IOException {
        var file = home.resolve("superuser");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    /** The port of last time when nobody took it meanwhile: clients of a server that was away find it again. */
    private static int portFor(Path home) throws IOException {
        var file = home.resolve("port");
        var before =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        var random = new SecureRandom();
        for (var port = before; ; port = FIRST_PORT + random.nextInt(LAST_PORT - FIRST_PORT)) {
            if (port != 0 && isFree(port)) {
                Files.writeString(file, String.valueOf(port));
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
