package org.clearpost.media.pictures.cleaning;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The cleanings that run at the moment; one that is held never ends by itself, so no test has to hurry. */
public final class Cleanings {

    private Cleanings() {}

    public static List<ProcessHandle> running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("picturecleaner"))
                .toList();
    }

    /** Waits for the first one and stops it where it is. */
    public static ProcessHandle hold() {
        await().until(() -> !running().isEmpty());
        ProcessHandle first = running().getFirst();
        signal(first, "-STOP");
        return first;
    }

    public static void letGo(ProcessHandle held) {
        signal(held, "-CONT");
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
