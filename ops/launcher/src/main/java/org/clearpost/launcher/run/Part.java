package org.clearpost.launcher.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Something that runs: an application or the database server. */
interface Part {

    String name();

    /** Begins to run it, now or when what it waits for is there. */
    void begin();

    /** Completes when its process exists for the first time. */
    CompletableFuture<Void> started();

    /** Completes when it is ready for the first time, or fails when it never will be. */
    CompletableFuture<Void> ready();

    /** Takes it away until {@link #mend}. */
    void takeAway(boolean atOnce);

    /** Brings it back and waits until it is ready; false when it did not become so in time. */
    boolean mend(Duration patience);

    /** Asks it to end for good, without waiting. */
    void leave();

    /** Waits until it has ended, and ends it when that takes too long. */
    void awaitEnd();

    PartStatus status();
}
