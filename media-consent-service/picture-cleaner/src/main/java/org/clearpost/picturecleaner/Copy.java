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

    /** Turns the picture as the camera was held: the eight ways EXIF 2.3, "Orientation", names. */
    private static BufferedImage upright(Points points, byte[] rgb, int orientation) {
        int width = points.width();
        int height = points.height();
        boolean sideways = orientation >= 5;
        int newWidth = sideways ? height : width;
        int newHeight = sideways ? width : height;
        boolean opaque = points.isOpaque();
        BufferedImage image = new BufferedImage(
                newWidth, newHeight, opaque ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_4BYTE_ABGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int step = opaque ? 3 : 4;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int newX =
                        switch (orientation) {
                            case 2, 3 -> width - 1 - x;
                            case 5, 8 -> y;
                            case 6, 7 -> height - 1 - y;
                            default -> x;
                        };
                int newY =
                        switch (orientation) {
                            case 3, 4 -> height - 1 - y;
                            case 5, 6 -> x;
                            case 7, 8 -> width - 1 - x;
                            default -> y;
                        };
                int from = y * width + x;
                int at = (newY * newWidth + newX) * step;
                if (!opaque) {
                    to[at++] = points.opaque()[from];
                }
                to[at] = rgb[3 * from + 2];
                to[at + 1] = rgb[3 * from + 1];
                to[at + 2] = rgb[3 * from];
            }
        }
        return image;
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
