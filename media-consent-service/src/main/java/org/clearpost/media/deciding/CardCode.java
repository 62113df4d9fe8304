package org.clearpost.media.deciding;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The short code on a decision card: the random end of the decision's id in letters that are not mistaken for one another
 * (Crockford's base 32). It carries no authority.
 */
final class CardCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int HEX = 12;

    private CardCode() {}

    static String of(UUID decision) {
        long bits = decision.getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL;
        StringBuilder code = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(LETTERS.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return code.insert(5, '-').toString();
    }

    /** The end of the id, as it is stored, of a code as somebody typed it. */
    static Optional<String> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        long bits = 0;
        for (char letter : code.toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | value;
        }
        return bits >>> 48 == 0 ? Optional.of(String.format(Locale.ROOT, "%0" + HEX + "x", bits)) : Optional.empty();
    }
}
