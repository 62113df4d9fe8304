package org.clearpost.media.pictures.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.media.model.PictureFinding;

/**
 * A cleaned copy, and what the file it was made from carried.
 *
 * <p>It is looked at once more before it is believed: {@link #of} takes a file that has nothing in it but the picture.
 * Whoever made it, no place for other words is left.
 */
public record CleanCopy(PictureFormat format, int width, int height, byte[] content, Set<PictureFinding> findings) {

    static final int LONGEST_SIDE = 4096;
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Set<Integer> JPEG_SEGMENTS =
            Set.of(Jpeg.HUFFMAN, Jpeg.QUANTISATION, Jpeg.RESTART, Jpeg.SCAN, 0xC0, 0xC1, 0xC2);
    private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "IDAT", "IEND");

    /** Refuses a copy that is anything more than the picture it is said to be. */
    public static CleanCopy of(
            PictureFormat format, int width, int height, byte[] content, Set<PictureFinding> findings) {
        PictureHeader header = PictureHeader.of(content);
        boolean asSaid = header.kind().name().equals(format.name())
                && header.width() == width
                && header.height() == height
                && Math.max(width, height) <= LONGEST_SIDE
                && content.length <= LARGEST;
        Octets file = new Octets(content);
        if (!asSaid || !(format == PictureFormat.JPEG ? isBareJpeg(file) : isBarePng(file))) {
            throw new RefusedException(PictureProblem.NOT_CLEANED);
        }
        Set<PictureFinding> inOrder = EnumSet.noneOf(PictureFinding.class);
        inOrder.addAll(findings);
        return new CleanCopy(format, width, height, content, inOrder);
    }

    /** SHA-256, hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** The density header every JPEG begins with, without the small picture it may hold; tables; one frame; scans; the end. */
    private static boolean isBareJpeg(Octets file) {
        long at = 2;
        while (true) {
            if (file.at(at) != 0xFF) {
                return false;
            }
            int marker = file.at(at + 1);
            at += 2;
            if (marker == Jpeg.END) {
                return at == file.length();
            }
            int length = file.big16(at);
            boolean density = marker == Jpeg.APP0 && length == 16 && file.has(at + 2, "JFIF\0") && at == 4;
            if (!density && !JPEG_SEGMENTS.contains(marker)) {
                return false;
            }
            at += length;
            if (marker == Jpeg.SCAN) {
                at = endOfScan(file, at);
            }
        }
    }

    private static long endOfScan(Octets file, long from) {
        long at = from;
        while (file.at(at) != 0xFF || file.at(at + 1) == 0 || Jpeg.standsAlone(file.at(at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isBarePng(Octets file) {
        long at = 8;
        while (at < file.length()) {
            if (!PNG_CHUNKS.contains(file.name(at + 4))) {
                return false;
            }
            at += 12 + file.big32(at);
        }
        return at == file.length() && file.has(at - 8, "IEND") && file.big32(at - 12) == 0;
    }
}
