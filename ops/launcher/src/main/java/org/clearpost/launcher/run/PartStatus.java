package org.clearpost.launcher.run;

import java.time.Instant;

/** How one part is doing right now. */
public record PartStatus(
        String name, State state, long pid, int port, int restarts, long memoryMegabytes, Instant since) {

    /** The states a part goes through. */
    public enum State {
        WAITING,
        STARTING,
        UP,
        UNREADY,
        RESTARTING,
        BROKEN,
        FAILED,
        STOPPED
    }
}
