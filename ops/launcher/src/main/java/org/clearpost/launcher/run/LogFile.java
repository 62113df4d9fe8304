package org.clearpost.launcher.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log. */
public final class LogFile {

    private static final long WINDOW = 256 * 1024;
    private static final Pattern TROUBLE = Pattern.compile("ERROR|Caused by:|Exception|error:");

    private LogFile() {}

    public static List<String> lastLines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(0, file.length() - WINDOW);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The line that most likely says why a process ended: what Spring describes, else the last line with an error. */
    static String lastTrouble(Path log) {
        var lines = lastLines(log, 400);
        var described = lines.lastIndexOf("Description:");
        if (described >= 0) {
            var description = lines.subList(described + 1, lines.size()).stream()
                    .filter(line -> !line.isBlank())
                    .findFirst();
            if (description.isPresent()) {
                return description.get().strip();
            }
        }
        for (var line : lines.reversed()) {
            if (TROUBLE.matcher(line).find()) {
                return line.strip();
            }
        }
        return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
    }
}
