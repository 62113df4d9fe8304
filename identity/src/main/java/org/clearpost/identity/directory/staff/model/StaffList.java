package org.clearpost.identity.directory.staff.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.identity.directory.model.Person;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.directory.model.Setting;
import org.clearpost.identity.directory.staff.model.StaffColumns.Column;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.table.CellDate;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.DateOrder;
import org.clearpost.kit.table.TableLayout;
import org.clearpost.kit.table.TableLimits;
import org.clearpost.kit.table.TableRefusedException;
import org.clearpost.kit.table.TableRow;
import org.clearpost.kit.table.TableText;
import org.jspecify.annotations.Nullable;

/**
 * A staff list somebody uploaded: one row per post, the same address is one person.
 *
 * <p>A row is taken whole or not at all, and every row that is not taken says why. Nobody becomes group administrator
 * by a file.
 */
public final class StaffList {

    /** Two megabytes, ten thousand rows: no group has more staff. */
    public static final TableLimits LIMITS = new TableLimits(2 * 1024 * 1024, 10_000, 100, 2_000);

    private static final int LONGEST_NAME = 120;
    private static final Set<String> NOTHING = Set.of("-", "none", "n/a");

    private final TableText text;
    private final TableLayout layout;
    private final StaffColumns columns;
    private final List<TableRow> rows;
    private final DateOrder order;

    private StaffList(TableText text, TableLayout layout, StaffColumns columns, List<TableRow> rows, DateOrder order) {
        this.text = text;
        this.layout = layout;
        this.columns = columns;
        this.rows = rows;
        this.order = order;
    }

    /** What the list comes to. {@code rows} counts all rows below the headings that are not blank. */
    public record Judged(int rows, List<StaffRow> accepted, List<Finding> findings) {

        public Judged {
            accepted = List.copyOf(accepted);
            findings = List.copyOf(findings);
        }

        public int people() {
            return (int) accepted.stream().map(StaffRow::email).distinct().count();
        }

        public int count(Finding.Severity severity) {
            return (int) findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }

    /**
     * Reads the file as a table.
     *
     * @throws StaffListRefusedException when it is none, or not one of staff
     */
    public static StaffList read(byte[] content, DateOrder order) {
        try {
            TableText text = TableText.of(content, LIMITS);
            TableLayout layout = text.layout(StaffColumns::known);
            if (!layout.hasHeadings()) {
                throw new StaffListRefusedException(
                        "No row of headings was found. A staff list has columns for name, e-mail, post and setting.");
            }
            StaffColumns columns = StaffColumns.of(layout.headings());
            List<TableRow> rows = new ArrayList<>();
            text.forEachRow(layout.separator(), row -> {
                if (row.number() > layout.headingRow() && !row.isBlank()) {
                    rows.add(row);
                }
            });
            return new StaffList(text, layout, columns, List.copyOf(rows), order);
        } catch (TableRefusedException refused) {
            throw new StaffListRefusedException(refused.sentence());
        }
    }

    public String encoding() {
        return text.encoding();
    }

    public boolean encodingCertain() {
        return text.encodingCertain();
    }

    public char separator() {
        return layout.separator();
    }

    public int headingRow() {
        return layout.headingRow();
    }

    /** The addresses the list speaks of, to find out who is known. */
    public Set<EmailAddress> addresses() {
        return rows.stream()
                .flatMap(row -> EmailAddress.parse(columns.cell(row, Column.EMAIL)).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Decides row by row.
     *
     * @throws StaffListRefusedException when no row is a person, or dates are written in the other order
     */
    public Judged judge(KnownStaff known, LocalDate today) {
        Judging judging = new Judging(known, today);
        rows.forEach(judging::judge);
        return judging.end();
    }

    /** One pass over the rows; what concerns several rows together is settled at its end. */
    private final class Judging {

        private final KnownStaff known;
        private final LocalDate today;
        private final Map<String, Setting> settings = new HashMap<>();
        private final Map<Setting, PostWords> words = new HashMap<>();
        private final Map<EmailAddress, Map<String, List<Integer>>> names = new LinkedHashMap<>();
        private final List<StaffRow> readable = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Judging(KnownStaff known, LocalDate today) {
            this.known = known;
            this.today = today;
            known.settings()
                    .forEach(setting ->
                            settings.put(Cells.folded(setting.details().officialName()), setting));
        }

        void judge(TableRow row) {
            if (columns.cell(row, Column.EMAIL).isEmpty()
                    && columns.cell(row, Column.POST).isEmpty()
                    && columns.cell(row, Column.SETTING).isEmpty()) {
                findings.add(Finding.skipped(row.number(), "Row " + row.number() + " is not a person."));
                return;
            }
            EmailAddress.parse(columns.cell(row, Column.EMAIL))
                    .ifPresent(address -> names.computeIfAbsent(address, any -> new LinkedHashMap<>())
                            .computeIfAbsent(Cells.folded(columns.name(row)), any -> new ArrayList<>())
                            .add(row.number()));
            try {
                readable.add(read(row));
            } catch (RowRejectedException rejected) {
                findings.add(Finding.rejected(row.number(), rejected.sentence()));
            }
        }

        private StaffRow read(TableRow row) {
            int number = row.number();
            int cells = Math.max(row.width(), Math.min(row.cells().size(), columns.width()));
            if (cells != columns.width()) {
                throw new RowRejectedException(
                        "Row " + number + " has " + cells + " cells, the heading has " + columns.width() + ".");
            }
            if (columns.holdsFormula(row)) {
                throw rejected(number, "the cell holds a formula");
            }
            String name = columns.name(row);
            if (isNothing(name)) {
                throw rejected(number, "no name");
            }
            if (Cells.hasLostLetter(name)) {
                throw rejected(number, "a letter of the name was lost before the file reached us");
            }
            if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
                throw rejected(number, "the name is longer than " + LONGEST_NAME + " letters");
            }
            EmailAddress address = address(row);
            Setting setting = setting(row);
            PostWords.Worded post = post(row, setting);
            if (!setting.allows(address, post.role())) {
                throw rejected(
                        number,
                        "addresses at " + address.domain() + " are not allowed at "
                                + setting.details().officialName());
            }
            LocalDate start = date(row, Column.START, "start");
            LocalDate from = start == null ? today : start;
            LocalDate to = date(row, Column.END, "end");
            if (to != null && to.isBefore(today)) {
                throw rejected(number, "has left");
            }
            if (to != null && to.isBefore(from)) {
                throw rejected(number, "the end is before the start");
            }
            return new StaffRow(number, name, address, setting.id(), post.role(), post.deputy(), from, to);
        }

        private EmailAddress address(TableRow row) {
            String cell = columns.cell(row, Column.EMAIL);
            if (isNothing(cell)) {
                throw rejected(row.number(), "no e-mail address");
            }
            return EmailAddress.parse(cell)
                    .orElseThrow(() -> rejected(row.number(), quoted(cell) + " is not an e-mail address"));
        }

        private Setting setting(TableRow row) {
            String cell = columns.cell(row, Column.SETTING);
            if (cell.isEmpty()) {
                throw rejected(row.number(), "no setting");
            }
            Setting setting = settings.get(Cells.folded(cell));
            if (setting == null) {
                throw rejected(row.number(), "there is no open setting " + quoted(cell));
            }
            return setting;
        }

        private PostWords.Worded post(TableRow row, Setting setting) {
            String cell = columns.cell(row, Column.POST);
            if (cell.isEmpty()) {
                throw rejected(row.number(), "no post");
            }
            PostWords.Worded post = words.computeIfAbsent(setting, PostWords::new)
                    .find(cell)
                    .orElseThrow(() -> rejected(row.number(), "there is no post " + quoted(cell)));
            if (post.role().reach() == RoleCode.Reach.GROUP) {
                throw rejected(row.number(), "nobody becomes group administrator by a file");
            }
            if (post.role().reach() == RoleCode.Reach.CONTACT) {
                throw rejected(row.number(), quoted(cell) + " is a contact outside, not a post somebody holds");
            }
            return post;
        }

        private @Nullable LocalDate date(TableRow row, Column column, String said) {
            String cell = columns.cell(row, column);
            return switch (CellDate.readPossiblyFuture(cell, order)) {
                case CellDate.Blank blank -> null;
                case CellDate.Day day -> day.date();
                case CellDate.InTheFuture day -> day.date();
                case CellDate.NotADate no ->
                    throw rejected(row.number(), "the " + said + " " + quoted(cell) + " is not a date");
                case CellDate.NoSuchDay no ->
                    throw rejected(row.number(), "the " + said + " " + quoted(cell) + " is on no calendar");
                case CellDate.OtherOrder other ->
                    throw new StaffListRefusedException("Row " + row.number() + ": the "
                            + said + " " + quoted(cell) + " is not "
                            + (order == DateOrder.DAY_FIRST ? "day first" : "month first")
                            + ". Choose the other order of dates and send the file again.");
            };
        }

        Judged end() {
            if (readable.isEmpty()
                    && findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.REJECTED)) {
                throw new StaffListRefusedException("No row of the file is a person.");
            }
            Map<Integer, Finding> together = new HashMap<>();
            rejectSharedAddresses(together);
            compareWithDirectory(together);
            compareWithEachOther(together);
            List<StaffRow> accepted = readable.stream()
                    .filter(row -> !together.containsKey(row.number()))
                    .toList();
            Set<Integer> said = new HashSet<>();
            findings.forEach(finding -> said.add(finding.row()));
            together.values().stream()
                    .filter(finding -> !said.contains(finding.row()))
                    .forEach(findings::add);
            findings.sort(Comparator.comparingInt(Finding::row));
            return new Judged(rows.size(), accepted, findings);
        }

        private void rejectSharedAddresses(Map<Integer, Finding> together) {
            for (Map<String, List<Integer>> byName : names.values()) {
                if (byName.size() > 1) {
                    List<Integer> numbers = byName.values().stream()
                            .flatMap(List::stream)
                            .sorted()
                            .toList();
                    String sentence = rowsSaid(numbers) + " use one e-mail address for two people.";
                    numbers.forEach(number -> together.put(number, Finding.rejected(number, sentence)));
                }
            }
        }

        private void compareWithDirectory(Map<Integer, Finding> together) {
            for (StaffRow row : readable) {
                Optional<Person> person = known.find(row.email());
                if (person.isEmpty() || together.containsKey(row.number())) {
                    continue;
                }
                String sentence = "Row " + row.number() + ": ";
                if (!Cells.folded(person.get().details().name()).equals(Cells.folded(row.name()))) {
                    together.put(
                            row.number(),
                            Finding.rejected(
                                    row.number(), sentence + "the directory has this address under another name."));
                } else if (!person.get().active()) {
                    together.put(row.number(), Finding.rejected(row.number(), sentence + "this person is disabled."));
                } else if (known.holds(person.get(), row)) {
                    together.put(
                            row.number(),
                            Finding.skipped(row.number(), sentence + "this person holds this post already."));
                }
            }
        }

        private void compareWithEachOther(Map<Integer, Finding> together) {
            Map<List<Object>, List<StaffRow>> byPost = readable.stream()
                    .filter(row -> !together.containsKey(row.number()))
                    .collect(Collectors.groupingBy(
                            row -> List.<Object>of(row.email(), row.setting(), row.role()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            for (List<StaffRow> same : byPost.values()) {
                List<StaffRow> different = new ArrayList<>();
                for (StaffRow row : same) {
                    Optional<StaffRow> first =
                            different.stream().filter(row::repeats).findFirst();
                    if (first.isPresent()) {
                        together.put(
                                row.number(),
                                Finding.skipped(
                                        row.number(),
                                        "Row " + row.number() + " repeats row "
                                                + first.get().number() + "."));
                    } else {
                        different.add(row);
                    }
                }
                List<Integer> clashing = different.stream()
                        .filter(row -> different.stream()
                                .anyMatch(other -> other != row && row.overlaps(other.from(), other.to())))
                        .map(StaffRow::number)
                        .toList();
                String sentence = rowsSaid(clashing) + " give one person the same post for the same days.";
                clashing.forEach(number -> together.put(number, Finding.rejected(number, sentence)));
            }
        }
    }

    private static RowRejectedException rejected(int row, String why) {
        return new RowRejectedException("Row " + row + ": " + why + ".");
    }

    private static boolean isNothing(String cell) {
        return cell.isEmpty() || NOTHING.contains(Cells.folded(cell));
    }

    private static String quoted(String cell) {
        return "\"" + (cell.length() > 60 ? cell.substring(0, 60) + "…" : cell) + "\"";
    }

    private static String rowsSaid(List<Integer> numbers) {
        int last = numbers.size() - 1;
        return last < 1
                ? "Rows"
                : "Rows "
                        + numbers.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " and "
                        + numbers.get(last);
    }

    private static final class RowRejectedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RowRejectedException(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
