package org.clearpost.kit.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What single cells look like: cleaned, guarded against formulas, compared without regard to case. */
public final class Cells {

    private static final Pattern BREAK =
            Pattern.compile("\\s*(?:\\r\\n|\\r|\\n|\\u000B|\\u000C|\\u0085|\\u2028|\\u2029)\\s*");
    private static final Pattern QUOTED_TEXT = Pattern.compile("=\\s*\"([^\"]*)\"");
    private static final Pattern SHORTENED = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Cells() {}

    /** Without outer spaces, the no-break space among them; a line break inside becomes one space. */
    public static String clean(String raw) {
        boolean odd = false;
        for (int i = 0; i < raw.length() && !odd; i++) {
            char c = raw.charAt(i);
            odd = c < ' ' || (c > '~' && (Character.isSpaceChar(c) || isInvisible(c) || c == '\u0085'));
        }
        String text = raw;
        if (odd) {
            text = BREAK.matcher(raw).replaceAll(" ");
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isSpaceChar(c) || c == '\t') {
                    plain.append(' ');
                } else if (!isInvisible(c)) {
                    plain.append(c);
                }
            }
            text = plain.toString();
        }
        return text.strip();
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\uFEFF' || c == '\u2060' || c == '\u200E' || c == '\u200F';
    }

    /** Whether a spreadsheet would compute this cell. A lone hyphen is a way to write nothing. */
    public static boolean isFormula(String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return false;
        }
        char first = cell.charAt(0);
        return first == '=' || first == '+' || first == '-' || first == '@';
    }

    /** Reads {@code ="0031"}, the way exports keep leading zeros, as 0031. Everything else stays as it is. */
    public static String withoutTextWrapper(String cell) {
        Matcher wrapped = QUOTED_TEXT.matcher(cell);
        return wrapped.matches() ? clean(wrapped.group(1)) : cell;
    }

    /** Whether a spreadsheet turned a long number into a power of ten, losing digits. */
    public static boolean isShortenedNumber(String cell) {
        return SHORTENED.matcher(cell).matches();
    }

    /**
     * Whether a letter was lost on the way: {@code ?} or {@code _} in its place, the replacement
     * character, or UTF-8 that was read as Windows-1252 ({@code Ã©}).
     */
    public static boolean hasLostLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '?' || c == '_' || c == '\uFFFD') {
                return true;
            }
            if (i + 1 < name.length() && isMisread(c, name.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMisread(char lead, char next) {
        if (lead < '\u00C2' || lead > '\u00F4' || !isContinuation(next)) {
            return false;
        }
        // A name may well hold an accented letter before š, œ or ž; only Â and Ã before one are a giveaway.
        return lead == '\u00C2' || lead == '\u00C3' || !Character.isLetter(next);
    }

    private static boolean isContinuation(char c) {
        if (c >= '\u0080' && c <= '\u00BF') {
            return true;
        }
        // Typographic quotes and dashes stand in names for their own sake.
        if (c <= '\u00FF' || c == '\u2018' || c == '\u2019' || c == '\u2013') {
            return false;
        }
        try {
            ByteBuffer bytes = WINDOWS_1252
                    .newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(new char[] {c}));
            int value = bytes.get() & 0xFF;
            return value >= 0x80 && value <= 0x9F;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** One form for comparing: composed, lower case, single spaces. */
    public static String folded(String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = (c > ' ' && c <= '~') || (c == ' ' && i > 0 && cell.charAt(i - 1) != ' ');
        }
        if (plain) {
            return cell.toLowerCase(Locale.ROOT);
        }
        String composed = Normalizer.normalize(clean(cell), Normalizer.Form.NFC);
        // Through upper case first, so that ß and final sigma compare like their other forms.
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replaceAll(" {2,}", " ");
    }
}
