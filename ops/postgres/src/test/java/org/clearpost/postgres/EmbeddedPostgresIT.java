package org.clearpost.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as the launcher uses it: created, killed, found again, stopped, with its data kept. */
class EmbeddedPostgresIT {

    private static final Database POLICY = new Database("policy", "owner-secret", "app-secret");
    private static final Path PROGRAMS = Path.of("target", "programs");

    @TempDir
    Path home;

    private EmbeddedPostgres server;

    @BeforeEach
    void start() {
        server = EmbeddedPostgres.start(home, PROGRAMS, Map.of());
        server.lay(POLICY);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void keepsDataThroughStopAndStart() throws Exception {
        write();
        server.stop();
        assertThat(server.isRunning()).isFalse();

        server = EmbeddedPostgres.start(home, PROGRAMS, Map.of());

        assertThat(server.found()).isFalse();
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void isFoundAgainByWhoeverDidNotStartIt() throws Exception {
        write();

        var again = EmbeddedPostgres.start(home, PROGRAMS, Map.of());

        assertThat(again.found()).isTrue();
        assertThat(again.port()).isEqualTo(server.port());
        assertThat(again.pid()).isEqualTo(server.pid());
        assertThat(Objects.requireNonNull(EmbeddedPostgres.find(home, PROGRAMS)).port())
                .isEqualTo(server.port());
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        write();
        var killed = ProcessHandle.of(server.pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get(10, TimeUnit.SECONDS);

        server = EmbeddedPostgres.start(home, PROGRAMS, Map.of());

        assertThat(server.found()).isFalse();
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void syncsToDiskAndListensOnThisMachineOnly() throws Exception {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void laysADatabaseTwiceWithoutHarmAndWithTheNewPassword() throws Exception {
        server.lay(new Database("policy", "other-owner", "other-app"));

        try (var connection = as("policy_app", "other-app")) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThatThrownBy(() -> as("policy_app", "app-secret")).isInstanceOf(SQLException.class);
    }

    @Test
    void givesTheApplicationARoleThatOwnsNothingAndStepsAcrossOnlyWhenItSaysSo() throws Exception {
        try (var owner = as("policy_owner", "owner-secret");
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE thing (group_id uuid)");
            statement.execute("ALTER TABLE thing ENABLE ROW LEVEL SECURITY");
            statement.execute("ALTER TABLE thing FORCE ROW LEVEL SECURITY");
            statement.execute("GRANT SELECT ON thing TO policy_app, policy_across");
            statement.execute("CREATE POLICY seen ON thing TO policy_across USING (true)");
            statement.execute("CREATE POLICY written ON thing FOR INSERT TO policy_owner WITH CHECK (true)");
            statement.execute("INSERT INTO thing VALUES (uuidv7())");
        }
        try (var app = as("policy_app", "app-secret");
                var statement = app.createStatement()) {
            assertThat(count(app)).isZero();
            app.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE policy_across");
            assertThat(count(app)).isEqualTo(1);
            app.rollback();
            app.setAutoCommit(true);
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (a int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("SET ROLE policy_owner"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesADirectoryOfAnotherMajorVersionInOneSentence() throws Exception {
        server.stop();
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "19\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, PROGRAMS, Map.of()))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("belongs to PostgreSQL 19");
    }

    @Test
    void startsAgainInLessThanFiveSeconds() {
        server.stop();
        var before = System.nanoTime();

        server = EmbeddedPostgres.start(home, PROGRAMS, Map.of());

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    private void write() throws SQLException {
        try (var connection = as("policy_owner", "owner-secret");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (a int)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
    }

    private int read() throws SQLException {
        try (var connection = as("policy_owner", "owner-secret");
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM thing")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String setting(String name) throws SQLException {
        try (var connection = server.connect("postgres");
                var rows = connection.createStatement().executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/policy".formatted(server.port()), role, password);
    }
}
