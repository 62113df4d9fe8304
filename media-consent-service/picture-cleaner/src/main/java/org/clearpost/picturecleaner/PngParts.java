package org.clearpost.picturecleaner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.clearpost.picturecleaner.RefusedPictureException.Why;
import org.jspecify.annotations.Nullable;

/** Takes a PNG apart: header, palette, transparency and pixels stay; every other chunk goes unread. */
final class PngParts {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    /** Chunks that say how the picture is to be shown, and words, which are a finding of their own. */
    private static final Set<String> ORDINARY =
            Set.of("sRGB", "gAMA", "cHRM", "pHYs", "sBIT", "bKGD", "hIST", "cICP", "tEXt", "zTXt", "iTXt");

    private PngParts() {}

    static Parts of(byte[] file) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(file, 0, SIGNATURE);
        byte[] profile = null;
        int at = SIGNATURE;
        boolean pixels = false;
        boolean more = false;
        while (true) {
            long length = Integer.toUnsignedLong(Bytes.big32(file, at));
            if (at + length + AROUND > file.length) {
                throw new RefusedPictureException(Why.DAMAGED);
            }
            int end = (int) (at + length + AROUND);
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if ((at == SIGNATURE) != type.equals("IHDR")) {
                throw new RefusedPictureException(Why.DAMAGED);
            }
            switch (type) {
                case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> {
                    checkSum(file, at, end);
                    bare.write(file, at, end - at);
                    pixels |= type.equals("IDAT");
                }
                case "acTL", "fcTL", "fdAT" -> throw new RefusedPictureException(Why.MOVING);
                case "iCCP" -> profile = inflated(file, at + 8, end - 4);
                default -> {
                    if (Character.isUpperCase(type.charAt(0))) {
                        throw new RefusedPictureException(Why.DAMAGED);
                    }
                    more |= !ORDINARY.contains(type);
                }
            }
            at = end;
            if (type.equals("IEND")) {
                break;
            }
        }
        if (!pixels) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        return new Parts(Parts.Kind.PNG, bare.toByteArray(), profile, 0, -1, more || Bytes.anythingFrom(file, at));
    }

    private static void checkSum(byte[] file, int at, int end) {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, end - at - 8);
        if ((int) sum.getValue() != Bytes.big32(file, end - 4)) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
    }

    /** A name, a zero, a method byte, and the packed profile. One that unpacks to more than a profile has is none. */
    private static byte @Nullable [] inflated(byte[] file, int from, int end) {
        int name = from;
        while (name < end && file[name] != 0) {
            name++;
        }
        if (name + 2 >= end) {
            return null;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, name + 2, end - name - 2);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] piece = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(piece);
                if (read == 0 || whole.size() + read > Parts.LONGEST_PROFILE) {
                    return null;
                }
                whole.write(piece, 0, read);
            }
            return whole.toByteArray();
        } catch (DataFormatException damaged) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
