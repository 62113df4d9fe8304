package org.clearpost.identity.directory.staff.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.TableRow;

/** Which column of a staff list holds what. Columns that are not named here are never kept. */
final class StaffColumns {

    /** What a column can hold, by the headings met for it. */
    enum Column {
        NAME("name", "full name", "staff name", "staff member", "person"),
        FORENAME("first name", "forename", "given name", "preferred first name"),
        SURNAME("surname", "last name", "family name", "preferred surname"),
        EMAIL("e-mail", "email", "e-mail address", "email address", "work e-mail", "work email"),
        POST("post", "role", "position", "post held"),
        SETTING("setting", "site", "school", "nursery", "centre", "workplace"),
        START("start", "start date", "from", "first day"),
        END("end", "end date", "to", "last day", "leaving date");

        private final Set<String> headings;

        Column(String... headings) {
            this.headings = Set.of(headings);
        }
    }

    private final Map<Column, Integer> places;
    private final int width;

    private StaffColumns(Map<Column, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /** How many of these cells are headings we know. */
    static int known(List<String> cells) {
        return (int) cells.stream().filter(cell -> columnOf(cell) != null).count();
    }

    /** Refuses a heading row that leaves out something every row needs, or says it twice. */
    static StaffColumns of(List<String> headings) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int index = 0; index < headings.size(); index++) {
            Column column = columnOf(headings.get(index));
            if (column != null && places.putIfAbsent(column, index) != null) {
                throw new StaffListRefusedException(
                        "Two columns hold the " + said(column) + ": leave one of them out of the file.");
            }
        }
        List<String> missing = Arrays.stream(new Column[] {Column.EMAIL, Column.POST, Column.SETTING})
                .filter(column -> !places.containsKey(column))
                .map(StaffColumns::said)
                .collect(Collectors.toList());
        boolean named = places.containsKey(Column.NAME)
                || places.containsKey(Column.FORENAME) && places.containsKey(Column.SURNAME);
        if (!named) {
            missing.add(0, said(Column.NAME));
        }
        if (!missing.isEmpty()) {
            throw new StaffListRefusedException("A staff list has columns for name, e-mail, post and setting, and may"
                    + " have start and end. Not found: " + String.join(", ", missing) + ".");
        }
        int width = headings.size();
        while (width > 0 && headings.get(width - 1).isEmpty()) {
            width--;
        }
        return new StaffColumns(places, width);
    }

    String cell(TableRow row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    String name(TableRow row) {
        return places.containsKey(Column.NAME)
                ? cell(row, Column.NAME)
                : (cell(row, Column.FORENAME) + " " + cell(row, Column.SURNAME)).strip();
    }

    boolean holdsFormula(TableRow row) {
        return places.values().stream().anyMatch(place -> Cells.isFormula(row.cell(place)));
    }

    int width() {
        return width;
    }

    private static @org.jspecify.annotations.Nullable Column columnOf(String heading) {
        String folded = Cells.folded(heading);
        for (Column column : Column.values()) {
            if (column.headings.contains(folded)) {
                return column;
            }
        }
        return null;
    }

    private static String said(Column column) {
        return column == Column.EMAIL ? "e-mail" : column.name().toLowerCase(java.util.Locale.ROOT);
    }
}
