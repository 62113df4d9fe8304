package org.clearpost.media.pictures.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws small pictures and puts things into them, byte by byte where no writer would. */
final class Drawn {

    private Drawn() {}

    /** Red, green, blue and white, a quarter each, so that the way up can be told. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < (width + 1) / 2;
                boolean top = y < (height + 1) / 2;
                Color colour = top ? (left ? Color.RED : Color.GREEN) : (left ? Color.BLUE : Color.WHITE);
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    /** The same quarters with a grain, as a camera has them: a file of some megabytes when the picture is large. */
    static BufferedImage grained(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            image.getRaster().setDataElements(0, y, width, 1, grainedRow(width, height, y));
        }
        return image;
    }

    /** The same as a PNG, row by row. */
    static byte[] grainedPng(int width, int height) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 8192)) {
            for (int y = 0; y < height; y++) {
                out.write(0);
                out.write(grainedRow(width, height, y));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return png(width, height, 8, 2, packed.toByteArray());
    }

    private static byte[] grainedRow(int width, int height, int y) {
        byte[] row = new byte[width * 3];
        boolean top = y < height / 2;
        for (int x = 0; x < width; x++) {
            boolean left = x < width / 2;
            int grain = (x * 31 ^ y * 17) >> 3 & 0x1F;
            row[3 * x] = (byte) (top == left ? 255 - grain : grain);
            row[3 * x + 1] = (byte) (left ? grain : 255 - grain);
            row[3 * x + 2] = (byte) (top ? grain : 255 - grain);
        }
        return row;
    }

    static byte[] jpeg(int width, int height) {
        return written("jpeg", quarters(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    static byte[] progressive(int width, int height) {
        return written("jpeg", quarters(width, height, BufferedImage.TYPE_INT_RGB), true);
    }

    static byte[] png(int width, int height) {
        return written("png", quarters(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    static byte[] written(String format, BufferedImage image, boolean progressive) {
        return written(format, new IIOImage(image, null, null), progressive);
    }

    /** Four values a point, as printers' files have. */
    static byte[] fourInks(int width, int height) {
        byte[] inks = new byte[width * height * 4];
        Arrays.fill(inks, (byte) 200);
        Raster raster = Raster.createInterleavedRaster(
                new java.awt.image.DataBufferByte(inks, inks.length),
                width,
                height,
                width * 4,
                4,
                new int[] {0, 1, 2, 3},
                null);
        return written("jpeg", new IIOImage(raster, null, null), false);
    }

    private static byte[] written(String format, IIOImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A segment right behind the JPEG's first two bytes. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[]... content) {
        byte[] all = Exif.joined(content);
        byte[] segment = ByteBuffer.allocate(4 + all.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (all.length + 2))
                .put(all)
                .array();
        return Exif.joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        return withSegment(jpeg, 0xE1, ascii("Exif\0\0"), exif);
    }

    /** A chunk behind the PNG's header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        int afterHeader = 8 + 25;
        return Exif.joined(
                Arrays.copyOf(png, afterHeader),
                chunk(type, content),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(ascii(type));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(ascii(type))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG of one colour in the given shape, made of zeros without ever being in memory. */
    static byte[] emptyPng(int width, int height, int depth, int colourType, long bytes) {
        return png(width, height, depth, colourType, zeros(bytes));
    }

    private static byte[] png(int width, int height, int depth, int colourType, byte[] packed) {
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType);
        return Exif.joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", header.array()),
                chunk("IDAT", packed),
                chunk("IEND", new byte[0]));
    }

    /** That many zeros, packed. */
    static byte[] zeros(long count) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 8192)) {
            byte[] piece = new byte[1 << 16];
            for (long left = count; left > 0; left -= piece.length) {
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A WebP without loss in one colour: some thirty bytes, whatever its size. */
    static byte[] oneColour(int width, int height) {
        Bits bits = new Bits();
        bits.put(0x2F, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
        // No transform, no colour cache, one set of codes.
        bits.put(0, 3);
        for (int value : new int[] {120, 40, 200, 255}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(value, 8);
        }
        bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
        return bits.bytes();
    }

    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int open;
        private int count;

        Bits put(int value, int width) {
            for (int i = 0; i < width; i++) {
                open |= (value >> i & 1) << count;
                if (++count == 8) {
                    bytes.write(open);
                    open = 0;
                    count = 0;
                }
            }
            return this;
        }

        byte[] bytes() {
            while (count != 0) {
                put(0, 1);
            }
            // Decoders read ahead.
            put(0, 32).put(0, 32);
            return bytes.toByteArray();
        }
    }

    /**
     * A lossy WebP without an encoder: whatever bits come, they mean a picture. Zeros at the start say that nothing of
     * how it is coded differs from the usual, noise then gives shapes and details, zeros to the end give grey.
     */
    static byte[] lossy(int width, int height) {
        byte[] modes = new byte[400_000];
        byte[] details = new byte[4_000_000];
        Random random = new Random(60);
        fill(random, modes, 100, 200_000);
        fill(random, details, 0, 2_000_000);
        ByteBuffer frame = Exif.little(10 + modes.length + details.length);
        int tag = modes.length << 5 | 1 << 4;
        frame.put((byte) tag).put((byte) (tag >> 8)).put((byte) (tag >> 16));
        frame.put(new byte[] {(byte) 0x9D, 1, 0x2A}).putShort((short) width).putShort((short) height);
        return webp(part("VP8 ", frame.put(modes).put(details).array()));
    }

    private static void fill(Random random, byte[] bytes, int from, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, from, length);
    }

    static byte[] webp(byte[]... chunks) {
        byte[] all = Exif.joined(chunks);
        return Exif.joined(ascii("RIFF"), Exif.little(4).putInt(all.length + 4).array(), ascii("WEBP"), all);
    }

    static byte[] part(String type, byte[] content) {
        return Exif.joined(
                ascii(type), Exif.little(4).putInt(content.length).array(), content, new byte[content.length & 1]);
    }

    static byte[] canvas(int flags, int width, int height) {
        ByteBuffer canvas = Exif.little(10).put((byte) flags).put(new byte[3]);
        for (int side : new int[] {width - 1, height - 1}) {
            canvas.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
        }
        return part("VP8X", canvas.array());
    }

    static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
