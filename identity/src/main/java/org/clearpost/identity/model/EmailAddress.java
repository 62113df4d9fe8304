package org.clearpost.identity.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address somebody signs in with, in the one spelling it is stored and looked up in: trimmed and in lower case, so
 * that it does not matter how it was typed.
 *
 * <p>Narrower than the standard on purpose. Quoted local parts and address literals are not what staff have.
 */
public record EmailAddress(String value) {

    public static final int LONGEST = 254;

    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_LOCAL = 64;

    /** Empty when what was typed cannot be an address. */
    public static Optional<EmailAddress> parse(String typed) {
        String tidy = tidy(typed);
        int at = tidy.indexOf('@');
        boolean shaped = tidy.length() <= LONGEST
                && at >= 1
                && at <= LONGEST_LOCAL
                && LOCAL.matcher(tidy.substring(0, at)).matches()
                && isDomain(tidy.substring(at + 1));
        return shaped ? Optional.of(new EmailAddress(tidy)) : Optional.empty();
    }

    /** The spelling used for comparing, of anything typed. */
    public static String tidy(String typed) {
        return typed.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code tidy} could stand behind the @ of an address. */
    public static boolean isDomain(String tidy) {
        return DOMAIN.matcher(tidy).matches();
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    String localPart() {
        return value.substring(0, value.indexOf('@'));
    }
}
