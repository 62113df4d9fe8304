package org.clearpost.launcher.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.compose.Topology.Application;
import org.clearpost.launcher.compose.Topology.DatabaseServer;
import org.clearpost.launcher.compose.Topology.Gate;
import org.clearpost.launcher.compose.Topology.Probe;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code docker-compose.yml}, the one description of the topology.
 *
 * <p>Every key is either acted on, or known to have no counterpart outside a container; any other is an error that
 * names it. So what runs here is what the file says.
 */
public final class ComposeFile {

    /** Walls of a container; a process without one has none of them. */
    private static final Set<String> ONLY_IN_CONTAINERS =
            Set.of("image", "read_only", "tmpfs", "cap_drop", "security_opt");

    private static final Pattern DURATION = Pattern.compile("(?:(\\d+)m)?(?:(\\d+)s)?");
    private static final Pattern MEMORY = Pattern.compile("(\\d+)([mg])");
    private static final Pattern PROBE = Pattern.compile("http://localhost:(\\d+)(/\\S*)");
    private static final Pattern PUBLISHED = Pattern.compile("127\\.0\\.0\\.1:(\\d+):(\\d+)");
    private static final String DATABASE_IMAGE = "postgres:18";

    private final @Nullable Object tree;

    private ComposeFile(@Nullable Object tree) {
        this.tree = tree;
    }

    public static ComposeFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new Failure("docker-compose.yml cannot be read: " + e.getMessage(), e);
        }
    }

    static ComposeFile parse(String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new ComposeFile(new Yaml(new SafeConstructor(options)).load(text));
        } catch (YAMLException e) {
            throw new Failure(
                    "docker-compose.yml is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    /** The names that have a value of their own when they are given none. */
    public Set<String> optional() {
        return Variables.optionalIn(tree);
    }

    /** The names that must be given a value. */
    public Set<String> required() {
        return Variables.requiredBy(tree);
    }

    public Topology topology(Map<String, String> values) {
        var file = Section.of("", new Variables(values).fillIn(tree));
        var volumes = file.has("volumes") ? file.section("volumes").keys() : Set.<String>of();
        var services = file.section("services");
        file.nothingElse();

        DatabaseServer database = null;
        var applications = new ArrayList<Application>();
        for (var name : services.keys()) {
            var service = services.section(name);
            if (service.has("build")) {
                applications.add(application(name, service));
            } else if (service.text("image", "").equals(DATABASE_IMAGE) && database == null) {
                database = database(name, service, volumes);
            } else {
                throw Section.notUnderstood(service.at("image"));
            }
        }
        if (database == null) {
            throw new Failure("docker-compose.yml has no service with the image %s.".formatted(DATABASE_IMAGE));
        }
        var entrances = applications.stream().filter(a -> a.published() != null).count();
        if (entrances != 1) {
            throw new Failure(
                    "docker-compose.yml publishes a port of %d applications; it must be one.".formatted(entrances));
        }
        var known = new HashSet<>(services.keys());
        applications.forEach(a -> checkOrder(a, known, applications, new ArrayList<>()));
        return new Topology(database, List.copyOf(applications));
    }

    private static DatabaseServer database(String name, Section service, Set<String> volumes) {
        service.ignore(ONLY_IN_CONTAINERS);
        service.textMap("environment");
        service.text("restart", "no");
        memory(service);
        for (var volume : service.texts("volumes")) {
            var named = volumes.contains(volume.split(":", 2)[0]);
            var ours = volume.startsWith("./ops/postgres/") && volume.endsWith(":ro");
            if (!named && !ours) {
                throw Section.notUnderstood("the volume %s of %s".formatted(volume, name));
            }
        }
        var health = service.section("healthcheck");
        var test = health.texts("test");
        if (test.size() < 2 || !test.subList(0, 2).equals(List.of("CMD", "pg_isready"))) {
            throw Section.notUnderstood(health.at("test"));
        }
        patience(health);
        health.nothingElse();
        var stopGrace = duration(service, "stop_grace_period", "10s");
        service.nothingElse();
        return new DatabaseServer(name, 5432, stopGrace);
    }

    private static Application application(String name, Section service) {
        service.ignore(ONLY_IN_CONTAINERS);
        var environment = service.textMap("environment");
        var port = number(service.at("environment.SERVER_PORT"), environment.getOrDefault("SERVER_PORT", "8080"));
        var module = module(service.section("build"));
        var probe = probe(service.section("healthcheck"), port);
        var application = new Application(
                name,
                module,
                port,
                published(service, port),
                environment,
                after(service),
                probe,
                duration(service, "stop_grace_period", "10s"),
                memory(service),
                restarts(service));
        service.nothingElse();
        return application;
    }

    private static String module(Section build) {
        if (!build.text("context").equals(".") || !build.text("dockerfile").equals("ops/docker/Dockerfile")) {
            throw Section.notUnderstood(build.at("dockerfile"));
        }
        var arguments = build.section("args");
        var module = arguments.text("APP");
        arguments.nothingElse();
        build.nothingElse();
        return module;
    }

    private static Probe probe(Section health, int port) {
        var test = health.texts("test");
        var address = test.size() == 3 && test.subList(0, 2).equals(List.of("CMD", "ready")) ? test.get(2) : "";
        var match = PROBE.matcher(address);
        if (!match.matches() || Integer.parseInt(match.group(1)) != port) {
            throw Section.notUnderstood(health.at("test"));
        }
        var patience = patience(health);
        health.nothingElse();
        return new Probe(match.group(2), patience);
    }

    private static Duration patience(Section health) {
        var interval = duration(health, "interval", "30s");
        duration(health, "timeout", "30s");
        var retries = number(health.at("retries"), health.text("retries", "3"));
        return duration(health, "start_period", "0s").plus(interval.multipliedBy(retries));
    }

    private static @Nullable Integer published(Section service, int port) {
        var ports = service.texts("ports");
        if (ports.isEmpty()) {
            return null;
        }
        var match = PUBLISHED.matcher(ports.get(0));
        if (ports.size() > 1 || !match.matches() || Integer.parseInt(match.group(2)) != port) {
            throw Section.notUnderstood(service.at("ports"));
        }
        return Integer.valueOf(match.group(1));
    }

    private static Map<String, Gate> after(Section service) {
        var gates = new LinkedHashMap<String, Gate>();
        if (service.has("depends_on")) {
            var dependsOn = service.section("depends_on");
            for (var other : dependsOn.keys()) {
                var dependency = dependsOn.section(other);
                gates.put(
                        other,
                        switch (dependency.text("condition")) {
                            case "service_started" -> Gate.STARTED;
                            case "service_healthy" -> Gate.HEALTHY;
                            default -> throw Section.notUnderstood(dependency.at("condition"));
                        });
                dependency.nothingElse();
            }
        }
        return gates;
    }

    private static boolean restarts(Section service) {
        return switch (service.text("restart", "no")) {
            case "unless-stopped", "always" -> true;
            case "no", "false" -> false;
            default -> throw Section.notUnderstood(service.at("restart"));
        };
    }

    private static long memory(Section service) {
        var text = service.text("mem_limit", "512m").toLowerCase(Locale.ROOT);
        var match = MEMORY.matcher(text);
        if (!match.matches()) {
            throw Section.notUnderstood(service.at("mem_limit"));
        }
        return Long.parseLong(match.group(1)) * (match.group(2).equals("g") ? 1024 : 1);
    }

    private static Duration duration(Section section, String key, String otherwise) {
        var text = section.text(key, otherwise);
        var match = DURATION.matcher(text);
        if (text.isEmpty() || !match.matches()) {
            throw Section.notUnderstood(section.at(key));
        }
        var minutes = match.group(1) == null ? 0 : Long.parseLong(match.group(1));
        var seconds = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        return Duration.ofMinutes(minutes).plusSeconds(seconds);
    }

    private static int number(String where, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Failure("docker-compose.yml: %s is not a number.".formatted(where), e);
        }
    }

    private static void checkOrder(
            Application application, Set<String> known, List<Application> all, List<String> way) {
        if (way.contains(application.name())) {
            throw new Failure("docker-compose.yml: %s waits for itself.".formatted(application.name()));
        }
        way.add(application.name());
        for (var other : application.after().keySet()) {
            if (!known.contains(other)) {
                throw new Failure("docker-compose.yml: %s waits for %s, which is not there."
                        .formatted(application.name(), other));
            }
            all.stream().filter(a -> a.name().equals(other)).forEach(a -> checkOrder(a, known, all, way));
        }
        way.removeLast();
    }
}
