package org.clearpost.picturecleaner;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Turns the colours a file had into sRGB, which is what every screen takes a picture without a profile to be. */
final class Colours {

    private static final int YCCK = 2;

    private Colours() {}

    /** Three values a point: red, green, blue. */
    static byte[] sRgb(Points points, Parts parts) {
        byte[] colours = points.colours();
        return switch (points.bands()) {
            case 1 -> grey(colours);
            case 4 -> {
                byte[] inks = inks(colours, parts.transform());
                byte[] converted = byProfile(inks, points, 4, parts.profile());
                yield converted == null ? printed(inks) : converted;
            }
            default -> {
                byte[] converted = byProfile(colours, points, 3, parts.profile());
                yield converted == null ? colours : converted;
            }
        };
    }

    private static byte[] grey(byte[] values) {
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < values.length; i++) {
            rgb[3 * i] = values[i];
            rgb[3 * i + 1] = values[i];
            rgb[3 * i + 2] = values[i];
        }
        return rgb;
    }

    /** Cyan, magenta, yellow, black: how much of each. Adobe's files say how little. */
    private static byte[] inks(byte[] stored, int transform) {
        byte[] inks = new byte[stored.length];
        for (int i = 0; i < stored.length; i += 4) {
            float c = stored[i] & 0xFF;
            float m = stored[i + 1] & 0xFF;
            float y = stored[i + 2] & 0xFF;
            int k = stored[i + 3] & 0xFF;
            if (transform == YCCK) {
                float blue = m - 128;
                float red = y - 128;
                float light = c;
                c = 255 - (light + 1.402f * red);
                m = 255 - (light - 0.344136f * blue - 0.714136f * red);
                y = 255 - (light + 1.772f * blue);
            }
            boolean howLittle = transform >= 0;
            inks[i] = Points.clamp(howLittle ? 255 - c : c);
            inks[i + 1] = Points.clamp(howLittle ? 255 - m : m);
            inks[i + 2] = Points.clamp(howLittle ? 255 - y : y);
            inks[i + 3] = (byte) (howLittle ? 255 - k : k);
        }
        return inks;
    }

    private static byte[] printed(byte[] inks) {
        byte[] rgb = new byte[inks.length / 4 * 3];
        for (int i = 0, to = 0; i < inks.length; i += 4) {
            int white = 255 - (inks[i + 3] & 0xFF);
            for (int ink = 0; ink < 3; ink++) {
                rgb[to++] = (byte) ((255 - (inks[i + ink] & 0xFF)) * white / 255);
            }
        }
        return rgb;
    }

    /** A profile that is nonsense is as good as none. */
    private static byte @Nullable [] byProfile(byte[] values, Points points, int bands, byte @Nullable [] profile) {
        if (profile == null) {
            return null;
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(profile);
            if (from.getNumComponents() != bands) {
                return null;
            }
            WritableRaster target = Raster.createInterleavedRaster(
                    new DataBufferByte(points.width() * points.height() * 3),
                    points.width(),
                    points.height(),
                    points.width() * 3,
                    3,
                    new int[] {0, 1, 2},
                    null);
            int[] offsets = bands == 4 ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
            Raster source = Raster.createInterleavedRaster(
                    new DataBufferByte(values, values.length),
                    points.width(),
                    points.height(),
                    points.width() * bands,
                    bands,
                    offsets,
                    null);
            ICC_Profile[] way = {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
            new ColorConvertOp(way, null).filter(source, target);
            return ((DataBufferByte) target.getDataBuffer()).getData();
        } catch (RuntimeException nonsense) {
            return null;
        }
    }
}
