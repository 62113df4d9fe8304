package org.clearpost.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.build.JavaRuntime;
import org.clearpost.launcher.build.StaleJars;
import org.clearpost.launcher.build.Tuning;
import org.clearpost.launcher.compose.ComposeFile;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.demo.DemoLoader;
import org.clearpost.launcher.run.Access;
import org.clearpost.launcher.run.Control;
import org.clearpost.launcher.run.Platform;
import org.clearpost.launcher.run.Ports;
import org.clearpost.launcher.run.Progress;
import org.clearpost.launcher.run.RunFile;
import org.clearpost.launcher.run.Training;
import org.clearpost.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and keeps it running until Ctrl-C or {@code down}. */
@Command(name = "up", description = "Starts everything.", mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private static final String LOOPBACK = "127.0.0.1";

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--demo",
            description = "With a fictional group to try everything on, in a directory of its own kind.")
    private boolean demo;

    @Option(names = "--detach", description = "Returns when everything is ready, and leaves it running.")
    private boolean detach;

    @Option(names = "--port", defaultValue = "8080", description = "Where people reach it (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Opens the entrance to other machines, on this address of this machine; needs TLS.")
    private @Nullable String listen;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "What people type when it is not the listen address.")
    private @Nullable String address;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate chain (PEM).")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key (PEM).")
    private @Nullable Path key;

    @Option(names = "--tls-generate", description = "Generates a certificate, which browsers warn about.")
    private boolean generate;

    @Option(
            names = "--training",
            paramLabel = "WHEN",
            defaultValue = "WHEN_QUIET",
            description =
                    "When faster starts are prepared in the background: now, when_quiet or never (${DEFAULT-VALUE}).")
    private Training.When training = Training.When.WHEN_QUIET;

    @Option(
            names = "--tuned-for",
            paramLabel = "WHAT",
            description = "start: soon up; load: fast once it runs (load, with --demo start).")
    private @Nullable Tuning tuning;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Instead of the value that docker-compose.yml has for NAME; may be repeated.")
    private Map<String, String> chosen = Map.of();

    @Option(names = "--supervised", hidden = true)
    private boolean supervised;

    @Override
    public Integer call() throws Exception {
        var project = Project.here();
        var path = data.path(project);
        if (detach) {
            checkAccess();
            DataDirectory.open(path, demo).close();
            return new Detached(project, path).start(arguments(path));
        }
        return run(project, path);
    }

    private int run(Project project, Path path) throws IOException, InterruptedException {
        var progress = new Progress(System.out);
        checkAccess();
        var compose = ComposeFile.read(project.composeFile());
        var directory = DataDirectory.open(path, demo);
        Ports.require(listen == null ? LOOPBACK : listen, port);
        if (demo && DemoLoader.wasInterrupted(directory)) {
            progress.say("The demo was not loaded to its end last time and is made afresh.");
            EmbeddedPostgres.remove(directory.postgres(), project.cache());
        }
        var access = access(directory);
        var values = directory.secrets().forNames(compose.required());
        values.putAll(chosen(compose));
        values.put("CLEARPOST_ISSUER", access.publicAddress());
        values.put("CLEARPOST_PORT", String.valueOf(port));
        var proxies = System.getenv("CLEARPOST_TRUSTED_PROXIES");
        if (proxies != null) {
            values.put("CLEARPOST_TRUSTED_PROXIES", proxies);
        }
        var topology = compose.topology(values);

        new StaleJars(project, progress::say).build(topology.applications());
        progress.say("Starting Clearpost on Java %d, data in %s"
                .formatted(JavaRuntime.current().feature(), path));
        if (access.isTls() && generate) {
            progress.trouble("The certificate is generated: browsers warn about it; use your own with --tls-cert.");
        }

        var platform = new Platform(project, topology, directory, access, tuning(), progress);
        var control = new Control(platform, access, UpCommand::leave);
        var trainer = new Training(platform, directory.logs());
        var ending = new Thread(() -> end(progress, platform, control, trainer, directory), "end");
        Runtime.getRuntime().addShutdownHook(ending);
        control.runFile().write(path);

        platform.start();
        new Entrance(access.localAddress()).awaitRoutes();
        if (demo && !DemoLoader.isLoaded(directory)) {
            new DemoLoader(directory, access.localAddress(), values.getOrDefault("SETUP_CODE", ""), progress::say)
                    .load();
        }
        control.markReady();
        control.runFile().asReady().write(path);
        if (!supervised) {
            new Announcement(directory, access.publicAddress(), access.localAddress()).print(System.out);
        }
        progress.say("Everything was ready after %s.".formatted(Progress.seconds(progress.elapsed())));
        if (!supervised) {
            progress.say("Ctrl-C or ./clearpost down stops it.");
        }
        trainer.begin(training);
        new CountDownLatch(1).await();
        return 0;
    }

    private void checkAccess() {
        var tls = generate || certificate != null || key != null;
        if (generate && (certificate != null || key != null)) {
            throw new Failure("Give either --tls-generate or a certificate with its key, not both.");
        }
        if (!generate && (certificate == null) != (key == null)) {
            throw new Failure("A certificate needs its key: give --tls-cert and --tls-key together.");
        }
        if (listen != null && !Access.isLoopback(listen) && !tls) {
            throw new Failure(
                    "Other machines reach Clearpost only with TLS: give --tls-cert and --tls-key, or --tls-generate.");
        }
        if (address != null && !tls) {
            throw new Failure("--address needs TLS: give --tls-cert and --tls-key, or --tls-generate.");
        }
        if (port < 1 || port > 65_535) {
            throw new Failure("%d is not a port.".formatted(port));
        }
    }

    private Tuning tuning() {
        if (tuning != null) {
            return tuning;
        }
        return demo ? Tuning.START : Tuning.LOAD;
    }

    /** Only what the file leaves open: a secret given on a command line would be seen by everybody. */
    private Map<String, String> chosen(ComposeFile compose) {
        var open = compose.optional();
        for (var name : chosen.keySet()) {
            if (!open.contains(name)) {
                throw new Failure("--set %s: what can be set is %s.".formatted(name, String.join(", ", open)));
            }
        }
        return chosen;
    }

    private Access access(DataDirectory directory) {
        var at = listen == null ? LOOPBACK : listen;
        var name = address == null && Access.isLoopback(at) ? "https://localhost:" + port : address;
        if (certificate != null && key != null) {
            return Access.withCertificate(at, port, name, certificate.toAbsolutePath(), key.toAbsolutePath());
        }
        return generate ? Access.withGeneratedCertificate(at, port, name, directory) : Access.onThisMachine(port);
    }

    private List<String> arguments(Path path) {
        var line = new java.util.ArrayList<>(
                List.of("up", "--supervised", "--data", path.toString(), "--port", "" + port));
        if (demo) {
            line.add("--demo");
        }
        if (generate) {
            line.add("--tls-generate");
        }
        add(line, "--training", training);
        add(line, "--tuned-for", tuning);
        chosen.forEach((name, value) -> add(line, "--set", name + "=" + value));
        add(line, "--listen", listen);
        add(line, "--address", address);
        add(line, "--tls-cert", certificate == null ? null : certificate.toAbsolutePath());
        add(line, "--tls-key", key == null ? null : key.toAbsolutePath());
        return line;
    }

    private static void add(List<String> line, String option, @Nullable Object value) {
        if (value != null) {
            line.add(option);
            line.add(value.toString());
        }
    }

    /** Leaves by the same door as Ctrl-C, after whoever asked has its answer. */
    private static void leave() {
        new Thread(() -> System.exit(0), "leave").start();
    }

    private static void end(
            Progress progress, Platform platform, Control control, Training training, DataDirectory directory) {
        progress.say("Stopping");
        training.cancel();
        try {
            platform.stop();
            progress.say("Stopped; the data stays in " + directory.path());
        } catch (RuntimeException e) {
            progress.trouble(String.valueOf(e.getMessage()));
        }
        control.close();
        try {
            Files.deleteIfExists(RunFile.in(directory.path()));
            directory.close();
        } catch (IOException e) {
            // The next start does not need it gone.
        }
    }
}
