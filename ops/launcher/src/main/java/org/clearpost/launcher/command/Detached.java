package org.clearpost.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearpost.launcher.Failure;
import org.clearpost.launcher.Project;
import org.clearpost.launcher.build.JavaRuntime;
import org.clearpost.launcher.data.DataDirectory;
import org.clearpost.launcher.run.RunFile;

/** Starts a launcher that does not belong to this terminal, and shows what it says until all is ready. */
final class Detached {

    private final Project project;
    private final Path data;

    Detached(Project project, Path data) {
        this.project = project;
        this.data = data;
    }

    int start(List<String> arguments) throws IOException, InterruptedException {
        var log = data.resolve("logs").resolve("launcher.log");
        Files.deleteIfExists(log);
        var command = new ArrayList<String>();
        var setsid = Path.of("/usr/bin/setsid");
        command.add(Files.isExecutable(setsid) ? setsid.toString() : "nohup");
        command.add(JavaRuntime.current().program("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-jar"));
        command.add(
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().put("CLEARPOST_HOME", project.root().toString());
        var launcher = builder.start();
        var shown = 0L;
        while (true) {
            shown = show(log, shown);
            var run = RunFile.read(data);
            if (run != null && run.ready() && run.pid() == launcher.pid()) {
                show(log, shown);
                new Announcement(DataDirectory.look(data), run.address(), run.localAddress()).print(System.out);
                System.out.println("It goes on running; ./clearpost down stops it.");
                return 0;
            }
            if (!launcher.isAlive()) {
                show(log, shown);
                if (launcher.exitValue() == 0) {
                    throw new Failure("The launcher ended before everything was ready.");
                }
                return launcher.exitValue();
            }
            Thread.sleep(200);
        }
    }

    private static long show(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            System.out.print(new String(bytes, StandardCharsets.UTF_8));
            System.out.flush();
            return from + bytes.length;
        }
    }
}
