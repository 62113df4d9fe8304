package org.clearpost.picturecleaner;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The points of a picture, eight bits a value, in no more than a given size: colours as the file had them, and how
 * opaque each point is.
 *
 * @param colours values per point, point after point
 * @param opaque one value per point; empty when all are
 */
record Points(int width, int height, int bands, byte[] colours, byte[] opaque) {

    private static final byte[] ALL = {};

    /** Gives one row of a decoded picture after the other, as whole numbers from 0 to 255. */
    private static final class Rows {

        private final Raster raster;
        private final int width;
        private final int[] palette;
        private final int shift;
        private final int bands;
        private final boolean alpha;
        private final int[] row;

        Rows(Raster raster, @Nullable ColorModel model) {
            this.raster = raster;
            this.width = raster.getWidth();
            if (model instanceof IndexColorModel index) {
                palette = new int[index.getMapSize()];
                index.getRGBs(palette);
                shift = 0;
                bands = 4;
                alpha = true;
            } else {
                palette = new int[0];
                shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
                bands = raster.getNumBands();
                alpha = model != null && model.hasAlpha();
            }
            row = new int[width * bands];
        }

        int[] row(int y) {
            int left = raster.getMinX();
            int top = raster.getMinY() + y;
            if (palette.length > 0) {
                int[] indices = raster.getSamples(left, top, width, 1, 0, (int[]) null);
                for (int x = 0; x < width; x++) {
                    int colour = palette[Math.min(indices[x], palette.length - 1)];
                    row[4 * x] = colour >> 16 & 0xFF;
                    row[4 * x + 1] = colour >> 8 & 0xFF;
                    row[4 * x + 2] = colour & 0xFF;
                    row[4 * x + 3] = colour >>> 24;
                }
            } else if (!plainBytes(y)) {
                raster.getPixels(left, top, width, 1, row);
                for (int i = 0; shift > 0 && i < row.length; i++) {
                    row[i] >>= shift;
                }
            }
            return row;
        }

        /** What almost every picture is; the general way is several times slower. */
        private boolean plainBytes(int y) {
            if (!(raster.getSampleModel() instanceof ComponentSampleModel model)
                    || !(raster.getDataBuffer() instanceof DataBufferByte data)
                    || model.getDataType() != DataBuffer.TYPE_BYTE
                    || data.getNumBanks() != 1
                    || raster.getSampleModelTranslateX() != 0
                    || raster.getSampleModelTranslateY() != 0) {
                return false;
            }
            byte[] bytes = data.getData();
            int step = model.getPixelStride();
            for (int band = 0; band < bands; band++) {
                int at = data.getOffset() + model.getBandOffsets()[band] + y * model.getScanlineStride();
                for (int i = band; i < row.length; i += bands) {
                    row[i] = bytes[at] & 0xFF;
                    at += step;
                }
            }
            return true;
        }
    }

    static Points of(BufferedImage picture, int longest) {
        return of(picture.getRaster(), picture.getColorModel(), longest);
    }

    /**
     * The picture, made smaller where a side is longer than allowed: each new point is the mean of those it
     * covers.
     *
     * @param model what the values mean; none for values that are what they are
     */
    static Points of(Raster raster, @Nullable ColorModel model, int longest) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        double scale = Math.min(1.0, (double) longest / Math.max(width, height));
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        Rows rows = new Rows(raster, model);
        int colourBands = rows.alpha ? rows.bands - 1 : rows.bands;
        byte[] colours = new byte[newWidth * newHeight * colourBands];
        byte[] opaque = rows.alpha ? new byte[newWidth * newHeight] : ALL;
        Points points = new Points(newWidth, newHeight, colourBands, colours, opaque);
        if (newWidth == width && newHeight == height) {
            points.copy(rows);
        } else {
            points.shrink(rows, width, height);
        }
        return points.isOpaque() ? new Points(newWidth, newHeight, colourBands, colours, ALL) : points;
    }

    boolean isOpaque() {
        for (byte each : opaque) {
            if (each != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    private void copy(Rows rows) {
        int to = 0;
        for (int y = 0; y < height; y++) {
            int[] row = rows.row(y);
            for (int x = 0; x < width; x++, to++) {
                for (int band = 0; band < bands; band++) {
                    colours[to * bands + band] = (byte) row[x * rows.bands + band];
                }
                if (rows.alpha) {
                    opaque[to] = (byte) row[x * rows.bands + bands];
                }
            }
        }
    }

    private void shrink(Rows rows, int fromWidth, int fromHeight) {
        float[] across = new float[width * rows.bands];
        float[] sum = new float[width * rows.bands];
        float rowsPerRow = (float) fromHeight / height;
        float pointsPerPoint = (float) fromWidth / width;
        int y = 0;
        float room = rowsPerRow;
        for (int from = 0; from < fromHeight; from++) {
            weigh(rows, rows.row(from), across, pointsPerPoint, fromWidth);
            float part = Math.min(1f, room);
            add(sum, across, part);
            room -= part;
            if (room < 1e-3f && y < height - 1) {
                write(sum, y++, rows, rowsPerRow * pointsPerPoint);
                Arrays.fill(sum, 0f);
                add(sum, across, 1f - part);
                room = rowsPerRow - (1f - part);
            }
        }
        write(sum, y, rows, rowsPerRow * pointsPerPoint);
    }

    /** Sums each run of points that becomes one, colours weighed by how opaque they are. */
    private void weigh(Rows rows, int[] row, float[] across, float pointsPerPoint, int fromWidth) {
        int all = rows.bands;
        for (int x = 0; x < width; x++) {
            float begin = x * pointsPerPoint;
            float end = Math.min(fromWidth, begin + pointsPerPoint);
            int first = (int) begin;
            int last = Math.min(fromWidth - 1, (int) Math.ceil(end) - 1);
            for (int band = 0; band < all; band++) {
                across[x * all + band] = 0f;
            }
            for (int at = first; at <= last; at++) {
                float weight = Math.min(end, at + 1f) - Math.max(begin, at);
                float seen = weight;
                if (rows.alpha) {
                    int alpha = row[at * all + bands];
                    across[x * all + bands] += weight * alpha;
                    seen = weight * alpha / 255f;
                }
                for (int band = 0; band < bands; band++) {
                    across[x * all + band] += seen * row[at * all + band];
                }
            }
        }
    }

    private static void add(float[] sum, float[] row, float part) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part * row[i];
        }
    }

    private void write(float[] sum, int y, Rows rows, float area) {
        int all = rows.bands;
        for (int x = 0; x < width; x++) {
            int to = y * width + x;
            float seen = area;
            if (rows.alpha) {
                float alpha = sum[x * all + bands] / area;
                opaque[to] = clamp(alpha);
                seen = area * alpha / 255f;
            }
            for (int band = 0; band < bands; band++) {
                colours[to * bands + band] = seen < 1e-4f ? 0 : clamp(sum[x * all + band] / seen);
            }
        }
    }

    static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
