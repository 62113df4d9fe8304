package org.clearpost.identity.directory.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A setting and some people with fixed ids, for the tests of the model. */
final class People {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Setting HILLTOP = new Setting(
            new SettingId(uuid(100)),
            Setting.Details.of(
                    "",
                    "Hilltop Nursery",
                    "EARLY_YEARS",
                    "WALES",
                    List.of("hilltop.example"),
                    Map.of("SETTING_HEAD", "Centre manager")),
            true,
            1);
    static final Person MARA = person(1, "mara@hilltop.example");
    static final Person IDRIS = person(2, "idris@hilltop.example");
    static final Person WREN = person(3, "wren@elsewhere.example");

    private People() {}

    static UUID uuid(long number) {
        return new UUID(0, number);
    }

    static Person person(long number, String email) {
        return Person.joining(new PersonId(uuid(number)), Person.Details.of("", "Person " + number, email, "EMPLOYEE"));
    }

    static PostHeld post(Person holder, RoleCode role, LocalDate from, @Nullable LocalDate to) {
        boolean group = role.reach() == RoleCode.Reach.GROUP;
        PostHeld.Wanted wanted = PostHeld.Wanted.of(
                group ? null : HILLTOP.id(), role.name(), false, from, to, from.isBefore(TODAY) ? from : TODAY);
        return PostHeld.given(new PostId(uuid(900)), holder, wanted, group ? null : HILLTOP, TODAY);
    }
}
