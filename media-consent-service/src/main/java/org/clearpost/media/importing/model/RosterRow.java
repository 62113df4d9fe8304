package org.clearpost.media.importing.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearpost.kit.table.Cells;
import org.jspecify.annotations.Nullable;

/** One row about one child, read by a mapping and judged by itself; how it fits the others comes later. */
final class RosterRow {

    final int number;
    final String firstName;
    final String surname;
    final String className;
    final @Nullable String externalId;
    /** Whether name and number could be read, whatever else is wrong with the row. */
    final boolean identified;

    List<GiverCell> givers = List.of();
    /** Position in {@link #givers} of whoever gave the answers; negative when the row does not say. */
    int answeredBy = -1;
    /** Answers in the order of the plan's consent columns. */
    CellAnswer[] answers = new CellAnswer[0];

    @Nullable LocalDate signedOn;

    @Nullable String formVersion;

    @Nullable String keptAt;

    boolean rejected;
    /** Flags of the row that do not depend on other rows. */
    final List<String> flags = new ArrayList<>(0);

    /** Groups rows of the same child by name. */
    final String nameKey;

    RosterRow(
            int number,
            String firstName,
            String surname,
            String className,
            @Nullable String externalId,
            boolean identified) {
        this.number = number;
        this.firstName = firstName;
        this.surname = surname;
        this.className = className;
        this.externalId = externalId;
        this.identified = identified;
        this.nameKey = nameKey(firstName, surname);
    }

    static String nameKey(String firstName, String surname) {
        return Cells.folded(firstName) + '\u001F' + Cells.folded(surname);
    }
}
