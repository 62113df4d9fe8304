package org.clearpost.identity.directory;

import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;

/**
 * Who may see and change what in the directory.
 *
 * <p>A group admin changes everything. Those who lead or safeguard a setting see who works there. Everybody sees
 * themselves and the settings where they hold a post. API clients see nothing here.
 */
public final class Access {

    private static final String GROUP_ADMIN = "GROUP_ADMIN";
    private static final String[] SEE_COLLEAGUES = {"SETTING_HEAD", "LINE_MANAGER", "SLT", "DSL"};

    private Access() {}

    /** What part of the directory somebody sees: all of it, or these settings. */
    record Sight(boolean everything, Set<UUID> settings) {

        boolean includes(UUID setting) {
            return everything || settings.contains(setting);
        }

        UUID[] asArray() {
            return settings.toArray(UUID[]::new);
        }
    }

    public static void requireGroupAdmin(Caller caller) {
        if (!isGroupAdmin(caller)) {
            throw new RefusedException(KitProblem.FORBIDDEN);
        }
    }

    static void requirePerson(Caller caller) {
        if (!caller.isPerson()) {
            throw new RefusedException(KitProblem.FORBIDDEN);
        }
    }

    static Sight ofSettings(Caller caller) {
        requirePerson(caller);
        return new Sight(isGroupAdmin(caller), caller.settings());
    }

    /** Refused to those who see nobody: a list that is always empty would look like an answer. */
    static Sight ofPeople(Caller caller) {
        requirePerson(caller);
        Sight sight = new Sight(isGroupAdmin(caller), caller.settings(SEE_COLLEAGUES));
        if (!sight.everything() && sight.settings().isEmpty()) {
            throw new RefusedException(KitProblem.FORBIDDEN);
        }
        return sight;
    }

    private static boolean isGroupAdmin(Caller caller) {
        return caller.isPerson() && caller.holdsInGroup(GROUP_ADMIN);
    }
}
