package org.clearpost.identity.directory.staff.model;

import java.time.LocalDate;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.PersonType;
import org.clearpost.identity.directory.model.PostHeld;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.SettingId;
import org.clearpost.identity.model.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * One post for one person, as a readable row of a staff list asks for it.
 *
 * @param number the row as a spreadsheet numbers it
 */
public record StaffRow(
        int number,
        String name,
        EmailAddress email,
        SettingId setting,
        RoleCode role,
        boolean deputy,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Who the row makes of an address nobody has yet. A list has no column for it, so the post tells. */
    public Person.Details person() {
        return new Person.Details(
                name,
                email,
                switch (role) {
                    case AGENCY_STAFF -> PersonType.AGENCY;
                    case VOLUNTEER -> PersonType.VOLUNTEER;
                    case GOVERNOR, CHAIR -> PersonType.GOVERNOR;
                    case ELECTED_MEMBER -> PersonType.ELECTED_MEMBER;
                    case PARENT -> PersonType.PARENT_CARER;
                    case PUPIL -> PersonType.PUPIL;
                    default -> PersonType.EMPLOYEE;
                });
    }

    public PostHeld.Wanted post() {
        return new PostHeld.Wanted(setting, role, deputy, from, to);
    }

    boolean isSamePostAs(StaffRow other) {
        return email.equals(other.email) && setting.equals(other.setting) && role == other.role;
    }

    boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (otherTo == null || !from.isAfter(otherTo)) && (to == null || !otherFrom.isAfter(to));
    }

    boolean repeats(StaffRow other) {
        return isSamePostAs(other)
                && deputy == other.deputy
                && from.equals(other.from)
                && java.util.Objects.equals(to, other.to);
    }
}
