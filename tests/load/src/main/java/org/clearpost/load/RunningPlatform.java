package org.clearpost.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.demo.DemoPeople;
import org.clearpost.launcher.http.Visitor;
import org.clearpost.launcher.run.PartStatus;
import org.clearpost.launcher.run.RemoteControl;

/** The platform under test, started as people start it, and everything its owner may look into. */
final class RunningPlatform {

    static final String MEDIA = "media-consent-service";

    private static final String BEYOND_ANY_LIMIT = "100000000";

    private final Project project = Project.here();
    private final Path path;
    private final DataDirectory data;
    private final int port;

    RunningPlatform(Path path, int port) {
        this.path = path.toAbsolutePath().normalize();
        this.data = DataDirectory.look(this.path);
        this.port = port;
    }

    /** Starts everything, tuned for load; callers are not counted, because the bench is one caller. */
    void up() {
        clearpost(
                "up",
                "--demo",
                "--detach",
                "--tuned-for",
                "load",
                "--training",
                "never",
                "--port",
                "" + port,
                "--data",
                path.toString(),
                "--set",
                "LIMIT_CALLER_PER_MINUTE=" + BEYOND_ANY_LIMIT,
                "--set",
                "LIMIT_CALLER_BURST=" + BEYOND_ANY_LIMIT);
    }

    void down() {
        clearpost("down", "--data", path.toString());
    }

    private void clearpost(String... arguments) {
        var command =
                new ArrayList<>(List.of(project.root().resolve("clearpost").toString()));
        command.addAll(List.of(arguments));
        try {
            var code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new BenchException("./clearpost %s ended with %d.".formatted(arguments[0], code));
            }
        } catch (IOException e) {
            throw new BenchException("./clearpost could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }

    Project project() {
        return project;
    }

    int port() {
        return port;
    }

    DemoPeople demo() {
        return DemoPeople.in(data).filter(DemoPeople::complete).orElseThrow();
    }

    RemoteControl control() {
        return RemoteControl.require(data);
    }

    PartStatus part(String name) {
        return control().status().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The launcher, PostgreSQL and every application. */
    double proportionalMebibytes() {
        return Machine.proportionalMebibytes(control().run().pid())
                + control().status().parts().stream()
                        .filter(part -> part.name().equals("postgres"))
                        .mapToDouble(part -> Machine.proportionalMebibytes(part.pid()))
                        .sum();
    }

    Tokens clientTokens() {
        var client = demo().client();
        if (client == null) {
            throw new BenchException("The demo has no API client.");
        }
        return Tokens.ofClient(port, client.id(), client.secret());
    }

    Tokens mediaTokens(Supplier<String> subject) {
        return Tokens.exchanged(part("identity").port(), secret("GATEWAY_SECRET"), subject, MEDIA);
    }

    /** The first person shown in this part at this setting, signed in. */
    Visitor signedIn(String as, String setting) {
        var login = demo().people().stream()
                .filter(person -> person.as().equals(as) && setting.equals(person.setting()))
                .findFirst()
                .orElseThrow();
        return new Visitor("http://localhost:" + port, java.time.Duration.ofSeconds(30))
                .signIn(login.email(), login.password());
    }

    private String secret(String name) {
        return data.secrets().forNames(List.of(name)).getOrDefault(name, "");
    }

    /** As PostgreSQL's superuser, which row-level security does not bind. */
    Connection superuser() throws SQLException {
        return connect("postgres", passwordOfSuperuser(), "");
    }

    /** As the service itself logs in, in one group from the first statement to the last. */
    Connection asMedia(String group) throws SQLException {
        return connect(
                "media_app",
                secret("MEDIA_DB_APP_PASSWORD"),
                "-c app.tenant=%s -c plan_cache_mode=force_generic_plan".formatted(group));
    }

    Path postgresLog() {
        return data.postgres().resolve("postgres.log");
    }

    private Connection connect(String user, String password, String options) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("prepareThreshold", "1");
        login.setProperty("stringtype", "unspecified");
        login.setProperty("reWriteBatchedInserts", "false");
        if (!options.isEmpty()) {
            login.setProperty("options", options);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/media"
                        .formatted(part("postgres").port()),
                login);
    }

    private String passwordOfSuperuser() {
        try {
            return Files.readString(data.postgres().resolve("superuser")).strip();
        } catch (IOException e) {
            throw new BenchException("PostgreSQL's own password cannot be read.", e);
        }
    }
}
