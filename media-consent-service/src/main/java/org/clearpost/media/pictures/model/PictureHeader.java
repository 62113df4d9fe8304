package org.clearpost.media.pictures.model;

import java.util.Set;
import org.clearpost.kit.problem.RefusedException;

/**
 * What a file's first bytes say it is, and how large. Its name and what a sender calls it count for nothing, and nothing
 * is decoded: a file that would fill the memory is refused by its header.
 */
public record PictureHeader(Kind kind, int width, int height) {

    /** What is taken. */
    public enum Kind {
        JPEG,
        PNG,
        WEBP
    }

    public static final int LARGEST_FILE = 20 * 1024 * 1024;
    static final long MOST_POINTS = 60_000_000;

    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    /** Refuses what is no picture, or one that is too large. */
    public static PictureHeader of(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new RefusedException(PictureProblem.TOO_LARGE);
        }
        PictureHeader header = read(new Octets(file));
        if (header.width == 0 || header.height == 0) {
            throw new RefusedException(PictureProblem.DAMAGED);
        }
        if (header.points() > MOST_POINTS) {
            throw new RefusedException(PictureProblem.TOO_MANY_POINTS);
        }
        return header;
    }

    public long points() {
        return (long) width * height;
    }

    private static PictureHeader read(Octets file) {
        if (file.has(0, JPEG)) {
            return jpeg(file);
        }
        if (file.has(0, PNG)) {
            return png(file);
        }
        if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
            return webp(file);
        }
        boolean heic = file.has(4, "ftyp") && file.length() >= 12 && HEIC.contains(file.name(8));
        throw new RefusedException(heic ? PictureProblem.HEIC : PictureProblem.NOT_A_PICTURE);
    }

    private static PictureHeader jpeg(Octets file) {
        long at = 2;
        while (true) {
            if (file.at(at) != 0xFF) {
                throw new RefusedException(PictureProblem.DAMAGED);
            }
            while (file.at(at) == 0xFF) {
                at++;
            }
            int marker = file.at(at++);
            if (Jpeg.isFrame(marker)) {
                return new PictureHeader(Kind.JPEG, file.big16(at + 5), file.big16(at + 3));
            }
            if (!Jpeg.standsAlone(marker)) {
                int length = file.big16(at);
                if (length < 2 || marker == Jpeg.SCAN || marker == Jpeg.END) {
                    throw new RefusedException(PictureProblem.DAMAGED);
                }
                at += length;
            }
        }
    }

    private static PictureHeader png(Octets file) {
        if (file.big32(8) != 13 || !file.has(12, "IHDR")) {
            throw new RefusedException(PictureProblem.DAMAGED);
        }
        return new PictureHeader(Kind.PNG, side(file.big32(16)), side(file.big32(20)));
    }

    private static int side(long length) {
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    /** An extended file says its size twice; one that contradicts itself is a trap. */
    private static PictureHeader webp(Octets file) {
        PictureHeader canvas = null;
        long at = 12;
        while (true) {
            PictureHeader picture =
                    switch (file.name(at)) {
                        case "VP8X" -> {
                            canvas = new PictureHeader(
                                    Kind.WEBP, file.little24(at + 12) + 1, file.little24(at + 15) + 1);
                            if ((file.at(at + 8) & 2) != 0) {
                                throw new RefusedException(PictureProblem.MOVING);
                            }
                            yield null;
                        }
                        case "VP8 " ->
                            new PictureHeader(
                                    Kind.WEBP, file.little16(at + 14) & 0x3FFF, file.little16(at + 16) & 0x3FFF);
                        case "VP8L" -> {
                            long sides = file.little32(at + 9);
                            yield new PictureHeader(
                                    Kind.WEBP, (int) (sides & 0x3FFF) + 1, (int) (sides >> 14 & 0x3FFF) + 1);
                        }
                        case "ANIM", "ANMF" -> throw new RefusedException(PictureProblem.MOVING);
                        default -> null;
                    };
            if (picture != null) {
                if (canvas != null && !canvas.equals(picture)) {
                    throw new RefusedException(PictureProblem.DAMAGED);
                }
                return picture;
            }
            long length = file.little32(at + 4);
            at += 8 + length + (length & 1);
        }
    }
}
