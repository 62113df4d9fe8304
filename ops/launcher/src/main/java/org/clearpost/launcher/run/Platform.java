package org.clearpost.launcher.run;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.build.JavaRuntime;
import org.clearpost.launcher.build.StaleJars;
import org.clearpost.launcher.build.Tuning;
import org.clearpost.launcher.build.UnpackedApplication;
import org.clearpost.launcher.compose.Topology;
import org.clearpost.launcher.compose.Topology.Application;
import org.clearpost.launcher.compose.Topology.Gate;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.http.Http;
import org.clearpost.postgres.Database;
import org.clearpost.postgres.PostgresException;

/** All parts together: started in the order the file asks for, each alone taken away and mended, stopped in order. */
public final class Platform {

    private static final Duration MEND_PATIENCE = Duration.ofSeconds(120);

    private final Topology topology;
    private final Addresses addresses;
    private final RunningDatabase database;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, UnpackedApplication> unpacked = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public Platform(
            Project project, Topology topology, DataDirectory data, Access access, Tuning tuning, Progress progress) {
        this.topology = topology;
        var ports = new HashMap<String, Integer>();
        var free = new Ports();
        for (var application : topology.applications()) {
            ports.put(application.name(), application.published() != null ? access.port() : free.pick());
        }
        this.addresses = new Addresses(topology, ports, access);
        var name = topology.database().name();
        this.database = new RunningDatabase(name, data.postgres(), project.cache(), databasesOf(topology), progress);
        parts.put(name, database);
        var http = Http.toOwnEntrance();
        for (var application : topology.applications()) {
            parts.put(application.name(), part(project, application, data, access, tuning, http, progress));
        }
    }

    /** Starts everything and returns when all of it is ready. */
    public void start() {
        parts.values().forEach(Part::begin);
        var all =
                CompletableFuture.allOf(parts.values().stream().map(Part::ready).toArray(CompletableFuture[]::new));
        // The first failure ends the wait: the rest would only wait for it.
        var failed = new CompletableFuture<Void>();
        parts.values().forEach(part -> part.ready().whenComplete((done, e) -> {
            if (e != null) {
                failed.completeExceptionally(e);
            }
        }));
        try {
            CompletableFuture.anyOf(all, failed).get();
        } catch (ExecutionException e) {
            throw asFailure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Starting was interrupted.", e);
        }
    }

    /** Ends the applications, then those they report to, and PostgreSQL when the last of them is gone. */
    public void stop() {
        stopping = true;
        var waitedFor = topology.applications().stream()
                .flatMap(application -> application.after().keySet().stream())
                .collect(Collectors.toSet());
        endAll(part -> part != database && !waitedFor.contains(part.name()));
        endAll(part -> part != database && waitedFor.contains(part.name()));
        endAll(part -> part == database);
    }

    private void endAll(Predicate<Part> wave) {
        var ending = parts.values().stream().filter(wave).toList();
        ending.forEach(Part::leave);
        ending.forEach(Part::awaitEnd);
    }

    public void takeAway(String part, boolean atOnce) {
        known(part).takeAway(atOnce);
    }

    public boolean mend(String part) {
        return known(part).mend(MEND_PATIENCE);
    }

    public List<PartStatus> status() {
        return parts.values().parallelStream().map(Part::status).toList();
    }

    boolean isStopping() {
        return stopping;
    }

    List<Application> applications() {
        return topology.applications();
    }

    UnpackedApplication unpacked(Application application) {
        var found = unpacked.get(application.name());
        if (found == null) {
            throw new IllegalStateException(application.name() + " was never started.");
        }
        return found;
    }

    Map<String, String> environmentOf(Application application) {
        return addresses.environmentOf(application, usesDatabase(application) ? database.port() : 0);
    }

    private Part part(
            Project project,
            Application application,
            DataDirectory data,
            Access access,
            Tuning tuning,
            HttpClient http,
            Progress progress) {
        var port = addresses.portOf(application);
        var base = application.published() != null ? access.localAddress() : "http://127.0.0.1:" + port;
        return new RunningApplication(
                application,
                URI.create(base + application.probe().path()),
                port,
                () -> unpacked.computeIfAbsent(
                                application.name(),
                                name -> UnpackedApplication.of(
                                        StaleJars.jarOf(project, application),
                                        project.cache(),
                                        JavaRuntime.current(),
                                        application.memoryMegabytes(),
                                        tuning))
                        .command(),
                () -> environmentOf(application),
                data.logs().resolve(application.name() + ".log"),
                http,
                progress,
                () -> awaitGates(application));
    }

    /** Waits until what the application comes after is there. */
    private void awaitGates(Application application) {
        application.after().forEach((other, gate) -> {
            var part = known(other);
            (gate == Gate.HEALTHY ? part.ready() : part.started()).join();
        });
    }

    private Part known(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new Failure(
                    "There is no part named %s: the parts are %s.".formatted(name, String.join(", ", parts.keySet())));
        }
        return part;
    }

    private boolean usesDatabase(Application application) {
        return topology.database().name().equals(application.environment().get("DB_HOST"));
    }

    private static List<Database> databasesOf(Topology topology) {
        return topology.applications().stream()
                .map(Application::environment)
                .filter(environment -> environment.containsKey("DB_NAME"))
                .map(environment -> new Database(
                        environment.getOrDefault("DB_NAME", ""),
                        environment.getOrDefault("DB_OWNER_PASSWORD", ""),
                        environment.getOrDefault("DB_APP_PASSWORD", "")))
                .toList();
    }

    private static RuntimeException asFailure(Throwable cause) {
        var real = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        return real instanceof Failure || real instanceof PostgresException
                ? (RuntimeException) real
                : new Failure("The platform did not start: " + real.getMessage(), real);
    }
}
