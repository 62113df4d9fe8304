package org.clearpost.media.importing.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.clearpost.kit.table.CellDate;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.kit.table.TableRow;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.model.Responsibility;
import org.clearpost.media.model.SecretInText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table by a mapping, each by itself: what is no person is skipped, and a row with any fault is
 * rejected whole.
 */
final class RowReader {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+");
    private static final Set<String> NOTHING = Set.of("-", "n/a", "none");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GIVER_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_PLACE = 300;

    private final Mapping mapping;
    private final List<ColumnMapping> consents;
    private final List<String> headings;
    private final LocalDate today;
    private final Consumer<Finding> findings;
    private final Map<String, String> shared = new HashMap<>();
    private final int preferredFirst;
    private final int first;
    private final int preferredSurname;
    private final int surname;
    private final int fullName;
    private final int className;
    private final int externalId;
    private final int upn;
    private final int school;
    private final int answeredBy;
    private final int signedOn;
    private final int formVersion;
    private final int keptAt;
    private final List<int[]> guardians = new ArrayList<>();
    private int otherOrderRow;

    RowReader(
            Mapping mapping,
            List<ColumnMapping> consents,
            List<String> headings,
            LocalDate today,
            Consumer<Finding> findings) {
        this.mapping = mapping;
        this.consents = consents;
        this.headings = headings;
        this.today = today;
        this.findings = findings;
        preferredFirst = mapping.indexOf(Target.PREFERRED_FIRST_NAME);
        first = mapping.indexOf(Target.FIRST_NAME);
        preferredSurname = mapping.indexOf(Target.PREFERRED_SURNAME);
        surname = mapping.indexOf(Target.SURNAME);
        fullName = mapping.indexOf(Target.FULL_NAME);
        className = mapping.indexOf(Target.CLASS);
        externalId = mapping.indexOf(Target.EXTERNAL_ID);
        upn = mapping.indexOf(Target.UPN);
        school = mapping.indexOf(Target.SCHOOL);
        answeredBy = mapping.indexOf(Target.ANSWERED_BY);
        signedOn = mapping.indexOf(Target.SIGNED_ON);
        formVersion = mapping.indexOf(Target.FORM_VERSION);
        keptAt = mapping.indexOf(Target.KEPT_AT);
        for (int guardian = 1; guardian <= Mapping.MOST_GUARDIANS; guardian++) {
            int[] columns = {
                mapping.indexOf(Target.GIVER_ID, guardian),
                mapping.indexOf(Target.GIVER_NAME, guardian),
                mapping.indexOf(Target.GIVER_FIRST_NAME, guardian),
                mapping.indexOf(Target.GIVER_SURNAME, guardian),
                mapping.indexOf(Target.GIVER_EMAIL, guardian),
                mapping.indexOf(Target.RELATION, guardian),
                mapping.indexOf(Target.RESPONSIBILITY, guardian)
            };
            for (int column : columns) {
                if (column >= 0) {
                    guardians.add(columns);
                    break;
                }
            }
        }
    }

    /** The first row with a date that is one only if the other number is the day; 0 if none was met. */
    int otherOrderRow() {
        return otherOrderRow;
    }

    /** Whether the row is about somebody: totals, "Printed on" and repeated headings are not. */
    boolean isPerson(TableRow row) {
        if (row.cells().equals(headings)) {
            return false;
        }
        boolean named = fullName >= 0
                ? split(value(row, fullName)) != null
                : !firstName(row).isEmpty() && !surname(row).isEmpty();
        return named || !value(row, className).isEmpty();
    }

    @Nullable RosterRow read(TableRow row) {
        int number = row.number();
        if (!headings.isEmpty() && row.cells().size() != headings.size()) {
            reject(
                    number,
                    "Row " + number + " has " + count(row.cells().size()) + ", the heading has " + headings.size()
                            + ".");
            return null;
        }
        String secret = columnWithSecret(row);
        if (secret != null) {
            // Before anything else is said of the row: other faults quote its cells.
            reject(number, "Row " + number + ", " + secret + ": " + SecretInText.IN_A_CELL);
            return null;
        }
        List<String> faults = new ArrayList<>(0);
        String[] name = name(row, faults);
        String id = id(row, faults);
        RosterRow read = new RosterRow(
                number,
                name[0],
                name[1],
                shared(limited(row, className, value(row, className), LONGEST_TEXT, faults)),
                id.isEmpty() ? null : id,
                faults.isEmpty());
        if (hasFormula(row)) {
            faults.add("Row " + number + ": the cell holds a formula.");
        }
        if (school >= 0 && mapping.school() != null) {
            String where = value(row, school);
            if (!where.isEmpty() && !Cells.folded(where).equals(Cells.folded(mapping.school()))) {
                faults.add("Row " + number + " belongs to another school.");
            }
        }
        givers(row, read, faults);
        answers(row, read, faults);
        evidence(row, read, faults);
        for (String fault : new LinkedHashSet<>(faults)) {
            reject(number, fault);
        }
        read.rejected = !faults.isEmpty();
        return read;
    }

    private void reject(int row, String message) {
        findings.accept(new Finding(row, Severity.REJECTED, message));
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }

    private String[] name(TableRow row, List<String> faults) {
        int number = row.number();
        String[] name;
        if (fullName >= 0) {
            String cell = value(row, fullName);
            name = split(cell);
            if (name == null) {
                faults.add(unsplittable(number, cell));
                return new String[] {"", ""};
            }
        } else {
            name = new String[] {firstName(row), surname(row)};
        }
        if (name[0].isEmpty()) {
            faults.add("Row " + number + ": no first name.");
        }
        if (name[1].isEmpty()) {
            faults.add("Row " + number + ": no surname.");
        }
        for (int i = 0; i < 2; i++) {
            name[i] = Normalizer.normalize(name[i], Normalizer.Form.NFC);
            if (name[i].length() > LONGEST_NAME) {
                faults.add("Row " + number + ": the name has more than " + LONGEST_NAME + " letters.");
                name[i] = name[i].substring(0, LONGEST_NAME);
            }
        }
        if (Cells.hasLostLetter(name[0]) || Cells.hasLostLetter(name[1])) {
            faults.add("Row " + number + ": a letter of the name was lost before the file reached us.");
        }
        return name;
    }

    private static String unsplittable(int number, String cell) {
        if (cell.isEmpty()) {
            return "Row " + number + ": no surname.";
        }
        return cell.indexOf(',') < 0
                ? "Row " + number + ": \"" + shown(cell) + "\" has no comma: which is the surname?"
                : "Row " + number + ": \"" + shown(cell)
                        + "\" has more than one comma, or nothing beside it: which is the surname?";
    }

    /** "Surname, Forename" at its one comma. */
    private static String @Nullable [] split(String cell) {
        int comma = cell.indexOf(',');
        if (comma < 0 || cell.indexOf(',', comma + 1) >= 0) {
            return null;
        }
        String surname = cell.substring(0, comma).strip();
        String forename = cell.substring(comma + 1).strip();
        return surname.isEmpty() || forename.isEmpty() ? null : new String[] {forename, surname};
    }

    private String firstName(TableRow row) {
        String preferred = value(row, preferredFirst);
        return preferred.isEmpty() ? value(row, first) : preferred;
    }

    private String surname(TableRow row) {
        String preferred = value(row, preferredSurname);
        return preferred.isEmpty() ? value(row, surname) : preferred;
    }

    private String id(TableRow row, List<String> faults) {
        int column = externalId >= 0 ? externalId : upn;
        String id = idAt(row, column, faults);
        if (column == upn && upn >= 0 && !id.isEmpty() && !Upn.isValid(id.toUpperCase(Locale.ROOT))) {
            faults.add(shortened(row.number()));
            return "";
        }
        return column == upn ? id.toUpperCase(Locale.ROOT) : id;
    }

    private String idAt(TableRow row, int column, List<String> faults) {
        String id = Cells.withoutTextWrapper(value(row, column));
        if (NOTHING.contains(Cells.folded(id))) {
            return "";
        }
        if (Cells.isShortenedNumber(id)) {
            faults.add(shortened(row.number()));
            return "";
        }
        return limited(row, column, id, LONGEST_TEXT, faults);
    }

    private static String shortened(int number) {
        return "Row " + number + ": a spreadsheet shortened this number.";
    }

    private @Nullable String columnWithSecret(TableRow row) {
        for (ColumnMapping column : mapping.columns()) {
            if (column.target() != Target.IGNORED && SecretInText.isIn(row.cell(column.index()))) {
                return heading(column.index());
            }
        }
        return null;
    }

    private boolean hasFormula(TableRow row) {
        for (ColumnMapping column : mapping.columns()) {
            if (column.target() == Target.IGNORED) {
                continue;
            }
            String cell = row.cell(column.index());
            boolean number = column.target() == Target.EXTERNAL_ID
                    || column.target() == Target.UPN
                    || column.target() == Target.GIVER_ID;
            if (Cells.isFormula(number ? Cells.withoutTextWrapper(cell) : cell)) {
                return true;
            }
        }
        return false;
    }

    private void givers(TableRow row, RosterRow read, List<String> faults) {
        List<GiverCell> givers = new ArrayList<>(1);
        for (int[] columns : guardians) {
            String name = value(row, columns[1]);
            if (name.isEmpty()) {
                name = (value(row, columns[2]) + " " + value(row, columns[3])).strip();
            }
            String email = value(row, columns[4]);
            if (NOTHING.contains(Cells.folded(email))) {
                email = "";
            }
            if (!isEmailOrBlank(email)) {
                faults.add("Row " + row.number() + ": \"" + shown(email) + "\" is not an e-mail address.");
            }
            String id = idAt(row, columns[0], faults);
            if (NOTHING.contains(Cells.folded(name)) || name.isEmpty()) {
                continue;
            }
            if (name.length() > LONGEST_GIVER_NAME) {
                faults.add("Row " + row.number() + ": a name has more than " + LONGEST_GIVER_NAME + " letters.");
                continue;
            }
            if (Cells.hasLostLetter(name)) {
                faults.add("Row " + row.number() + ": a letter of the name was lost before the file reached us.");
            }
            String relation = shared(limited(row, columns[5], value(row, columns[5]), LONGEST_TEXT, faults));
            givers.add(new GiverCell(
                    id.isEmpty() ? null : id,
                    Normalizer.normalize(name, Normalizer.Form.NFC),
                    email.isEmpty() ? null : email,
                    relation.isEmpty() ? null : relation,
                    GiverCell.typeOf(relation.isEmpty() ? null : relation),
                    CellAnswer.responsibility(value(row, columns[6]))));
        }
        answeredBy(row, read, givers, faults);
        read.givers = givers;
    }

    static boolean isEmailOrBlank(String cell) {
        return cell.isEmpty()
                || (cell.length() <= LONGEST_EMAIL && EMAIL.matcher(cell).matches());
    }

    private void answeredBy(TableRow row, RosterRow read, List<GiverCell> givers, List<String> faults) {
        String named = value(row, answeredBy);
        if (named.isEmpty() || NOTHING.contains(Cells.folded(named))) {
            read.answeredBy = givers.size() == 1 ? 0 : -1;
            return;
        }
        for (int i = 0; i < givers.size(); i++) {
            if (Cells.folded(givers.get(i).name()).equals(Cells.folded(named))) {
                read.answeredBy = i;
                return;
            }
        }
        String name = limited(row, answeredBy, named, LONGEST_GIVER_NAME, faults);
        givers.add(new GiverCell(
                null,
                Normalizer.normalize(name, Normalizer.Form.NFC),
                null,
                null,
                GiverCell.typeOf(null),
                Responsibility.UNKNOWN));
        read.answeredBy = givers.size() - 1;
    }

    private void answers(TableRow row, RosterRow read, List<String> faults) {
        CellAnswer[] answers = new CellAnswer[consents.size()];
        for (int i = 0; i < answers.length; i++) {
            ColumnMapping column = consents.get(i);
            String cell = row.cell(column.index());
            answers[i] = CellAnswer.read(cell, column.recordsAnswers());
            if (answers[i] == CellAnswer.UNCLEAR && !Cells.isFormula(cell)) {
                faults.add("Row " + row.number() + ", " + heading(column.index()) + ": \"" + shown(cell)
                        + "\" is neither yes nor no.");
            }
        }
        read.answers = answers;
    }

    private void evidence(TableRow row, RosterRow read, List<String> faults) {
        String form = limited(row, formVersion, value(row, formVersion), LONGEST_TEXT, faults);
        String kept = limited(row, keptAt, value(row, keptAt), LONGEST_PLACE, faults);
        read.formVersion = form.isEmpty() ? null : shared(form);
        read.keptAt = kept.isEmpty() ? null : shared(kept);
        if (signedOn < 0) {
            return;
        }
        String cell = value(row, signedOn);
        DateOrder order = mapping.dateOrder() == null ? DateOrder.DAY_FIRST : mapping.dateOrder();
        String where = "Row " + row.number() + ", " + heading(signedOn) + ": ";
        switch (CellDate.read(cell, order, today)) {
            case CellDate.Blank blank -> {
                // Nothing is said about the date.
            }
            case CellDate.Day day -> read.signedOn = day.date();
            case CellDate.NotADate other -> {
                if (!Cells.isFormula(cell)) {
                    faults.add(where + "\"" + shown(cell) + "\" is not a date.");
                }
            }
            case CellDate.NoSuchDay impossible ->
                faults.add(where + "there is no such date as \"" + shown(cell) + "\".");
            case CellDate.InTheFuture future -> faults.add(where + "\"" + shown(cell) + "\" is in the future.");
            case CellDate.OtherOrder swapped -> {
                if (otherOrderRow == 0) {
                    otherOrderRow = row.number();
                }
                faults.add(where + "there is no such date as \"" + shown(cell) + "\".");
            }
        }
    }

    private String limited(TableRow row, int column, String cell, int most, List<String> faults) {
        if (cell.length() <= most) {
            return cell;
        }
        faults.add("Row " + row.number() + ", " + heading(column) + ": more than " + most + " letters.");
        return cell.substring(0, most);
    }

    private String heading(int column) {
        String heading = column >= 0 && column < headings.size() ? headings.get(column) : "";
        return heading.isEmpty() ? "column " + (column + 1) : shown(heading);
    }

    private static String value(TableRow row, int column) {
        if (column < 0) {
            return "";
        }
        String cell = row.cell(column);
        return cell.equals("-") ? "" : cell;
    }

    /** Cells are quoted in messages only as far as needed to find them. */
    private static String shown(String cell) {
        return cell.length() <= 60 ? cell : cell.substring(0, 57) + "...";
    }

    /** Class names and form versions repeat in every row: one copy is enough. */
    private String shared(String text) {
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
