package org.clearpost.kit.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of who may do what: {@code access-matrix.csv} on the test class path, with the columns {@code
 * method,path,role,scope,expected}.
 *
 * <p>{@code role} and {@code scope} may name several, separated by spaces. The role {@code *} stands for every role of
 * the file that no other row names for the same endpoint and scope. Lines that begin with # are remarks.
 *
 * <p>Roles: a role code; {@code ANONYMOUS}; {@code NOBODY}, signed in without a post; {@code CLIENT:scope}, an API
 * client; {@code VISITOR}, the gateway for somebody not signed in. Scopes: {@code own} (the setting, or the group for roles held in the group), {@code sibling} (another setting
 * of the group), {@code other} (another group).
 */
public record AccessMatrix(List<Row> rows) {

    /** One caller at one endpoint, and the status to be answered. */
    public record Row(String endpoint, String role, String scope, int expected) {

        @Override
        public String toString() {
            return endpoint + " as " + role + " of " + scope + " -> " + expected;
        }
    }

    /** Reads and unfolds the table. */
    public static AccessMatrix read() {
        try (InputStream in = AccessMatrix.class.getResourceAsStream("/access-matrix.csv")) {
            if (in == null) {
                throw new IllegalStateException("There is no access-matrix.csv among the test resources");
            }
            List<Row> written = new ArrayList<>();
            CsvReader.builder()
                    .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                    .skipEmptyLines(true)
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .forEach(line -> written.addAll(rows(line)));
            return new AccessMatrix(unfold(written));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Row> rows(NamedCsvRecord line) {
        String endpoint =
                line.getField("method").trim() + " " + line.getField("path").trim();
        int expected = Integer.parseInt(line.getField("expected").trim());
        List<Row> rows = new ArrayList<>();
        for (String role : line.getField("role").trim().split(" +")) {
            for (String scope : line.getField("scope").trim().split(" +")) {
                rows.add(new Row(endpoint, role, scope, expected));
            }
        }
        return rows;
    }

    private static List<Row> unfold(List<Row> written) {
        Set<String> roles = new LinkedHashSet<>();
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (Row row : written) {
            if (!row.role().equals("*")) {
                if (!row.role().equals("ANONYMOUS") && !row.role().equals("VISITOR")) {
                    roles.add(row.role());
                }
                named.computeIfAbsent(row.endpoint() + row.scope(), key -> new LinkedHashSet<>())
                        .add(row.role());
            }
        }
        List<Row> all = new ArrayList<>();
        for (Row row : written) {
            if (row.role().equals("*")) {
                roles.stream()
                        .filter(role -> !named.getOrDefault(row.endpoint() + row.scope(), Set.of())
                                .contains(role))
                        .forEach(role -> all.add(new Row(row.endpoint(), role, row.scope(), row.expected())));
            } else {
                all.add(row);
            }
        }
        return all;
    }
}
