package org.clearpost.media.importing.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clearpost.media.importing.model.Finding.Severity;

/** Invented files, and short ways to read them. */
public final class Examples {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final List<String> ONEROSTER =
            List.of("academicSessions", "classes", "courses", "enrollments", "manifest", "orgs", "users");

    private Examples() {}

    public static byte[] arborConsents() {
        return resource("/examples/arbor-consents.csv");
    }

    public static byte[] oneRoster() {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
        ONEROSTER.forEach(
                name -> entries.add(Map.entry(name + ".csv", resource("/examples/oneroster/" + name + ".csv"))));
        return zip(entries);
    }

    public static byte[] zip(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RosterFile csv(String... lines) {
        return RosterFile.open(
                String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), "roster.csv", RosterFile.LIMITS);
    }

    static ImportPlan plan(String... lines) {
        return plan(csv(lines), List.of());
    }

    static ImportPlan plan(RosterFile file, List<StoredChild> stored) {
        return plan(file, file.suggestion(), stored);
    }

    static ImportPlan plan(RosterFile file, Mapping mapping, List<StoredChild> stored) {
        return ((Analysis.Planned) file.analyse(mapping, BatchDefaults.NONE, stored, null, TODAY)).plan();
    }

    static List<String> messages(ImportPlan plan, Severity severity) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::message)
                .toList();
    }

    static List<Integer> rows(ImportPlan plan, Severity severity) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::row)
                .distinct()
                .toList();
    }

    private static byte[] resource(String path) {
        try (InputStream in = Examples.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
