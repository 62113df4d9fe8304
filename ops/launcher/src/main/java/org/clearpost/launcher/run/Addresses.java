package org.clearpost.launcher.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.compose.Topology;
import org.clearpost.launcher.compose.Topology.Application;

/** Turns the addresses of a container network into those of this machine. */
final class Addresses {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?<=//|@)([a-z][a-z0-9-]*):(\\d+)");

    private final Topology topology;
    private final Map<String, Integer> ports;
    private final Access access;

    Addresses(Topology topology, Map<String, Integer> ports, Access access) {
        this.topology = topology;
        this.ports = ports;
        this.access = access;
    }

    int portOf(Application application) {
        return ports.getOrDefault(application.name(), application.port());
    }

    /** The environment of the application's process; {@code databasePort} is where PostgreSQL listens now. */
    Map<String, String> environmentOf(Application application, int databasePort) {
        var environment = new LinkedHashMap<String, String>();
        application.environment().forEach((name, value) -> environment.put(name, onThisMachine(application, value)));
        if (topology.database().name().equals(environment.get("DB_HOST"))) {
            environment.put("DB_HOST", LOOPBACK);
            environment.put("DB_PORT", String.valueOf(databasePort));
        }
        var entrance = application.published() != null;
        var listen = entrance ? access.listen() : LOOPBACK;
        environment.put("SERVER_ADDRESS", listen);
        environment.put("SERVER_PORT", String.valueOf(portOf(application)));
        environment.put("EUREKA_INSTANCE_IPADDRESS", access.isWildcard(listen) ? LOOPBACK : listen);
        // There is no container wall here: what listens beyond this machine must have TLS.
        environment.replace("ALLOW_PLAIN_BEHIND_CONTAINER", "false");
        if (entrance) {
            environment.putAll(access.tlsEnvironment());
        }
        // Only the settings in the jar count, whatever lies around on this machine.
        environment.put("SPRING_CONFIG_LOCATION", "optional:classpath:/,optional:classpath:/config/");
        return environment;
    }

    private String onThisMachine(Application application, String value) {
        return HOST_AND_PORT.matcher(value).replaceAll(use -> {
            var other = topology.application(use.group(1));
            if (other.isEmpty()) {
                return Matcher.quoteReplacement(use.group());
            }
            if (other.get().port() != Integer.parseInt(use.group(2))) {
                throw new Failure("docker-compose.yml: %s reaches for port %s of %s, which listens on %d."
                        .formatted(
                                application.name(),
                                use.group(2),
                                other.get().name(),
                                other.get().port()));
            }
            return LOOPBACK + ":" + portOf(other.get());
        });
    }
}
