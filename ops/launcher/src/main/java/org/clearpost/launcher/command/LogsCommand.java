package org.clearpost.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.run.LogFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of one log, or of all of them. */
@Command(name = "logs", description = "Shows what the parts said.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

    private static final int LINES_OF_EACH = 10;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "One part; all of them when not given.")
    private @Nullable String service;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many lines (${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on showing what comes.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = data.look();
        if (service == null) {
            all(directory);
            return 0;
        }
        var log = logOf(directory, service);
        if (!Files.isRegularFile(log)) {
            throw new Failure("There is no log of %s in %s.".formatted(service, directory.logs()));
        }
        LogFile.lastLines(log, lines).forEach(System.out::println);
        if (follow) {
            follow(log);
        }
        return 0;
    }

    private static Path logOf(DataDirectory directory, String service) {
        if (!service.matches("[a-z][a-z-]*")) {
            throw new Failure("There is no part named %s.".formatted(service));
        }
        return service.equals("postgres")
                ? directory.postgres().resolve("postgres.log")
                : directory.logs().resolve(service + ".log");
    }

    private static void all(DataDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.logs())) {
            throw new Failure("There are no logs in %s.".formatted(directory.path()));
        }
        try (var files = Files.list(directory.logs())) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                System.out.println("== " + file);
                LogFile.lastLines(file, LINES_OF_EACH).forEach(System.out::println);
                System.out.println();
            }
        }
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        var shown = Files.size(log);
        while (true) {
            Thread.sleep(300);
            var size = Files.exists(log) ? Files.size(log) : 0;
            // Shorter than before: a new process began a new log.
            shown = size < shown ? 0 : shown;
            if (size > shown) {
                try (var file = new RandomAccessFile(log.toFile(), "r")) {
                    var bytes = new byte[(int) (size - shown)];
                    file.seek(shown);
                    file.readFully(bytes);
                    System.out.print(new String(bytes, StandardCharsets.UTF_8));
                    System.out.flush();
                }
                shown = size;
            }
        }
    }
}
