package org.clearpost.identity.config;

import java.util.UUID;

/**
 * The tenant of transactions about the platform itself: keys, tries at passwords, whether it was set up. No row of any
 * group carries it, so row-level security shows none of them there.
 */
public final class OfNoGroup {

    public static final UUID ID = new UUID(0, 0);

    private OfNoGroup() {}
}
