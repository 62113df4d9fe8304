package org.clearpost.launcher.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs an application's main class and ends the process when the launcher is gone.
 *
 * <p>The launcher holds the other end of standard input. However it dies, the system closes that end, reading it
 * ends here, and the application shuts down; what takes longer than two seconds is cut off.
 */
public final class Watched {

    private static final long GRACE_SECONDS = 2;

    private Watched() {}

    public static void main(String[] arguments) throws Throwable {
        var watch = new Thread(Watched::endWithParent, "launcher-watch");
        watch.setDaemon(true);
        watch.start();
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The launcher never writes.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        var cutOff = new Thread(Watched::halt, "launcher-watch-halt");
        cutOff.setDaemon(true);
        cutOff.start();
        System.exit(143);
    }

    private static void halt() {
        try {
            TimeUnit.SECONDS.sleep(GRACE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }
}
