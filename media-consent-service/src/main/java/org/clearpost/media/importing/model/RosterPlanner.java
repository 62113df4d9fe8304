package org.clearpost.media.importing.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.table.Cells;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.importing.model.ImportPlan.Answers;
import org.clearpost.media.importing.model.ImportPlan.Link;
import org.clearpost.media.importing.model.ImportPlan.PlannedAnswer;
import org.clearpost.media.importing.model.ImportPlan.PlannedChild;
import org.clearpost.media.importing.model.ImportPlan.PlannedGiver;
import org.clearpost.media.importing.model.ImportPlan.Preview;
import org.clearpost.media.model.Answer;
import org.clearpost.media.model.ConsentState;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Platform;
import org.clearpost.media.model.Purpose;
import org.clearpost.media.model.Responsibility;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows together to children: recognises the same child in several rows and among those stored, and rejects every
 * row of which it is not certain whose it is.
 */
final class RosterPlanner {

    /** Stands in as giver where a file holds an answer and nobody's name: a no must not be lost for that. */
    static final PlannedGiver NOT_NAMED =
            new PlannedGiver("(not named)", "Not named in the file", null, GiverType.CARER);

    private static final String WAITS_FOR_RESPONSIBILITY = "The answer waits: parental responsibility is not recorded.";
    private static final String WAITS_FOR_ONE_GIVER = "One giver per answer, please.";
    private static final String WAITS_FOR_A_GIVER = "The answer waits: nobody is named who gave it.";

    private final List<ColumnMapping> consents;
    private final BatchDefaults defaults;
    private final List<StoredChild> stored;
    private final List<Finding> findings;
    private final boolean classesExpected;
    private final GiverRegistry givers = new GiverRegistry();

    RosterPlanner(
            List<ColumnMapping> consents,
            BatchDefaults defaults,
            List<StoredChild> stored,
            boolean classesExpected,
            List<Finding> findings) {
        this.consents = consents;
        this.defaults = defaults;
        this.stored = stored;
        this.classesExpected = classesExpected;
        this.findings = findings;
    }

    /** A child while its rows are being put together. */
    private static final class Child {

        final List<RosterRow> rows = new ArrayList<>(1);
        String className;

        @Nullable StoredChild stored;

        boolean rejected;
        boolean inTwoClasses;

        Child(RosterRow first) {
            rows.add(first);
            className = first.className;
        }

        RosterRow first() {
            return rows.getFirst();
        }

        @Nullable String externalId() {
            return first().externalId;
        }
    }

    /**
     * Judges the rows together.
     *
     * @param rows all that could be read, rejected ones among them
     * @param total how many rows were about a person, read or not
     */
    ImportPlan plan(List<RosterRow> rows, int total, int skipped) {
        List<Child> children = children(rows);
        rejectPossibleDoubles(children);
        matchStored(children);
        List<Child> accepted =
                children.stream().filter(child -> !child.rejected).toList();
        flagAlike(accepted);
        List<PlannedChild> planned = new ArrayList<>(accepted.size());
        int[] counts = new int[4];
        int taken = 0;
        for (Child child : accepted) {
            planned.add(planned(child, counts));
            taken += child.rows.size();
        }
        findings.sort(Comparator.comparingInt(Finding::row));
        Preview preview = new Preview(
                total,
                planned.size(),
                taken,
                total - taken,
                skipped,
                givers.named(),
                new Answers(counts[0], counts[1], counts[2], counts[3]));
        return new ImportPlan(preview, List.copyOf(findings), givers.all(), planned);
    }

    /** Rows with one number are one child, if they agree on the name. */
    private List<Child> children(List<RosterRow> rows) {
        Map<String, List<RosterRow>> byId = new LinkedHashMap<>();
        for (RosterRow row : rows) {
            if (row.identified && row.externalId != null) {
                byId.computeIfAbsent(row.externalId, id -> new ArrayList<>(1)).add(row);
            }
        }
        byId.forEach((id, same) -> {
            if (same.stream().anyMatch(row -> !row.nameKey.equals(same.getFirst().nameKey))) {
                String message = rows(same) + " use one number for two children.";
                same.forEach(row -> reject(row, message));
            }
        });
        List<Child> children = new ArrayList<>();
        Map<String, Child> merged = new HashMap<>();
        for (RosterRow row : rows) {
            if (row.rejected) {
                continue;
            }
            if (row.externalId == null) {
                children.add(new Child(row));
                continue;
            }
            Child known = merged.get(row.externalId);
            if (known == null) {
                known = new Child(row);
                merged.put(row.externalId, known);
                children.add(known);
            } else {
                known.rows.add(row);
            }
        }
        children.stream().filter(child -> child.rows.size() > 1).forEach(this::merge);
        return children;
    }

    private void merge(Child child) {
        RosterRow first = child.first();
        String named = "";
        boolean two = false;
        for (RosterRow row : child.rows) {
            if (!row.className.isEmpty()) {
                two |= !named.isEmpty() && !Cells.folded(named).equals(Cells.folded(row.className));
                named = named.isEmpty() ? row.className : named;
            }
        }
        child.className = two ? "" : named;
        child.inTwoClasses = two;
        if (two) {
            String message = rows(child.rows) + " put one child in two classes.";
            child.rows.forEach(row -> row.flags.add(message));
            return;
        }
        for (RosterRow row : child.rows.subList(1, child.rows.size())) {
            findings.add(
                    new Finding(row.number, Severity.NOTE, "Row " + row.number + " repeats row " + first.number + "."));
        }
    }

    /** In one class, one name twice is two children only if both have numbers of their own. */
    private void rejectPossibleDoubles(List<Child> children) {
        Map<String, List<Child>> byName = new LinkedHashMap<>();
        for (Child child : children) {
            byName.computeIfAbsent(child.first().nameKey, name -> new ArrayList<>(1))
                    .add(child);
        }
        for (List<Child> namesakes : byName.values()) {
            if (namesakes.size() > 1) {
                judgeNamesakes(namesakes);
            }
        }
    }

    private void judgeNamesakes(List<Child> namesakes) {
        Map<String, List<Child>> byNumber = new LinkedHashMap<>();
        Map<String, List<Child>> byClass = new LinkedHashMap<>();
        for (Child child : namesakes) {
            String id = child.externalId();
            if (id != null) {
                byNumber.computeIfAbsent(withoutZeros(id), key -> new ArrayList<>(1))
                        .add(child);
            }
            byClass.computeIfAbsent(Cells.folded(child.className), key -> new ArrayList<>(1))
                    .add(child);
        }
        // Lost zeros say it even when the class has changed.
        byNumber.values().stream().filter(same -> same.size() > 1).forEach(this::rejectAsOne);
        for (List<Child> classmates : byClass.values()) {
            if (classmates.size() < 2) {
                continue;
            }
            if (classmates.stream().anyMatch(child -> child.externalId() == null)) {
                rejectAsOne(classmates);
            } else if (classmates.stream().noneMatch(child -> child.rejected)) {
                classmates.forEach(
                        child -> child.first().flags.add("Two children with this name: check before tagging."));
            }
        }
    }

    private void rejectAsOne(List<Child> same) {
        String message =
                rows(same.stream().flatMap(child -> child.rows.stream()).toList()) + " may be one child.";
        for (Child child : same) {
            if (!child.rejected) {
                child.rejected = true;
                child.rows.forEach(row -> reject(row, message));
            }
        }
    }

    private void matchStored(List<Child> children) {
        Map<String, StoredChild> byId = new HashMap<>();
        Map<String, List<StoredChild>> byName = new HashMap<>();
        for (StoredChild child : stored) {
            if (child.externalId() != null) {
                byId.put(child.externalId(), child);
            }
            byName.computeIfAbsent(RosterRow.nameKey(child.firstName(), child.surname()), name -> new ArrayList<>(1))
                    .add(child);
        }
        Set<UUID> matched = new HashSet<>();
        for (Child child : children) {
            StoredChild known = child.externalId() == null ? null : byId.get(child.externalId());
            if (child.rejected || known == null) {
                continue;
            }
            if (RosterRow.nameKey(known.firstName(), known.surname()).equals(child.first().nameKey)) {
                child.stored = known;
                matched.add(known.id());
                if (known.ended()) {
                    child.first().flags.add("This child's record has ended here, and stays ended.");
                }
            } else {
                rejectWhole(child, " and a child already here use one number for two children.");
            }
        }
        for (Child child : children) {
            if (child.rejected || child.stored != null) {
                continue;
            }
            for (StoredChild known : byName.getOrDefault(child.first().nameKey, List.of())) {
                if (!matched.contains(known.id()) && !child.rejected) {
                    compare(child, known);
                }
            }
        }
    }

    private void compare(Child child, StoredChild known) {
        boolean classmates = Cells.folded(known.className()).equals(Cells.folded(child.className));
        String id = child.externalId();
        String other = known.externalId();
        boolean missing = id == null || other == null;
        boolean zeros = id != null && other != null && withoutZeros(id).equals(withoutZeros(other));
        if (zeros || (missing && classmates)) {
            rejectWhole(child, " and a child already here may be one child.");
        } else if (!missing && classmates && !known.ended()) {
            child.first().flags.add("Two children with this name: check before tagging.");
        }
    }

    private void rejectWhole(Child child, String message) {
        child.rejected = true;
        String rows = rows(child.rows);
        child.rows.forEach(row -> reject(row, rows + message));
    }

    /** A name in print shows the first name and the surname's initial (OPT-14). */
    private void flagAlike(List<Child> children) {
        Map<String, List<Child>> alike = new LinkedHashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Child child : children) {
            if (child.className.isEmpty()) {
                if (classesExpected && !child.inTwoClasses) {
                    child.first().flags.add("No class: this child is found by name only.");
                }
            } else {
                String key = inPrint(child.className, child.first().firstName, child.first().surname);
                alike.computeIfAbsent(key, print -> new ArrayList<>(1)).add(child);
                names.computeIfAbsent(key, print -> new HashSet<>()).add(child.first().nameKey);
            }
            if (child.externalId() == null) {
                child.first().flags.add("No number: a later file may not find this child.");
            }
        }
        Set<UUID> inFile = new HashSet<>();
        children.forEach(child -> {
            if (child.stored != null) {
                inFile.add(child.stored.id());
            }
        });
        for (StoredChild known : stored) {
            if (!known.ended() && !known.className().isEmpty() && !inFile.contains(known.id())) {
                Set<String> same = names.get(inPrint(known.className(), known.firstName(), known.surname()));
                if (same != null) {
                    same.add(RosterRow.nameKey(known.firstName(), known.surname()));
                }
            }
        }
        alike.forEach((key, same) -> {
            if (names.getOrDefault(key, Set.of()).size() > 1) {
                same.forEach(child -> child.first().flags.add("Two children would look alike in print."));
            }
        });
    }

    private static String inPrint(String className, String firstName, String surname) {
        String folded = Cells.folded(surname);
        return Cells.folded(className)
                + '\u001F'
                + Cells.folded(firstName)
                + '\u001F'
                + folded.substring(0, folded.offsetByCodePoints(0, 1));
    }

    private PlannedChild planned(Child child, int[] counts) {
        Map<Integer, Link> links = new LinkedHashMap<>();
        List<Integer> answering = new ArrayList<>(child.rows.size());
        for (RosterRow row : child.rows) {
            int by = -1;
            for (int i = 0; i < row.givers.size(); i++) {
                GiverCell cell = row.givers.get(i);
                int giver = givers.resolve(child, cell);
                links.merge(giver, new Link(giver, cell.relation(), cell.responsibility()), RosterPlanner::together);
                if (i == row.answeredBy) {
                    by = giver;
                }
            }
            answering.add(by);
        }
        Map<String, PlannedAnswer> answers = new LinkedHashMap<>();
        for (int i = 0; i < child.rows.size(); i++) {
            answers(child.rows.get(i), answering.get(i), links, answers, counts);
        }
        for (RosterRow row : child.rows) {
            for (String flag : row.flags) {
                findings.add(new Finding(row.number, Severity.FLAG, flag));
            }
        }
        RosterRow first = child.first();
        return new PlannedChild(
                first.number,
                child.stored == null ? null : child.stored.id(),
                first.firstName,
                first.surname,
                child.className,
                first.externalId,
                List.copyOf(links.values()),
                List.copyOf(answers.values()));
    }

    private void answers(
            RosterRow row, int by, Map<Integer, Link> links, Map<String, PlannedAnswer> answers, int[] counts) {
        GiverCell cell = by < 0 ? null : row.givers.get(row.answeredBy);
        boolean joint = cell == null ? row.givers.size() > 1 : cell.isJoint();
        boolean alone = cell != null && !joint;
        String waits = null;
        for (int i = 0; i < consents.size(); i++) {
            CellAnswer said = row.answers[i];
            if (said == CellAnswer.NONE) {
                counts[3]++;
                continue;
            }
            int giver = by;
            if (giver < 0) {
                giver = givers.notNamed();
                links.putIfAbsent(giver, new Link(giver, null, Responsibility.UNKNOWN));
            }
            Answer answer = said == CellAnswer.YES ? Answer.YES : Answer.NO;
            Link link = links.get(giver);
            Responsibility held = link == null ? Responsibility.UNKNOWN : link.responsibility();
            ColumnMapping column = consents.get(i);
            PlannedAnswer planned = null;
            for (Platform channel : channels(column)) {
                planned = new PlannedAnswer(
                        giver,
                        purpose(column),
                        channel,
                        answer,
                        alone,
                        row.formVersion == null ? defaults.formVersion() : row.formVersion,
                        row.signedOn == null ? defaults.signedOn() : row.signedOn,
                        row.keptAt == null ? defaults.keptAt() : row.keptAt);
                answers.merge(giver + " " + column.purpose() + " " + channel, planned, RosterPlanner::stronger);
            }
            counts[countOf(planned, held)]++;
            if (answer == Answer.YES && waits == null) {
                waits = joint
                        ? WAITS_FOR_ONE_GIVER
                        : cell == null
                                ? WAITS_FOR_A_GIVER
                                : held == Responsibility.YES ? null : WAITS_FOR_RESPONSIBILITY;
            }
        }
        if (waits != null) {
            row.flags.add(waits);
        }
    }

    private static int countOf(@Nullable PlannedAnswer planned, Responsibility held) {
        if (planned == null) {
            return 3;
        }
        ConsentState state = ConsentState.ofAnswer(
                planned.answer(), GiverType.CARER, held, planned.alone() && planned.evidenceComplete());
        return switch (state) {
            case ACTIVE -> 0;
            case REFUSED -> 2;
            default -> 1;
        };
    }

    private static Purpose purpose(ColumnMapping column) {
        if (column.purpose() == null) {
            throw new IllegalStateException("A mapping was not checked before it was used");
        }
        return column.purpose();
    }

    private static List<@Nullable Platform> channels(ColumnMapping column) {
        List<@Nullable Platform> channels = new ArrayList<>(column.channels());
        if (channels.isEmpty()) {
            channels.add(null);
        }
        return channels;
    }

    /** A no stands against a yes; of two that agree, the better documented one is kept. */
    static PlannedAnswer stronger(PlannedAnswer one, PlannedAnswer other) {
        if (one.answer() != other.answer()) {
            return one.answer() == Answer.NO ? one : other;
        }
        if (one.evidenceComplete() != other.evidenceComplete()) {
            return one.evidenceComplete() ? one : other;
        }
        LocalDate before = one.signedOn();
        LocalDate after = other.signedOn();
        return before != null && after != null && after.isAfter(before) ? other : one;
    }

    /** Two rows about one giver: a plain no to responsibility stands, and a blank says nothing. */
    static Link together(Link one, Link other) {
        Responsibility held = one.responsibility() == Responsibility.NO || other.responsibility() == Responsibility.NO
                ? Responsibility.NO
                : one.responsibility() == Responsibility.YES ? one.responsibility() : other.responsibility();
        return new Link(one.giver(), one.relation() == null ? other.relation() : one.relation(), held);
    }

    private void reject(RosterRow row, String message) {
        row.rejected = true;
        findings.add(new Finding(row.number, Severity.REJECTED, message));
    }

    private static String withoutZeros(String id) {
        int start = 0;
        while (start < id.length() - 1 && id.charAt(start) == '0') {
            start++;
        }
        return id.substring(start).toLowerCase(Locale.ROOT);
    }

    /** "Row 7", "Rows 7 and 12", "Rows 7, 9 and 12". */
    static String rows(List<RosterRow> rows) {
        int[] numbers =
                rows.stream().mapToInt(row -> row.number).sorted().distinct().toArray();
        if (numbers.length == 1) {
            return "Row " + numbers[0];
        }
        StringBuilder text = new StringBuilder("Rows ");
        int shown = Math.min(numbers.length, 20);
        for (int i = 0; i < shown; i++) {
            boolean last = i == numbers.length - 1;
            text.append(i == 0 ? "" : last ? " and " : ", ").append(numbers[i]);
        }
        return shown < numbers.length ? text + " and others" : text.toString();
    }

    /** The file's givers: one person when the number, or name and e-mail, agree; within one child the name is enough. */
    private static final class GiverRegistry {

        private final List<PlannedGiver> all = new ArrayList<>();
        private final Map<String, Integer> byId = new HashMap<>();
        private final Map<String, Integer> byNameAndEmail = new HashMap<>();
        private @Nullable Child child;
        private final Map<String, Integer> ofChild = new HashMap<>();
        private int notNamed = -1;

        int resolve(Child of, GiverCell cell) {
            if (child != of) {
                child = of;
                ofChild.clear();
            }
            String name = Cells.folded(cell.name());
            String address = cell.email() == null ? null : name + '\u001F' + Cells.folded(cell.email());
            Integer known = cell.externalId() == null ? null : byId.get(cell.externalId());
            if (known == null && address != null) {
                known = byNameAndEmail.get(address);
            }
            if (known == null && (cell.externalId() == null || address == null)) {
                known = ofChild.get(name);
            }
            if (known == null) {
                known = all.size();
                all.add(new PlannedGiver(cell.externalId(), cell.name(), cell.email(), cell.type()));
            } else {
                all.set(known, completed(all.get(known), cell));
            }
            if (cell.externalId() != null) {
                byId.putIfAbsent(cell.externalId(), known);
            }
            if (address != null) {
                byNameAndEmail.putIfAbsent(address, known);
            }
            ofChild.putIfAbsent(name, known);
            return known;
        }

        private static PlannedGiver completed(PlannedGiver known, GiverCell cell) {
            if (known.externalId() != null && known.email() != null) {
                return known;
            }
            return new PlannedGiver(
                    known.externalId() == null ? cell.externalId() : known.externalId(),
                    known.name(),
                    known.email() == null ? cell.email() : known.email(),
                    known.type());
        }

        int notNamed() {
            if (notNamed < 0) {
                notNamed = all.size();
                all.add(NOT_NAMED);
            }
            return notNamed;
        }

        int named() {
            return notNamed < 0 ? all.size() : all.size() - 1;
        }

        List<PlannedGiver> all() {
            return List.copyOf(all);
        }
    }
}
