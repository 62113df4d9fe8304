package org.clearpost.picturecleaner;

import java.util.Arrays;
import org.clearpost.picturecleaner.RefusedPictureException.Why;

/**
 * Takes a picture row after row and makes it smaller where a side is longer than allowed: each new point is the mean of
 * those it covers.
 */
final class Shrinking {

    private final int fromWidth;
    private final int fromHeight;
    private final int width;
    private final int height;
    private final int bands;
    private final int colourBands;
    private final byte[] colours;
    private final byte[] opaque;
    private final float[] sum;
    private final float rowsPerRow;

    private int taken;
    private int written;
    private float room;

    /**
     * @param bands how many values each point comes with
     * @param alpha whether the last of them says how opaque it is
     */
    Shrinking(int fromWidth, int fromHeight, int bands, boolean alpha, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(fromWidth, fromHeight));
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.width = Math.max(1, (int) Math.round(fromWidth * scale));
        this.height = Math.max(1, (int) Math.round(fromHeight * scale));
        this.bands = bands;
        this.colourBands = alpha ? bands - 1 : bands;
        this.colours = new byte[width * height * colourBands];
        this.opaque = alpha ? new byte[width * height] : Points.ALL;
        this.sum = new float[fromWidth * bands];
        this.rowsPerRow = (float) fromHeight / height;
        begin();
    }

    /** Forgets what came so far: the picture comes from its top again. */
    void begin() {
        taken = 0;
        written = 0;
        room = rowsPerRow;
        Arrays.fill(sum, 0f);
    }

    /** The next row, whole numbers from 0 to 255; it is used up. */
    void take(int[] row) {
        if (++taken > fromHeight) {
            throw new RefusedPictureException(Why.STRANGE);
        }
        if (width == fromWidth && height == fromHeight) {
            copy(row);
            return;
        }
        if (opaque.length > 0) {
            weighByOpacity(row);
        }
        float part = Math.min(1f, room);
        add(row, part);
        room -= part;
        if (taken == fromHeight) {
            narrow();
        } else if (room < 1e-3f && written < height - 1) {
            narrow();
            Arrays.fill(sum, 0f);
            add(row, 1f - part);
            room = rowsPerRow - (1f - part);
        }
    }

    Points points() {
        if (taken < fromHeight) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        Points points = new Points(width, height, colourBands, colours, opaque);
        return points.isOpaque() ? new Points(width, height, colourBands, colours, Points.ALL) : points;
    }

    private void copy(int[] row) {
        int to = width * written++;
        for (int x = 0; x < width; x++, to++) {
            for (int band = 0; band < colourBands; band++) {
                colours[to * colourBands + band] = (byte) row[x * bands + band];
            }
            if (opaque.length > 0) {
                opaque[to] = (byte) row[x * bands + colourBands];
            }
        }
    }

    /** What cannot be seen is not to colour what can. */
    private void weighByOpacity(int[] row) {
        for (int at = 0; at < row.length; at += bands) {
            for (int band = 0; band < colourBands; band++) {
                row[at + band] *= row[at + colourBands];
            }
        }
    }

    /** Downwards first: that is one sum over a whole row, and leaves fewer rows to be narrowed. */
    private void add(int[] row, float part) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part * row[i];
        }
    }

    private void narrow() {
        float pointsPerPoint = (float) fromWidth / width;
        float area = rowsPerRow * pointsPerPoint;
        float[] covered = new float[bands];
        int to = width * written++;
        for (int x = 0; x < width; x++, to++) {
            cover(x * pointsPerPoint, Math.min(fromWidth, (x + 1) * pointsPerPoint), covered);
            float seen = area;
            if (opaque.length > 0) {
                seen = covered[colourBands];
                opaque[to] = Points.clamp(seen / area);
            }
            for (int band = 0; band < colourBands; band++) {
                colours[to * colourBands + band] = seen < 1e-4f ? 0 : Points.clamp(covered[band] / seen);
            }
        }
    }

    private void cover(float begin, float end, float[] covered) {
        int last = Math.min(fromWidth - 1, (int) Math.ceil(end) - 1);
        Arrays.fill(covered, 0f);
        for (int at = (int) begin; at <= last; at++) {
            float part = Math.min(end, at + 1f) - Math.max(begin, at);
            for (int band = 0; band < bands; band++) {
                covered[band] += part * sum[at * bands + band];
            }
        }
    }
}
