package org.clearpost.picturecleaner;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** Gives one row of a decoded picture after the other, as whole numbers from 0 to 255. */
final class Rows {

    private final Raster raster;
    private final int width;
    private final int[] palette;
    private final int shift;
    private final int bands;
    private final boolean alpha;
    private final int[] row;

    /** @param model what the values mean; none for values that are what they are */
    private Rows(Raster raster, @Nullable ColorModel model) {
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

    static Points of(BufferedImage picture, int longest) {
        return of(picture.getRaster(), picture.getColorModel(), longest);
    }

    static Points of(Raster raster, @Nullable ColorModel model, int longest) {
        Rows rows = new Rows(raster, model);
        Shrinking shrinking = new Shrinking(rows.width, raster.getHeight(), rows.bands, rows.alpha, longest);
        for (int y = 0; y < raster.getHeight(); y++) {
            shrinking.take(rows.row(y));
        }
        return shrinking.points();
    }

    private int[] row(int y) {
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
