package org.clearpost.identity.directory.model;

import java.util.Set;
import org.clearpost.kit.problem.RefusedException;

/**
 * The people who can always put a group right: active, and group administrator today with no end in sight.
 *
 * <p>One whose post ends on a known day does not count, or a group could be left without any by the calendar alone.
 */
public record GroupAdmins(Set<PersonId> lasting) {

    public GroupAdmins {
        lasting = Set.copyOf(lasting);
    }

    /** Refuses to lose {@code leaver} when there is nobody else. */
    void requireOneWithout(PersonId leaver) {
        if (lasting.equals(Set.of(leaver))) {
            throw new RefusedException(DirectoryProblem.LAST_GROUP_ADMIN);
        }
    }
}
