package org.clearpost.launcher.compose;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs, with which environment, in which order, and how one sees that it is up. */
public record Topology(DatabaseServer database, List<Application> applications) {

    /** Which state of another part a part waits for. */
    public enum Gate {
        STARTED,
        HEALTHY
    }

    /** The one PostgreSQL server, and how long it may take to stop. */
    public record DatabaseServer(String name, int port, Duration stopGrace) {}

    /** How long a part may take to become ready, and the path that tells. */
    public record Probe(String path, Duration startPeriod) {}

    /**
     * One of our applications.
     *
     * @param module its directory in the checkout, which is also the name of its jar
     * @param port where it listens inside its container
     * @param published the port people use, for the one application that has one
     */
    public record Application(
            String name,
            String module,
            int port,
            @Nullable Integer published,
            Map<String, String> environment,
            Map<String, Gate> after,
            Probe probe,
            Duration stopGrace,
            long memoryMegabytes,
            boolean restart) {}

    /** The only application that people reach. */
    public Application entrance() {
        return applications.stream()
                .filter(application -> application.published() != null)
                .findFirst()
                .orElseThrow();
    }

    public Optional<Application> application(String name) {
        return applications.stream()
                .filter(application -> application.name().equals(name))
                .findFirst();
    }
}
