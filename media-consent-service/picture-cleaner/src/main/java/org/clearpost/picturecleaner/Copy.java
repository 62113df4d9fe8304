package org.clearpost.picturecleaner;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The clean copy: upright, sRGB, written anew. */
record Copy(String kind, int width, int height, byte[] content) {

    static final int LONGEST_SIDE = 4096;
    static final int LARGEST = 20 * 1024 * 1024;

    /** A transparent picture of this size fits whatever it shows. */
    private static final int SURELY_FITS = 2000;

    private static final float[] QUALITIES = {0.9f, 0.75f, 0.5f};

    static Copy of(Points points, byte[] rgb, int orientation) throws IOException {
        BufferedImage upright = upright(points, rgb, orientation);
        if (!points.isOpaque()) {
            byte[] png = png(upright);
            return new Copy("PNG", upright.getWidth(), upright.getHeight(), png);
        }
        byte[] jpeg = {};
        for (float quality : QUALITIES) {
            jpeg = jpeg(upright, quality);
            if (jpeg.length <= LARGEST) {
                break;
            }
        }
        return new Copy("JPEG", upright.getWidth(), upright.getHeight(), jpeg);
    }

    /** Whether the copy may be kept, and if not, to what size the picture has to be brought first. */
    boolean isTooLarge() {
        return content.length > LARGEST;
    }

    static int smaller() {
        return SURELY_FITS;
    }

    /** Turns the picture as the camera was held. */
    private static BufferedImage upright(Points points, byte[] rgb, int orientation) {
        int width = points.width();
        int height = points.height();
        boolean sideways = orientation >= 5;
        boolean opaque = points.isOpaque();
        BufferedImage image = new BufferedImage(
                sideways ? height : width,
                sideways ? width : height,
                opaque ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_4BYTE_ABGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int step = opaque ? 3 : 4;
        int origin = place(0, 0, width, height, orientation) * step;
        int right = place(1, 0, width, height, orientation) * step - origin;
        int down = place(0, 1, width, height, orientation) * step - origin;
        int from = 0;
        for (int y = 0; y < height; y++) {
            int at = origin + y * down;
            for (int x = 0; x < width; x++, from++, at += right) {
                int first = at;
                if (!opaque) {
                    to[first++] = points.opaque()[from];
                }
                to[first] = rgb[3 * from + 2];
                to[first + 1] = rgb[3 * from + 1];
                to[first + 2] = rgb[3 * from];
            }
        }
        return image;
    }

    /** Where a point belongs: the eight ways EXIF 2.3, "Orientation", names. */
    private static int place(int x, int y, int width, int height, int orientation) {
        int mirroredX = width - 1 - x;
        int mirroredY = height - 1 - y;
        return switch (orientation) {
            case 2 -> y * width + mirroredX;
            case 3 -> mirroredY * width + mirroredX;
            case 4 -> mirroredY * width + x;
            case 5 -> x * height + y;
            case 6 -> x * height + mirroredY;
            case 7 -> mirroredX * height + mirroredY;
            case 8 -> mirroredX * height + y;
            default -> y * width + x;
        };
    }

    private static byte[] png(BufferedImage image) throws IOException {
        return written(ImageIO.getImageWritersByFormatName("png").next(), image, null);
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        return written(writer, image, how);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, @Nullable ImageWriteParam how)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
