package org.clearpost.kit.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark that a test puts into every personal value, and the finder that knows it again however it was written down: in
 * any case, escaped, percent-encoded, in hexadecimal, in base64 of any alignment, or folded over lines.
 */
public final class Canary {

    /** Letters alone, so that it can stand in a name, an address or a note. */
    public static final String MARK = "Zqvantel";

    private static final int AROUND = 60;
    private static final int ASCII_LETTERS = 0x7F;
    private static final List<String> SPELLINGS =
            List.of(MARK, MARK.toLowerCase(Locale.ROOT), MARK.toUpperCase(Locale.ROOT));
    private static final List<String> IN_HEX = SPELLINGS.stream()
            .map(spelling -> HexFormat.of().formatHex(spelling.getBytes(StandardCharsets.US_ASCII)))
            .toList();
    private static final List<String> IN_BASE64 = inBase64();
    private static final Pattern ESCAPE = Pattern.compile(
            "(?:%|=|\\\\x)([0-9A-Fa-f]{2})|\\\\u([0-9A-Fa-f]{4})|&#x([0-9A-Fa-f]{1,6});|&#([0-9]{1,7});");

    private Canary() {}

    /** The mark with something behind it that tells which value it is. */
    public static String of(String what) {
        return MARK + what;
    }

    /** What stands around the mark; empty when it is not in the text. */
    public static Optional<String> in(String text) {
        String unfolded = text.replaceAll("=?\\R", "");
        String once = unescaped(unfolded);
        for (String reading : List.of(text, unfolded, once, unescaped(once))) {
            String lower = reading.toLowerCase(Locale.ROOT);
            Optional<String> found = around(reading, lower.indexOf(MARK.toLowerCase(Locale.ROOT)))
                    .or(() -> first(reading, lower, IN_HEX));
            if (found.isPresent()) {
                return found;
            }
        }
        String joined = unfolded.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        return first(joined, joined, IN_BASE64);
    }

    private static Optional<String> first(String shown, String searched, List<String> writings) {
        return writings.stream()
                .map(searched::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .flatMap(at -> around(shown, at));
    }

    private static Optional<String> around(String text, int at) {
        return at < 0
                ? Optional.empty()
                : Optional.of(text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND)));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(String.valueOf((char) (code(escape) & ASCII_LETTERS))));
    }

    private static int code(MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return Integer.parseInt(escape.group(group), 16);
            }
        }
        return Integer.parseInt(escape.group(4));
    }

    /** Three alignments of each spelling, without the characters at either end that what stands beside it changes. */
    private static List<String> inBase64() {
        List<String> writings = new ArrayList<>();
        for (String spelling : SPELLINGS) {
            for (int before = 0; before < 3; before++) {
                byte[] bytes = ("x".repeat(before) + spelling).getBytes(StandardCharsets.US_ASCII);
                String written = Base64.getEncoder().withoutPadding().encodeToString(bytes);
                writings.add(written.substring((before * 8 + 5) / 6, bytes.length * 8 / 6));
            }
        }
        return List.copyOf(writings);
    }
}
