package org.clearpost.picturecleaner;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.clearpost.picturecleaner.RefusedPictureException.Why;

/** Takes a WebP apart: the picture and its transparency stay. */
final class WebpParts {

    private static final int HEADER = 12;
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;

    private WebpParts() {}

    static Parts of(byte[] file) {
        if (!Bytes.isAt(file, 0, "RIFF") || !Bytes.isAt(file, 8, "WEBP")) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        long said = Integer.toUnsignedLong(Bytes.little32(file, 4)) + 8;
        if (said > file.length || said < HEADER) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        int end = (int) said;
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        byte[] profile = null;
        boolean picture = false;
        boolean more = false;
        int at = HEADER;
        while (at + 8 <= end) {
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            byte[] content = Bytes.part(file, at + 8L, Integer.toUnsignedLong(Bytes.little32(file, at + 4)));
            switch (type) {
                case "VP8 ", "VP8L" -> {
                    if (picture) {
                        throw new RefusedPictureException(Why.STRANGE);
                    }
                    picture = true;
                    chunk(kept, type, content);
                }
                case "VP8X" -> chunk(kept, type, still(content));
                case "ALPH" -> chunk(kept, type, content);
                case "ANIM", "ANMF" -> throw new RefusedPictureException(Why.MOVING);
                case "ICCP" -> profile = content.length <= Parts.LONGEST_PROFILE ? content : null;
                default -> more = true;
            }
            at += 8 + content.length + (content.length & 1);
        }
        if (!picture) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        return new Parts(
                Parts.Kind.WEBP, riff(kept.toByteArray()), profile, 0, -1, more || Bytes.anythingFrom(file, end));
    }

    /** The extended header, saying of what is still there only. */
    private static byte[] still(byte[] header) {
        if (header.length < 10) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        if ((header[0] & ANIMATION) != 0) {
            throw new RefusedPictureException(Why.MOVING);
        }
        byte[] bare = Arrays.copyOf(header, 10);
        bare[0] &= ALPHA;
        return bare;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(little(content.length));
        out.writeBytes(content);
        if ((content.length & 1) == 1) {
            out.write(0);
        }
    }

    private static byte[] riff(byte[] chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.length + HEADER);
        out.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(little(chunks.length + 4));
        out.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(chunks);
        return out.toByteArray();
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
