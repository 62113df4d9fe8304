package org.clearpost.identity.directory.model;

import java.util.Collection;
import java.util.List;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.KitProblem;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a group knows by name, e-mail address and type, and by nothing else (SEC-07).
 *
 * <p>Never deleted: a person is disabled, and what they did stays theirs. {@code epoch} rises with every change of what
 * they may do, so that an older token can be told apart.
 */
public record Person(
        PersonId id, Details details, Status status, @Nullable PersonId lineManager, long epoch, long version) {

    /** Whether somebody can sign in and act. */
    public enum Status {
        ACTIVE,
        DISABLED
    }

    /** What a group admin may say about a person, already checked. */
    public record Details(String name, EmailAddress email, PersonType type) {

        static final int LONGEST_NAME = 120;

        /**
         * Checks what was typed and refuses it with one error per field.
         *
         * @param above where the fields stand in the request: empty, or a pointer such as "/admin"
         */
        public static Details of(
                String above, @Nullable String name, @Nullable String email, @Nullable String personType) {
            Corrections corrections = new Corrections(above);
            Details details = new Details(
                    corrections.line("name", name, LONGEST_NAME),
                    corrections.email("email", email),
                    corrections.constant("personType", personType, PersonType.class));
            corrections.refuseIfAny();
            return details;
        }
    }

    /** What is looked for in names and addresses, checked as they are; null for everybody. */
    public static @Nullable String sought(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        Corrections corrections = new Corrections("");
        String line = corrections.line("query", words, EmailAddress.LONGEST);
        corrections.refuseIfAny();
        return line;
    }

    public static Person joining(PersonId id, Details details) {
        return new Person(id, details, Status.ACTIVE, null, 1, 1);
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** Changes the details, unless a setting where the person holds a post does not allow the new address. */
    public Person with(Details changed, Collection<Setting> settings, Collection<PostHeld> posts) {
        for (PostHeld post : posts) {
            for (Setting setting : settings) {
                if (setting.id().equals(post.setting()) && !setting.allows(changed.email(), post.role())) {
                    throw domainNotAllowed("/email", changed.email(), setting);
                }
            }
        }
        return new Person(id, changed, status, lineManager, epoch, version);
    }

    /** Takes away every right, unless nobody would be left who can give it back. */
    public Person disabled(GroupAdmins admins) {
        admins.requireOneWithout(id);
        return new Person(id, details, Status.DISABLED, lineManager, epoch + 1, version);
    }

    public Person reinstated() {
        return new Person(id, details, Status.ACTIVE, lineManager, epoch + 1, version);
    }

    /**
     * Sets or clears the line manager. Nobody manages themselves, directly or through others.
     *
     * @param above everybody who manages {@code manager}, directly or through others
     */
    public Person reportingTo(@Nullable Person manager, List<PersonId> above) {
        if (manager != null) {
            if (manager.id().equals(id)) {
                throw invalid("/managerId", "Nobody is their own line manager.");
            }
            if (above.contains(id)) {
                throw invalid("/managerId", "This person reports to the one you are changing.");
            }
            if (!manager.active()) {
                throw invalid("/managerId", "This person is disabled.");
            }
        }
        return new Person(id, details, status, manager == null ? null : manager.id(), epoch + 1, version);
    }

    static RefusedException domainNotAllowed(String pointer, EmailAddress address, Setting setting) {
        return invalid(
                pointer,
                "Addresses at " + address.domain() + " are not allowed at "
                        + setting.details().officialName() + ".");
    }

    private static RefusedException invalid(String pointer, String message) {
        return new RefusedException(KitProblem.INVALID, new FieldError(pointer, message));
    }
}
