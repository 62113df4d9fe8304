package org.clearpost.launcher.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.clearpost.launcher.Failure;
import org.jspecify.annotations.Nullable;

/** What building needs beside Java: Maven, and Node.js for the pages. */
final class Prerequisites {

    private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Pattern NODE = Pattern.compile("v(\\d+)\\.(\\d+)\\.(\\d+)");

    private Prerequisites() {}

    /** The Maven program; CLEARPOST_MAVEN names another one than the first on the path. */
    static String maven() {
        return System.getenv().getOrDefault("CLEARPOST_MAVEN", "mvn");
    }

    static void check(boolean pages) {
        if (!atLeast(MAVEN, said(maven(), "--version"), 3, 8, 7)) {
            throw new Failure("Building needs Maven 3.8.7 or newer on the path.");
        }
        if (pages && !atLeast(NODE, said("node", "--version"), 20, 0, 0)) {
            throw new Failure("Building the pages needs Node.js 20 or newer on the path.");
        }
    }

    static boolean atLeast(Pattern pattern, @Nullable String said, int major, int minor, int patch) {
        var match = pattern.matcher(said == null ? "" : said);
        if (!match.find()) {
            return false;
        }
        var found = new int[] {
            Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))
        };
        var wanted = new int[] {major, minor, patch};
        for (var i = 0; i < wanted.length; i++) {
            if (found[i] != wanted[i]) {
                return found[i] > wanted[i];
            }
        }
        return true;
    }

    private static @Nullable String said(String program, String argument) {
        try {
            var builder = new ProcessBuilder(program, argument).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", JavaRuntime.current().home().toString());
            var process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }
}
