package org.clearpost.identity.directory.model;

import java.time.LocalDate;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * One person in one post, in one setting or (group administrator) in the whole group, from a day on.
 *
 * <p>{@code to} is the last day. A post is never deleted: it ends by its last day passing, or at once by hand.
 *
 * @param setting where; absent for a post that is held for the whole group
 */
public record PostHeld(
        PostId id,
        PersonId person,
        @Nullable SettingId setting,
        RoleCode role,
        boolean deputy,
        LocalDate from,
        @Nullable LocalDate to,
        State state) {

    /** What the rest of the platform was last told about a post. The days decide; this says who has heard. */
    public enum State {
        PLANNED,
        CURRENT,
        ENDED
    }

    /** A post as asked for, before it is anybody's. */
    public record Wanted(
            @Nullable SettingId setting, RoleCode role, boolean deputy, LocalDate from, @Nullable LocalDate to) {

        /** Checks what was typed and refuses it with one error per field; no first day means today. */
        public static Wanted of(
                @Nullable SettingId setting,
                @Nullable String roleCode,
                boolean deputy,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                LocalDate today) {
            Corrections corrections = new Corrections("");
            RoleCode role = corrections.constant("role", roleCode, RoleCode.class);
            corrections.refuseIfAny();
            LocalDate first = from == null ? today : from;
            switch (role.reach()) {
                case CONTACT -> corrections.add("role", "This is a contact outside and not a post somebody holds.");
                case GROUP -> {
                    if (setting != null) {
                        corrections.add("settingId", "This post is held for the whole group.");
                    }
                    if (deputy) {
                        corrections.add("deputy", "A group administrator has no deputy: give the post itself.");
                    }
                }
                case SETTING -> {
                    if (setting == null) {
                        corrections.add("settingId", "In which setting?");
                    }
                }
            }
            if (to != null && to.isBefore(first)) {
                corrections.add("to", "This is before the first day.");
            } else if (to != null && to.isBefore(today)) {
                corrections.add("to", "This is in the past.");
            }
            corrections.refuseIfAny();
            return new Wanted(setting, role, deputy, first, to);
        }
    }

    /**
     * Gives {@code person} the post.
     *
     * @param setting where it is held; absent for the whole group
     */
    public static PostHeld given(PostId id, Person person, Wanted wanted, @Nullable Setting setting, LocalDate today) {
        if (!person.active()) {
            throw new RefusedException(DirectoryProblem.PERSON_DISABLED);
        }
        if (setting != null) {
            setting.requireOpen();
            if (!setting.allows(person.details().email(), wanted.role())) {
                throw Person.domainNotAllowed("/settingId", person.details().email(), setting);
            }
        }
        return new PostHeld(
                id,
                person.id(),
                setting == null ? null : setting.id(),
                wanted.role(),
                wanted.deputy(),
                wanted.from(),
                wanted.to(),
                wanted.from().isAfter(today) ? State.PLANNED : State.CURRENT);
    }

    public boolean heldOn(LocalDate day) {
        return state != State.ENDED && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /**
     * Ends the post: at once when {@code on} is today or before the post begins, otherwise when that day is over.
     *
     * @param on not before {@code today}: nobody's rights are changed backwards
     */
    public PostHeld ended(LocalDate on, LocalDate today, GroupAdmins admins) {
        if (state == State.ENDED) {
            throw new RefusedException(DirectoryProblem.POST_ENDED);
        }
        Corrections corrections = new Corrections("");
        if (on.isBefore(today)) {
            corrections.add("on", "This is in the past.");
        } else if (to != null && on.isAfter(to)) {
            corrections.add("on", "The post ends before that day.");
        }
        corrections.refuseIfAny();
        if (role == RoleCode.GROUP_ADMIN && to == null && heldOn(today)) {
            admins.requireOneWithout(person);
        }
        boolean atOnce = on.equals(today) || on.isBefore(from);
        return new PostHeld(id, person, setting, role, deputy, from, on, atOnce ? State.ENDED : state);
    }
}
