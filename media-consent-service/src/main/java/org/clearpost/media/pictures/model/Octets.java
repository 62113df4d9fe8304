package org.clearpost.media.pictures.model;

import java.nio.charset.StandardCharsets;
import org.clearpost.kit.problem.RefusedException;

/** The bytes of a file, read with care: looking beyond the end means that the file is damaged. */
record Octets(byte[] bytes) {

    int length() {
        return bytes.length;
    }

    int at(long at) {
        if (at < 0 || at >= bytes.length) {
            throw new RefusedException(PictureProblem.DAMAGED);
        }
        return bytes[(int) at] & 0xFF;
    }

    int big16(long at) {
        return at(at) << 8 | at(at + 1);
    }

    long big32(long at) {
        return (long) big16(at) << 16 | big16(at + 2);
    }

    int little16(long at) {
        return at(at) | at(at + 1) << 8;
    }

    int little24(long at) {
        return little16(at) | at(at + 2) << 16;
    }

    long little32(long at) {
        return little24(at) | (long) at(at + 3) << 24;
    }

    boolean has(long at, String word) {
        return at >= 0
                && at + word.length() <= bytes.length
                && text(at, word.length()).equals(word);
    }

    /** Four letters that name a part. */
    String name(long at) {
        at(at + 3);
        return text(at, 4);
    }

    private String text(long at, int length) {
        return new String(bytes, (int) at, length, StandardCharsets.ISO_8859_1);
    }
}
