package org.clearpost.identity.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command with everything that makes it this one and no other, to tell a repeat from a key used twice. */
record Asked(String command, @Nullable UUID of, @Nullable UUID part, @Nullable Object body) {

    static Asked of(String command, UUID of) {
        return new Asked(command, of, null, null);
    }

    static Asked with(String command, Object body) {
        return new Asked(command, null, null, body);
    }
}
