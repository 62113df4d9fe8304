package org.clearpost.media.importing.model;

/**
 * A unique pupil number as the government data catalogue describes it: a check letter, eleven digits, and a digit or
 * (for a temporary one) a letter.
 */
final class Upn {

    /** Without I, O and S, which look like digits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Upn() {}

    static boolean isValid(String text) {
        if (text.length() != 13) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            char c = text.charAt(i);
            int value = c >= '0' && c <= '9' ? c - '0' : i == 12 ? LETTERS.indexOf(c) : -1;
            if (value < 0) {
                return false;
            }
            sum += value * (i + 1);
        }
        return text.charAt(0) == LETTERS.charAt(sum % 23);
    }
}
