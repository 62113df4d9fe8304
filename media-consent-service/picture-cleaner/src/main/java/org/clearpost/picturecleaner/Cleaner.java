package org.clearpost.picturecleaner;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.clearpost.picturecleaner.RefusedPictureException.Why;

/**
 * Reads a picture from standard input to its end and answers on standard output, in one line and, for a clean copy, its
 * bytes:
 *
 * <pre>
 * clean JPEG 4032 3024 2301245 LOCATION,SERIAL_NUMBER
 * refused DAMAGED
 * </pre>
 *
 * Whatever else this process does, such as ending early, means that the picture could not be cleaned.
 */
public final class Cleaner {

    private static final long MOST_POINTS = 60_000_000;
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** What a decoded picture may take; a larger one is decoded every second point only. */
    private static final long MOST_DECODED = 250_000_000;

    private Cleaner() {}

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        byte[] file = System.in.readNBytes(LARGEST_FILE + 1);
        answer(file, System.out);
        System.out.flush();
        // Threads that a decoder may have left behind end here.
        Runtime.getRuntime().halt(0);
    }

    static void answer(byte[] file, OutputStream out) throws IOException {
        try {
            if (file.length > LARGEST_FILE) {
                throw new RefusedPictureException(Why.STRANGE);
            }
            Parts parts = Parts.of(file);
            Found found = Found.in(file, parts);
            Copy copy = clean(parts, found.orientation());
            String line = "clean %s %d %d %d %s\n"
                    .formatted(
                            copy.kind(), copy.width(), copy.height(), copy.content().length, words(found.findings()));
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.write(copy.content());
        } catch (RefusedPictureException refused) {
            out.write(("refused " + refused.why() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException unreadable) {
            out.write(("refused " + Why.DAMAGED + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String words(Set<Found.Finding> findings) {
        return findings.isEmpty() ? "-" : findings.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Copy clean(Parts parts, int orientation) throws IOException {
        Copy copy = copy(parts, orientation, Copy.LONGEST_SIDE);
        return copy.isTooLarge() ? copy(parts, orientation, Copy.smaller()) : copy;
    }

    private static Copy copy(Parts parts, int orientation, int longest) throws IOException {
        Points points = points(parts, longest);
        return Copy.of(points, Colours.sRgb(points, parts), orientation);
    }

    private static Points points(Parts parts, int longest) throws IOException {
        boolean inks = parts.components() == 4;
        if (parts.kind() == Parts.Kind.JPEG && !inks) {
            return JpegRows.of(parts.bare(), MOST_POINTS, longest);
        }
        ImageReader reader = reader(parts.kind());
        try (ImageInputStream in = new ByteArrayImageInputStream(parts.bare())) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1 || height < 1 || width * height > MOST_POINTS) {
                throw new RefusedPictureException(Why.STRANGE);
            }
            ImageReadParam how = reader.getDefaultReadParam();
            if (inks) {
                every(how, width * height * 4);
                return Rows.of(reader.readRaster(0, how), null, longest);
            }
            if (parts.kind() == Parts.Kind.PNG) {
                every(how, width * height * bytesPerPoint(reader));
            }
            return Rows.of(reader.read(0, how), longest);
        } finally {
            reader.dispose();
        }
    }

    private static void every(ImageReadParam how, long bytes) {
        int step = 1;
        while (bytes / ((long) step * step) > MOST_DECODED) {
            step++;
        }
        how.setSourceSubsampling(step, step, 0, 0);
    }

    private static long bytesPerPoint(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        int bits = 0;
        for (int size : type.getSampleModel().getSampleSize()) {
            bits += size;
        }
        return Math.max(1, bits / 8);
    }

    /** The platform's own decoders for two kinds; for the third the one that is on this program's class path. */
    private static ImageReader reader(Parts.Kind kind) {
        return switch (kind) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }
}
