package org.clearpost.identity.directory;

import java.util.UUID;

/** The group itself, as its admins see it. */
record GroupView(UUID id, String name, long version) {}
