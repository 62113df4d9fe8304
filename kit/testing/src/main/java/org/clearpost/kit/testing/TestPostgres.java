package org.clearpost.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearpost.postgres.Database;
import org.clearpost.postgres.DatabaseScript;
import org.clearpost.postgres.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for the tests of one JVM: a container where a Docker engine answers, embedded binaries otherwise.
 * {@code -Dclearpost.test.database=containers|embedded} forces either; the log says which one ran.
 */
public final class TestPostgres {

    private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);
    private static final String PASSWORD = "test-only";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Where tests may lose everything, a commit need not wait for the disk. */
    private static final Map<String, String> SETTINGS =
            Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "300");

    private final String host;
    private final int port;
    private final Administrator administrator;

    private TestPostgres(String host, int port, Administrator administrator) {
        this.host = host;
        this.port = port;
        this.administrator = administrator;
    }

    /** The server of this JVM, started at first use and stopped with the JVM. */
    public static TestPostgres running() {
        return Holder.SERVER;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Password of every role that {@link #newDatabase} makes. */
    public String password() {
        return PASSWORD;
    }

    /** Makes an empty database with its roles, by the script that every installation runs. */
    public String newDatabase(String prefix) {
        String name = prefix.replaceAll("[^a-z]", "_") + "_" + DATABASES.incrementAndGet();
        DatabaseScript script = DatabaseScript.of(new Database(name, PASSWORD, PASSWORD));
        run("postgres", script.onMaintenance());
        run(name, script.inside());
        return name;
    }

    /** Opens a connection as one of the roles of {@code database}: {@code owner}, {@code app}, or {@code postgres}. */
    public Connection connect(String database, String role) throws SQLException {
        if (role.equals("postgres")) {
            return administrator.connect(database);
        }
        Properties login = new Properties();
        login.setProperty("user", database + "_" + role);
        login.setProperty("password", PASSWORD);
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, login);
    }

    private void run(String database, List<String> statements) {
        try (Connection connection = administrator.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Connects as the superuser. */
    private interface Administrator {

        Connection connect(String database) throws SQLException;
    }

    private static final class Holder {

        static final TestPostgres SERVER = start();

        private static TestPostgres start() {
            String wanted = System.getProperty("clearpost.test.database", isDockerThere() ? "containers" : "embedded");
            log.info("Tests run on {} PostgreSQL", wanted);
            return wanted.equals("containers") ? container() : embedded();
        }

        private static boolean isDockerThere() {
            return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        }

        @SuppressWarnings("resource") // Testcontainers stops it with the JVM.
        private static TestPostgres container() {
            PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                    .withUsername("postgres")
                    .withPassword(PASSWORD)
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
            postgres.start();
            String server = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/";
            return new TestPostgres(
                    postgres.getHost(),
                    postgres.getMappedPort(5432),
                    database -> DriverManager.getConnection(server + database, "postgres", PASSWORD));
        }

        private static TestPostgres embedded() {
            try {
                Path home = Files.createTempDirectory("clearpost-test-");
                Path programs = Path.of(System.getProperty("java.io.tmpdir"), "clearpost-postgres-programs");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home, programs, SETTINGS);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(postgres, home)));
                return new TestPostgres("127.0.0.1", postgres.port(), postgres::connect);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void discard(EmbeddedPostgres postgres, Path home) {
            try {
                postgres.stop();
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException leftBehind) {
                log.warn("Test database left behind in {}", home);
            }
        }
    }
}
