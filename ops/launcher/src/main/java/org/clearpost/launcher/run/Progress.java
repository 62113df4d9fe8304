package org.clearpost.launcher.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person watching sees: one line per thing that happened, with the time since the start. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    public void up(String part, String remark) {
        say("  up   %-24s %6s  %s".formatted(part, seconds(elapsed()), remark).stripTrailing());
    }

    public void trouble(String sentence) {
        say("  !    " + sentence);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
