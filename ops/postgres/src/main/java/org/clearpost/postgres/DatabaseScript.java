package org.clearpost.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The statements of {@code database.sql}, filled in for one database.
 *
 * <p>The first list runs on the maintenance database, the second inside the new one. Running both again is
 * harmless once "already exists" is ignored.
 */
public record DatabaseScript(List<String> onMaintenance, List<String> inside) {

    public static DatabaseScript of(Database database) {
        var filled = text().replace("${DATABASE}", database.name())
                .replace("${OWNER_PASSWORD}", database.ownerPassword())
                .replace("${APP_PASSWORD}", database.appPassword());
        var connect = "\\connect \"" + database.name() + "\"\n";
        var border = filled.indexOf(connect);
        if (border < 0) {
            throw new IllegalStateException("database.sql has no connect line.");
        }
        return new DatabaseScript(
                statements(filled.substring(0, border)), statements(filled.substring(border + connect.length())));
    }

    private static List<String> statements(String text) {
        var withoutComments = String.join(
                "\n", text.lines().filter(line -> !line.startsWith("--")).toList());
        return Arrays.stream(withoutComments.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text() {
        try (InputStream in = DatabaseScript.class.getResourceAsStream("database.sql")) {
            return new String(Objects.requireNonNull(in, "database.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
