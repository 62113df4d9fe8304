package org.clearpost.picturecleaner;

/**
 * The points of a picture, eight bits a value: colours as the file had them, and how opaque each point is.
 *
 * @param bands how many values a point's colour has
 * @param colours values per point, point after point
 * @param opaque one value per point; empty when all are
 */
record Points(int width, int height, int bands, byte[] colours, byte[] opaque) {

    static final byte[] ALL = {};

    boolean isOpaque() {
        for (byte each : opaque) {
            if (each != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
