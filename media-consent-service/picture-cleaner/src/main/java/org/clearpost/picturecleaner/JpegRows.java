package org.clearpost.picturecleaner;

import java.awt.Toolkit;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageProducer;
import java.io.IOException;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import org.clearpost.picturecleaner.RefusedPictureException.Why;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JPEG that shows grey or colours, by the platform's older door to its decoder: it tells a picture row by row, and
 * one that comes in many scans once they are all there. ImageIO would keep the whole picture in memory and decode it anew
 * for each scan.
 */
final class JpegRows implements ImageConsumer {

    private final long mostPoints;
    private final int longest;
    private final CountDownLatch over = new CountDownLatch(1);
    private int width;
    private int height;
    private int next;
    private int[] row = {};
    private @Nullable Shrinking shrinking;
    private @Nullable Why failure;

    private JpegRows(long mostPoints, int longest) {
        this.mostPoints = mostPoints;
        this.longest = longest;
    }

    static Points of(byte[] jpeg, long mostPoints, int longest) throws IOException {
        JpegRows rows = new JpegRows(mostPoints, longest);
        ImageProducer decoder = Toolkit.getDefaultToolkit().createImage(jpeg).getSource();
        decoder.startProduction(rows);
        try {
            rows.over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        if (rows.failure != null || rows.shrinking == null) {
            throw new RefusedPictureException(rows.failure == null ? Why.DAMAGED : rows.failure);
        }
        return rows.shrinking.points();
    }

    @Override
    public void setDimensions(int width, int height) {
        this.width = width;
        this.height = height;
        if (width < 1 || height < 1 || (long) width * height > mostPoints) {
            end(Why.STRANGE);
        }
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] pixels, int offset, int scan) {
        if (begins(x, y, w, h, 1)) {
            for (int i = 0; i < width; i++) {
                row[i] = pixels[offset + i] & 0xFF;
            }
            take();
        }
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, int[] pixels, int offset, int scan) {
        if (begins(x, y, w, h, 3)) {
            for (int i = 0, to = 0; i < width; i++, to += 3) {
                int colour = pixels[offset + i];
                row[to] = colour >> 16 & 0xFF;
                row[to + 1] = colour >> 8 & 0xFF;
                row[to + 2] = colour & 0xFF;
            }
            take();
        }
    }

    /** Rows come one by one from the top; what was told before all scans were there is told again. */
    private boolean begins(int x, int y, int w, int h, int bands) {
        if (over.getCount() == 0) {
            return false;
        }
        if (shrinking == null) {
            shrinking = new Shrinking(width, height, bands, false, longest);
            row = new int[width * bands];
        }
        if (y == 0) {
            next = 0;
            shrinking.begin();
        }
        if (x != 0 || y != next || w != width || h != 1 || row.length != width * bands) {
            end(Why.STRANGE);
            return false;
        }
        next++;
        return true;
    }

    /** Nobody would hear of a failure here: these calls come on a thread of the platform's. */
    private void take() {
        try {
            if (shrinking != null) {
                shrinking.take(row);
            }
        } catch (RuntimeException failed) {
            end(Why.DAMAGED);
        }
    }

    @Override
    public void imageComplete(int status) {
        end(status == STATICIMAGEDONE ? null : Why.DAMAGED);
    }

    private void end(@Nullable Why why) {
        if (over.getCount() > 0) {
            failure = why;
            over.countDown();
        }
    }

    @Override
    public void setColorModel(ColorModel model) {
        // It comes with each row.
    }

    @Override
    public void setHints(int hints) {
        // Whole rows from the top, always.
    }

    @Override
    public void setProperties(Hashtable<?, ?> properties) {
        // There are none.
    }
}
