package org.clearpost.picturecleaner;

import java.util.Arrays;
import org.clearpost.picturecleaner.RefusedPictureException.Why;

/** Numbers and words in a file. Reading beyond its end means that the file is damaged. */
final class Bytes {

    private Bytes() {}

    static int at(byte[] file, int at) {
        if (at < 0 || at >= file.length) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        return file[at] & 0xFF;
    }

    static int big16(byte[] file, int at) {
        return at(file, at) << 8 | at(file, at + 1);
    }

    static int big32(byte[] file, int at) {
        return big16(file, at) << 16 | big16(file, at + 2);
    }

    static int little32(byte[] file, int at) {
        return Integer.reverseBytes(big32(file, at));
    }

    /** The part of the file that is said to be there; a part that is not is damage. */
    static byte[] part(byte[] file, long from, long length) {
        if (from < 0 || length < 0 || from + length > file.length) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        return Arrays.copyOfRange(file, (int) from, (int) (from + length));
    }

    static boolean startsWith(byte[] file, int... start) {
        return isAt(file, 0, start);
    }

    static boolean isAt(byte[] file, int from, int... expected) {
        if (from + expected.length > file.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((file[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isAt(byte[] file, int from, String word) {
        return isAt(file, from, word.chars().toArray());
    }

    /** Whether anything but padding stands from here to the end. */
    static boolean anythingFrom(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
