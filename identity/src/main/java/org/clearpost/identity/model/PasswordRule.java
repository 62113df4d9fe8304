package org.clearpost.identity.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password must be: 12 characters or more, and nothing that is tried first by those who guess.
 *
 * <p>Length counts for more than mixture, so no kinds of characters are demanded and nothing expires.
 */
public final class PasswordRule {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /** Guessed first, also with digits or signs around them. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passw0rd",
            "passwordpassword",
            "mypassword",
            "newpassword",
            "changeme",
            "changemenow",
            "letmein",
            "letmeinnow",
            "welcome",
            "welcometo",
            "iloveyou",
            "qwerty",
            "qwertyuiop",
            "qwertyqwerty",
            "qwertyasdf",
            "qwertyasdfgh",
            "asdfghjkl",
            "asdfasdfasdf",
            "zxcvbnm",
            "1q2w3e4r5t6y",
            "q1w2e3r4t5y6",
            "1qaz2wsx3edc",
            "abcdefghijkl",
            "abcabcabcabc",
            "administrator",
            "admin",
            "adminadmin",
            "superman",
            "sunshine",
            "princess",
            "football",
            "liverpool",
            "arsenal",
            "manchester",
            "manchesterunited",
            "chelsea",
            "monkey",
            "dragon",
            "baseball",
            "trustno1",
            "starwars",
            "whatever",
            "blink182",
            "clearpost",
            "school",
            "nursery",
            "teacher",
            "headteacher",
            "summer",
            "winter",
            "autumn",
            "spring",
            "january",
            "february",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "friday",
            "correcthorsebatterystaple");

    private static final String ROWS = "01234567890 09876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba "
            + "qwertyuiopasdfghjklzxcvbnm poiuytrewqlkjhgfdsamnbvcxz";

    private PasswordRule() {}

    /** The one spelling in which a password is hashed, so that it is the same typed on any keyboard. */
    public static String spelling(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Why this password will not do, in one sentence; empty when it will. */
    public static Optional<String> objection(String typed, String email) {
        String password = spelling(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("The new password needs at least 12 characters.");
        }
        if (length > LONGEST) {
            return Optional.of("The new password can have at most 200 characters.");
        }
        if (common(password.toLowerCase(Locale.ROOT)) || holdsAddress(password, email)) {
            return Optional.of("That password is easy to guess: choose another, for example four unrelated words.");
        }
        return Optional.empty();
    }

    private static boolean common(String password) {
        String letters = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        if (COMMON.contains(password) || COMMON.contains(letters)) {
            return true;
        }
        if (password.codePoints().distinct().count() < 5) {
            return true;
        }
        return ROWS.contains(password) || repeats(password);
    }

    /** Whether the password is a short piece written again and again. */
    private static boolean repeats(String password) {
        for (int piece = 1; piece <= 10; piece++) {
            String again = password.substring(0, piece).repeat(password.length() / piece + 1);
            if (again.startsWith(password)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsAddress(String password, String email) {
        return EmailAddress.parse(email)
                .map(EmailAddress::localPart)
                .filter(name -> name.length() >= 4)
                .filter(name -> password.toLowerCase(Locale.ROOT).contains(name))
                .isPresent();
    }
}
