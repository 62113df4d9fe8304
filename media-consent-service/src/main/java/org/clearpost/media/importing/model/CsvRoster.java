package org.clearpost.media.importing.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.TableLayout;
import org.clearpost.kit.table.TableLimits;
import org.clearpost.kit.table.TableRefusedException;
import org.clearpost.kit.table.TableRow;
import org.clearpost.kit.table.TableText;
import org.clearpost.media.importing.model.Analysis.Question;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.model.SecretInText;
import org.jspecify.annotations.Nullable;

/** A table of children, with or without their consents, in one text file. */
public final class CsvRoster implements RosterFile {

    private static final int SAMPLED_ROWS = 60;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private static final int MOST_SCHOOLS = 50;

    private final TableText text;
    private final TableLayout layout;
    private final List<Column> columns;

    private CsvRoster(TableText text, TableLayout layout, List<Column> columns) {
        this.text = text;
        this.layout = layout;
        this.columns = columns;
    }

    static CsvRoster open(byte[] content, TableLimits limits) {
        TableText text = TableText.of(content, limits);
        TableLayout layout = text.layout(Headings::known);
        boolean[] any = {false};
        // To the end: a quotation mark left open in the last row refuses the file now, not in the middle of the work.
        text.forEachRow(layout.separator(), row -> any[0] |= row.number() > layout.headingRow() && !row.isBlank());
        if (!any[0]) {
            throw new FileRefusedException("No row of the file is about a person.");
        }
        CsvRoster roster = new CsvRoster(text, layout, columns(text, layout));
        Mapping suggestion = roster.suggestion();
        if (roster.faults(suggestion).isEmpty() && !roster.hasPerson(suggestion)) {
            throw new FileRefusedException("No row of the file is about a person.");
        }
        return roster;
    }

    private static List<Column> columns(TableText text, TableLayout layout) {
        List<TableRow> rows = text.firstRows(layout.separator(), layout.headingRow() + SAMPLED_ROWS);
        int width = layout.headings().size();
        if (!layout.hasHeadings()) {
            width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        }
        List<Column> columns = new ArrayList<>(width);
        for (int index = 0; index < width; index++) {
            String heading = layout.hasHeadings() ? layout.headings().get(index) : "";
            Set<String> samples = new LinkedHashSet<>();
            if (!Headings.isNeverRead(heading)) {
                for (TableRow row : rows) {
                    String cell = row.cell(index);
                    if (row.number() > layout.headingRow()
                            && !cell.isEmpty()
                            && !SecretInText.isIn(cell)
                            && samples.size() < SAMPLES) {
                        samples.add(cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE));
                    }
                }
            }
            String shown = heading.length() <= 200 ? heading : heading.substring(0, 200);
            columns.add(new Column(index, shown, List.copyOf(samples)));
        }
        return List.copyOf(columns);
    }

    @Override
    public Shape shape() {
        return Shape.CSV;
    }

    @Override
    public String encoding() {
        return text.encoding();
    }

    @Override
    public boolean encodingCertain() {
        return text.encodingCertain();
    }

    @Override
    public String separator() {
        return layout.separator() == '\t' ? "tab" : String.valueOf(layout.separator());
    }

    @Override
    public int headingRow() {
        return layout.headingRow();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public String fingerprint() {
        return Headings.fingerprint(layout.headings(), columns.size());
    }

    @Override
    public Mapping suggestion() {
        return layout.hasHeadings() ? Headings.suggest(layout.headings()) : Mapping.EMPTY;
    }

    @Override
    public List<Mapping.Fault> faults(Mapping mapping) {
        return mapping.faults(layout.headings(), columns.size());
    }

    private boolean hasPerson(Mapping mapping) {
        RowReader reader = reader(mapping, LocalDate.MAX, new ArrayList<>());
        boolean[] any = {false};
        text.forEachRow(
                layout.separator(),
                row -> any[0] |= row.number() > layout.headingRow() && !row.isBlank() && reader.isPerson(row));
        return any[0];
    }

    private RowReader reader(Mapping mapping, LocalDate today, List<Finding> findings) {
        return new RowReader(mapping, consents(mapping), layout.headings(), today, findings::add);
    }

    private static List<ColumnMapping> consents(Mapping mapping) {
        return mapping.columns().stream()
                .filter(column -> column.target() == Target.CONSENT)
                .toList();
    }

    @Override
    public Analysis analyse(
            Mapping mapping,
            BatchDefaults defaults,
            List<StoredChild> stored,
            @Nullable String settingName,
            LocalDate today) {
        Mapping settled = mapping;
        int school = mapping.indexOf(Target.SCHOOL);
        if (school >= 0 && mapping.school() == null) {
            Set<String> schools = schools(school, mapping);
            String own = schools.stream()
                    .filter(name -> settingName != null && Cells.folded(name).equals(Cells.folded(settingName)))
                    .findFirst()
                    .orElse(null);
            if (schools.size() > 1 && own == null) {
                return new Analysis.Asked(
                        Question.SCHOOL, "The file holds several schools: which one is this?", List.copyOf(schools));
            }
            settled = new Mapping(mapping.columns(), mapping.dateOrder(), own);
        }
        return judge(settled, defaults, stored, today);
    }

    private Set<String> schools(int column, Mapping mapping) {
        Set<String> schools = new LinkedHashSet<>();
        RowReader reader = reader(mapping, LocalDate.MAX, new ArrayList<>());
        text.forEachRow(layout.separator(), row -> {
            String cell = row.cell(column);
            if (row.number() > layout.headingRow()
                    && !cell.isEmpty()
                    && schools.size() < MOST_SCHOOLS
                    && reader.isPerson(row)) {
                schools.add(cell);
            }
        });
        return schools;
    }

    private Analysis judge(Mapping mapping, BatchDefaults defaults, List<StoredChild> stored, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        RowReader reader = reader(mapping, today, findings);
        List<RosterRow> rows = new ArrayList<>();
        Blanks blanks = new Blanks(findings);
        int[] people = {0};
        int[] skipped = {0};
        try {
            text.forEachRow(layout.separator(), row -> {
                if (row.number() <= layout.headingRow()) {
                    return;
                }
                if (row.isBlank()) {
                    blanks.met(row.number());
                    return;
                }
                skipped[0] += blanks.end();
                if (!reader.isPerson(row)) {
                    skipped[0]++;
                    findings.add(new Finding(
                            row.number(),
                            Severity.SKIPPED,
                            "Row " + row.number() + " has no class and no full name, so it is no person."));
                    return;
                }
                people[0]++;
                RosterRow read = reader.read(row);
                if (read != null) {
                    rows.add(read);
                }
            });
        } catch (TableRefusedException e) {
            throw new FileRefusedException(e.sentence());
        }
        if (people[0] == 0) {
            throw new FileRefusedException("No row of the file is about a person.");
        }
        if (reader.otherOrderRow() > 0 && mapping.dateOrder() == null) {
            return new Analysis.Asked(
                    Question.DATE_ORDER,
                    "Row " + reader.otherOrderRow()
                            + " has a date whose second number is above 12: which number is the day in this file?",
                    List.of("DAY_FIRST", "MONTH_FIRST"));
        }
        boolean classes = mapping.indexOf(Target.CLASS) >= 0;
        ImportPlan plan = new RosterPlanner(consents(mapping), defaults, stored, classes, findings)
                .plan(rows, people[0], skipped[0]);
        return new Analysis.Planned(plan, reader.otherOrderRow() > 0);
    }

    /** Blank rows between others are listed once per run; those at the end of a sheet are nothing. */
    private static final class Blanks {

        private final List<Finding> findings;
        private int from;
        private int to;

        Blanks(List<Finding> findings) {
            this.findings = findings;
        }

        void met(int row) {
            from = from == 0 ? row : from;
            to = row;
        }

        int end() {
            if (from == 0) {
                return 0;
            }
            int count = to - from + 1;
            String rows = count == 1 ? "Row " + from + " is blank." : "Rows " + from + " to " + to + " are blank.";
            findings.add(new Finding(from, Severity.SKIPPED, rows));
            from = 0;
            return count;
        }
    }
}
