package org.clearpost.postgres;

import java.util.regex.Pattern;

/** One service's database and the passwords of the two roles that log in to it. */
public record Database(String name, String ownerPassword, String appPassword) {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]+");

    public Database {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        // They are written into statements that take no parameters.
        if (!PASSWORD.matcher(ownerPassword).matches()
                || !PASSWORD.matcher(appPassword).matches()) {
            throw new IllegalArgumentException("Passwords of " + name + " may hold letters, digits, - and _ only.");
        }
    }
}
