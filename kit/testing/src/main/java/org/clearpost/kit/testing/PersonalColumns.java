package org.clearpost.kit.testing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The judgement on every column that can hold words: {@code personal-columns.csv} on the test class path, with the
 * columns {@code table,column,holds,why}.
 *
 * <p>{@code holds} is {@code PERSONAL}; {@code PIXELS}, what nobody can put a mark into; or {@code NOTHING} personal, and
 * then {@code why} says why not. A test fills every personal column with the {@link Canary}'s mark and {@link #look}s.
 */
public final class PersonalColumns {

    /** What a column holds. */
    public enum Holds {
        PERSONAL,
        PIXELS,
        NOTHING
    }

    private record Column(String table, String name) implements Comparable<Column> {

        @Override
        public int compareTo(Column other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** Of kinds that can hold no words; a kind nobody has thought of has to be judged. */
    private static final String WORDLESS =
            "('uuid', '_uuid', 'int2', 'int4', 'int8', 'bool', 'date', 'timestamptz', 'xid8', 'numeric', 'float8')";

    private static final String IN_SCHEMA =
            """
            SELECT c.table_name, c.column_name FROM information_schema.columns c
              JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
               AND table_name <> 'flyway_schema_history' AND c.udt_name NOT IN\s"""
                    + WORDLESS;

    private static final int GZIP = 0x8b1f;

    private final Map<Column, Holds> judged = new TreeMap<>();
    private final List<String> withoutReason = new ArrayList<>();
    private final Set<Column> filled = new TreeSet<>();
    private final Map<Column, String> marked = new TreeMap<>();

    private PersonalColumns() {}

    public static PersonalColumns read() {
        PersonalColumns columns = new PersonalColumns();
        try (InputStream in = PersonalColumns.class.getResourceAsStream("/personal-columns.csv")) {
            if (in == null) {
                throw new IllegalStateException("There is no personal-columns.csv among the test resources");
            }
            CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .skipEmptyLines(true)
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .forEach(columns::judge);
            return columns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void judge(NamedCsvRecord line) {
        Column column = new Column(
                line.getField("table").strip(), line.getField("column").strip());
        Holds holds = Holds.valueOf(line.getField("holds").strip().toUpperCase(Locale.ROOT));
        if (holds != Holds.PERSONAL && line.getField("why").isBlank()) {
            withoutReason.add(column + " is said to hold nothing personal, and not why");
        }
        judged.put(column, holds);
    }

    /** Where the list and the migrated schema differ, one sentence each. */
    public List<String> unjudged(TestDatabase database) {
        Set<Column> there = inSchema(database);
        List<String> found = new ArrayList<>(withoutReason);
        there.stream()
                .filter(column -> !judged.containsKey(column))
                .forEach(column -> found.add(column + " is not judged in personal-columns.csv"));
        judged.keySet().stream()
                .filter(column -> !there.contains(column))
                .forEach(column -> found.add(column + " is judged in personal-columns.csv and is not there"));
        return found;
    }

    /** Reads every row of every listed column. What was seen once stays seen: some columns are emptied again. */
    public void look(TestDatabase database) {
        try (Connection connection = database.connect("postgres");
                Statement sql = connection.createStatement()) {
            for (Column column : judged.keySet()) {
                try (ResultSet rows = sql.executeQuery("SELECT \"%2$s\" FROM \"%1$s\" WHERE \"%2$s\" IS NOT NULL"
                        .formatted(column.table(), column.name()))) {
                    while (rows.next()) {
                        filled.add(column);
                        Canary.in(text(rows)).ifPresent(found -> marked.putIfAbsent(column, found));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Personal columns in which no mark was seen: a test that passes by leaving them empty shows nothing. */
    public List<String> notFilled() {
        return judged.entrySet().stream()
                .filter(each -> switch (each.getValue()) {
                    case PERSONAL -> !marked.containsKey(each.getKey());
                    case PIXELS -> !filled.contains(each.getKey());
                    case NOTHING -> false;
                })
                .map(each -> each.getKey().toString())
                .toList();
    }

    /** Columns in which a mark was seen although they are said to hold nothing personal. */
    public List<String> misjudged() {
        return marked.entrySet().stream()
                .filter(each -> judged.get(each.getKey()) != Holds.PERSONAL)
                .map(each -> each.getKey() + " holds: " + each.getValue())
                .toList();
    }

    private static Set<Column> inSchema(TestDatabase database) {
        Set<Column> there = new TreeSet<>();
        try (Connection connection = database.connect("postgres");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(IN_SCHEMA)) {
            while (rows.next()) {
                there.add(new Column(rows.getString(1), rows.getString(2)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return there;
    }

    private static String text(ResultSet row) throws SQLException {
        if (!row.getMetaData().getColumnTypeName(1).equals("bytea")) {
            return row.getString(1);
        }
        byte[] bytes = row.getBytes(1);
        boolean packed = bytes.length > 2 && (((bytes[1] & 0xff) << 8) | (bytes[0] & 0xff)) == GZIP;
        return new String(packed ? unpacked(bytes) : bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
