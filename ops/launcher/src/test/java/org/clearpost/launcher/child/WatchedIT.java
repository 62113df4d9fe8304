package org.clearpost.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An application's process ends with the launcher that started it, however that one died. */
class WatchedIT {

    @Test
    void endsWhenItsLauncherIsKilled() throws Exception {
        var launcher = java("org.clearpost.launcher.child.WatchedIT$Launcher").start();
        long child;
        try (var lines = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            child = Long.parseLong(lines.readLine());
            assertThat(ProcessHandle.of(child)).isPresent();
            launcher.destroyForcibly();
        }

        var ended = ProcessHandle.of(child).map(ProcessHandle::onExit);
        if (ended.isPresent()) {
            ended.get().get(5, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** Stands in for the launcher: starts one application, says its number, and waits to be killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws Exception {
            var application = java(
                            "org.clearpost.launcher.child.Watched",
                            "org.clearpost.launcher.child.WatchedIT$Application")
                    .start();
            System.out.println(application.pid());
            application.waitFor();
        }
    }

    /** Never ends by itself, and takes too long to shut down. */
    public static final class Application {

        private Application() {}

        public static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> sleep(60)));
            sleep(600);
        }

        private static void sleep(int seconds) {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ProcessBuilder java(String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(java.util.List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
