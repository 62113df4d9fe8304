package org.clearpost.identity.directory.model;

import org.jspecify.annotations.Nullable;

/** What a group calls itself. */
public final class GroupName {

    private static final int LONGEST = 120;

    private GroupName() {}

    /** The name as it is kept, or a refusal with the pointer {@code above}/name. */
    public static String of(String above, @Nullable String given) {
        Corrections corrections = new Corrections(above);
        String name = corrections.line("name", given, LONGEST);
        corrections.refuseIfAny();
        return name;
    }
}
