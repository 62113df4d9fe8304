package org.clearpost.media.importing.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clearpost.kit.table.Cells;
import org.clearpost.kit.table.TableLimits;
import org.clearpost.kit.table.TableRefusedException;
import org.clearpost.kit.table.TableRow;
import org.clearpost.kit.table.TableText;
import org.clearpost.media.importing.model.Analysis.Question;
import org.clearpost.media.importing.model.Finding.Severity;
import org.clearpost.media.model.GiverType;
import org.clearpost.media.model.Responsibility;
import org.clearpost.media.model.SecretInText;
import org.jspecify.annotations.Nullable;

/**
 * A OneRoster 1.1 or 1.2 archive, or School Data Sync's relatives of it.
 *
 * <p>Students become children, their class is a homeroom they are enrolled in, and parents, guardians and relatives
 * become givers whose responsibility nobody has stated. None of these formats holds a consent. Entries are read by
 * their bare names into bounded memory; no path is ever used.
 */
public final class OneRosterFile implements RosterFile {

    private static final int MOST_ENTRIES = 100;
    private static final int MOST_BYTES = 24 * 1024 * 1024;
    private static final int MOST_USERS = 70_000;
    private static final Set<String> READ =
            Set.of("users.csv", "roles.csv", "orgs.csv", "classes.csv", "enrollments.csv", "relationships.csv");
    private static final Set<String> GIVERS = Set.of("parent", "guardian", "relative");
    private static final Mapping IDENTITY = new Mapping(
            List.of(
                    ColumnMapping.of(0, Target.EXTERNAL_ID),
                    ColumnMapping.of(1, Target.PREFERRED_FIRST_NAME),
                    ColumnMapping.of(2, Target.FIRST_NAME),
                    ColumnMapping.of(3, Target.PREFERRED_SURNAME),
                    ColumnMapping.of(4, Target.SURNAME),
                    ColumnMapping.of(5, Target.CLASS)),
            null,
            null);

    private final Map<String, TableText> tables;

    private OneRosterFile(Map<String, TableText> tables) {
        this.tables = tables;
    }

    static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < 9 && content[3] < 9;
    }

    static OneRosterFile open(byte[] content, TableLimits limits) {
        if (content.length > limits.bytes()) {
            throw new FileRefusedException("The file is larger than " + limits.bytes() / 1024 / 1024 + " MB.");
        }
        TableLimits inside = new TableLimits(MOST_BYTES, limits.rows() * 4, limits.columns(), limits.cellLength());
        Map<String, TableText> tables = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int left = MOST_BYTES;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new FileRefusedException("The ZIP file has more than " + MOST_ENTRIES + " entries.");
                }
                String name = bareName(entry.getName());
                if (entry.isDirectory() || !READ.contains(name)) {
                    left -= skip(zip, left);
                    continue;
                }
                byte[] table = zip.readNBytes(left);
                left -= table.length;
                if (left <= 0 || zip.read() >= 0) {
                    throw tooLarge();
                }
                if (tables.containsKey(name)) {
                    throw new FileRefusedException("The ZIP file holds " + name + " twice.");
                }
                tables.put(name, TableText.of(table, inside));
            }
        } catch (TableRefusedException e) {
            throw new FileRefusedException("In the ZIP file: " + e.sentence());
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefusedException("The ZIP file is damaged or locked.");
        }
        if (!tables.containsKey("users.csv")) {
            throw new FileRefusedException(
                    "The ZIP file holds no users.csv, so it is no OneRoster or School Data Sync export.");
        }
        return new OneRosterFile(tables);
    }

    private static FileRefusedException tooLarge() {
        return new FileRefusedException("The ZIP file unpacks to more than " + MOST_BYTES / 1024 / 1024 + " MB.");
    }

    /** Unpacks without keeping, so that an entry nobody reads cannot be a bomb either. */
    private static int skip(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[8192];
        int total = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            total += read;
            if (total >= most) {
                throw tooLarge();
            }
            read = in.read(buffer);
        }
        return total;
    }

    private static String bareName(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public Shape shape() {
        return Shape.ONEROSTER;
    }

    private TableText users() {
        TableText users = tables.get("users.csv");
        if (users == null) {
            throw new IllegalStateException("An archive without users was opened");
        }
        return users;
    }

    @Override
    public String encoding() {
        return users().encoding();
    }

    @Override
    public boolean encodingCertain() {
        return tables.values().stream().allMatch(TableText::encodingCertain);
    }

    @Override
    public String separator() {
        return ",";
    }

    @Override
    public int headingRow() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of();
    }

    @Override
    public String fingerprint() {
        return "oneroster";
    }

    @Override
    public Mapping suggestion() {
        return Mapping.EMPTY;
    }

    /** The formats say themselves what each column is: there is nothing to map but the school. */
    @Override
    public List<Mapping.Fault> faults(Mapping mapping) {
        return mapping.columns().isEmpty()
                ? List.of()
                : List.of(new Mapping.Fault("/columns", "The columns of this format are known."));
    }

    /** Reads rows by exact heading, case aside. */
    private static final class Rows {

        private final Map<String, Integer> columns = new HashMap<>();
        private TableRow row = new TableRow(0, List.of());

        String get(String heading) {
            return row.cell(columns.getOrDefault(heading.toLowerCase(Locale.ROOT), -1));
        }

        boolean leaving() {
            return get("status").equalsIgnoreCase("tobedeleted");
        }
    }

    private interface RowUse {
        void accept(Rows row, int number);
    }

    private void read(String table, RowUse use) {
        TableText text = tables.get(table);
        if (text == null) {
            return;
        }
        Rows rows = new Rows();
        try {
            text.forEachRow(',', row -> {
                if (row.number() == 1) {
                    for (int i = 0; i < row.cells().size(); i++) {
                        rows.columns.putIfAbsent(row.cell(i).toLowerCase(Locale.ROOT), i);
                    }
                } else if (!row.isBlank()) {
                    rows.row = row;
                    use.accept(rows, row.number());
                }
            });
        } catch (TableRefusedException e) {
            throw new FileRefusedException("In " + table + ": " + e.sentence());
        }
    }

    private static final class User {

        final int row;
        final String id;
        final boolean leaving;
        final List<String> cells;
        final String email;
        final Set<String> agents;
        final Set<String> orgs;
        final Set<String> roles = new LinkedHashSet<>();
        final Map<String, String> relations = new HashMap<>();
        final Set<String> classes = new LinkedHashSet<>();

        User(int row, Rows from) {
            this.row = row;
            id = Cells.withoutTextWrapper(from.get("sourcedId"));
            leaving = from.leaving();
            cells = List.of(
                    id,
                    first(from.get("preferredFirstName"), from.get("preferredGivenName")),
                    from.get("givenName"),
                    first(from.get("preferredLastName"), from.get("preferredFamilyName")),
                    from.get("familyName"));
            email = from.get("email");
            agents = list(from.get("agentSourcedIds"));
            orgs = list(first(from.get("orgSourcedIds"), from.get("primaryOrgSourcedId")));
            if (!from.get("role").isEmpty()) {
                roles.add(from.get("role").toLowerCase(Locale.ROOT));
            }
        }

        private static String first(String one, String other) {
            return one.isEmpty() ? other : one;
        }

        boolean isGiver() {
            return roles.stream().anyMatch(GIVERS::contains);
        }

        String name() {
            String given = cells.get(1).isEmpty() ? cells.get(2) : cells.get(1);
            String family = cells.get(3).isEmpty() ? cells.get(4) : cells.get(3);
            return (given + " " + family).strip();
        }
    }

    private static Set<String> list(String cell) {
        Set<String> ids = new LinkedHashSet<>();
        for (String id : cell.split(",", -1)) {
            if (!id.isBlank()) {
                ids.add(id.strip());
            }
        }
        return ids;
    }

    @Override
    public Analysis analyse(
            Mapping mapping,
            BatchDefaults defaults,
            List<StoredChild> stored,
            @Nullable String settingName,
            LocalDate today) {
        Map<String, String> schools = new LinkedHashMap<>();
        read("orgs.csv", (row, number) -> {
            if (row.get("type").equalsIgnoreCase("school") && !row.leaving()) {
                schools.put(row.get("sourcedId"), row.get("name"));
            }
        });
        String school = null;
        if (schools.size() > 1) {
            String wanted = mapping.school() == null ? settingName : mapping.school();
            school = schools.entrySet().stream()
                    .filter(org -> wanted != null
                            && (org.getKey().equals(wanted)
                                    || Cells.folded(org.getValue()).equals(Cells.folded(wanted))))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (school == null) {
                return new Analysis.Asked(
                        Question.SCHOOL,
                        "The file holds several schools: which one is this?",
                        List.copyOf(schools.values()));
            }
        } else if (schools.size() == 1) {
            school = schools.keySet().iterator().next();
        }
        return new Reading(school, today).plan(defaults, stored);
    }

    /** One pass over the tables, for one school. */
    private final class Reading {

        private final @Nullable String school;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, User> users = new LinkedHashMap<>();
        private final RowReader reader;
        private int skipped;

        Reading(@Nullable String school, LocalDate today) {
            this.school = school;
            this.reader = new RowReader(IDENTITY, List.of(), List.of(), today, findings::add);
        }

        Analysis plan(BatchDefaults defaults, List<StoredChild> stored) {
            readUsers();
            readRoles();
            readClasses();
            readRelationships();
            List<RosterRow> rows = new ArrayList<>();
            int people = 0;
            for (User user : users.values()) {
                if (user.roles.contains("student")) {
                    if (user.leaving) {
                        skipped++;
                        findings.add(new Finding(
                                user.row,
                                Severity.FLAG,
                                "Row " + user.row
                                        + ": the file says this child has left. If so, end the record by hand."));
                        continue;
                    }
                    people++;
                    RosterRow read = child(user);
                    if (read != null) {
                        rows.add(read);
                    }
                } else if (!user.isGiver()) {
                    skipped++;
                    String role = user.roles.isEmpty() ? "no role" : String.join(", ", user.roles);
                    findings.add(new Finding(
                            user.row,
                            Severity.SKIPPED,
                            "Row " + user.row + " (" + role + ") is listed here, not stored."));
                }
            }
            if (people == 0) {
                throw new FileRefusedException("No row of the file is about a person.");
            }
            return new Analysis.Planned(
                    new RosterPlanner(List.of(), defaults, stored, true, findings).plan(rows, people, skipped), false);
        }

        private void readUsers() {
            read("users.csv", (row, number) -> {
                User user = new User(number, row);
                if (user.id.isEmpty()) {
                    findings.add(new Finding(number, Severity.REJECTED, "Row " + number + ": no sourcedId."));
                } else if (user.cells.stream().anyMatch(SecretInText::isIn)) {
                    findings.add(
                            new Finding(number, Severity.REJECTED, "Row " + number + ": " + SecretInText.IN_A_CELL));
                } else if (users.size() >= MOST_USERS) {
                    throw new FileRefusedException("The file has more than " + MOST_USERS + " users.");
                } else if (users.putIfAbsent(user.id, user) != null) {
                    findings.add(new Finding(
                            number, Severity.REJECTED, "Row " + number + " uses a sourcedId a second time."));
                }
            });
        }

        private void readRoles() {
            read("roles.csv", (row, number) -> {
                User user = users.get(row.get("userSourcedId"));
                if (user == null) {
                    unknown("roles.csv", number, "user", row.get("userSourcedId"));
                } else if (!row.leaving()) {
                    user.roles.add(row.get("role").toLowerCase(Locale.ROOT));
                    user.orgs.addAll(list(row.get("orgSourcedId")));
                }
            });
        }

        private void readClasses() {
            Map<String, String> homerooms = new HashMap<>();
            read("classes.csv", (row, number) -> {
                boolean here = school == null
                        || row.get("schoolSourcedId").isEmpty()
                        || school.equals(row.get("schoolSourcedId"));
                if (row.get("classType").equalsIgnoreCase("homeroom") && !row.leaving() && here) {
                    homerooms.put(row.get("sourcedId"), row.get("title"));
                }
            });
            read("enrollments.csv", (row, number) -> {
                User user = users.get(row.get("userSourcedId"));
                if (user == null) {
                    unknown("enrollments.csv", number, "user", row.get("userSourcedId"));
                    return;
                }
                String title = homerooms.get(row.get("classSourcedId"));
                if (title != null && !row.leaving() && row.get("role").equalsIgnoreCase("student")) {
                    user.classes.add(title);
                }
            });
        }

        private void readRelationships() {
            read("relationships.csv", (row, number) -> {
                User child = users.get(row.get("userSourcedId"));
                String other = row.get("relationshipUserSourcedId");
                if (child == null) {
                    unknown("relationships.csv", number, "user", row.get("userSourcedId"));
                } else {
                    child.agents.add(other);
                    child.relations.put(other, row.get("relationshipRole"));
                    User giver = users.get(other);
                    if (giver != null && giver.roles.isEmpty()) {
                        giver.roles.add("guardian");
                    }
                }
            });
            // A giver may name the child instead of being named by it.
            for (User giver : users.values()) {
                if (giver.isGiver()) {
                    for (String id : giver.agents) {
                        User child = users.get(id);
                        if (child != null && child.roles.contains("student")) {
                            child.agents.add(giver.id);
                        }
                    }
                }
            }
        }

        private void unknown(String table, int row, String what, String id) {
            findings.add(new Finding(
                    0,
                    Severity.FLAG,
                    table + ", row " + row + ": the " + what + " \"" + shown(id) + "\" is not in the file."));
        }

        private @Nullable RosterRow child(User user) {
            List<String> cells = new ArrayList<>(user.cells);
            cells.add(user.classes.size() == 1 ? user.classes.iterator().next() : "");
            RosterRow read = reader.read(new TableRow(user.row, cells));
            if (read == null) {
                return null;
            }
            if (school != null && !user.orgs.isEmpty() && !user.orgs.contains(school)) {
                read.rejected = true;
                findings.add(
                        new Finding(user.row, Severity.REJECTED, "Row " + user.row + " belongs to another school."));
            }
            if (user.classes.size() > 1) {
                read.flags.add("Row " + user.row + " is in two homeroom classes.");
            }
            read.givers = givers(user, read);
            return read;
        }

        private List<GiverCell> givers(User child, RosterRow read) {
            List<GiverCell> givers = new ArrayList<>();
            if (child.agents.isEmpty()) {
                read.flags.add("Row " + child.row + ": no parent or carer is named.");
            }
            for (String id : child.agents) {
                User giver = users.get(id);
                if (giver == null) {
                    read.flags.add("Row " + child.row + ": the giver \"" + shown(id) + "\" is not in the file.");
                } else if (giver.isGiver() && !giver.leaving) {
                    GiverCell cell = giver(child, giver);
                    if (cell == null) {
                        read.flags.add("Row " + child.row + ": the giver in row " + giver.row + " cannot be read.");
                    } else {
                        givers.add(cell);
                    }
                }
            }
            return givers;
        }

        private @Nullable GiverCell giver(User child, User giver) {
            String name = giver.name();
            if (name.isEmpty()
                    || name.length() > 200
                    || Cells.isFormula(name)
                    || Cells.isFormula(giver.id)
                    || Cells.hasLostLetter(name)
                    || !RowReader.isEmailOrBlank(giver.email)) {
                return null;
            }
            String relation = child.relations.getOrDefault(
                    giver.id,
                    giver.roles.stream().filter(GIVERS::contains).findFirst().orElse("guardian"));
            boolean parent = relation.equalsIgnoreCase("parent") || GiverCell.typeOf(relation) == GiverType.PARENT;
            return new GiverCell(
                    giver.id,
                    Normalizer.normalize(name, Normalizer.Form.NFC),
                    giver.email.isEmpty() ? null : giver.email,
                    relation.isEmpty() || relation.length() > 100 ? null : relation,
                    parent ? GiverType.PARENT : GiverType.CARER,
                    Responsibility.UNKNOWN);
        }
    }

    private static String shown(String id) {
        return id.length() <= 40 ? id : id.substring(0, 37) + "...";
    }
}
