package org.clearpost.media.pictures.cleaning;

/** A few files for tests of other folders. */
public final class Samples {

    public static final String MARKER = HostileFiles.MARKER;

    private Samples() {}

    public static byte[] plain() {
        return Drawn.jpeg(80, 60);
    }

    public static byte[] withPlaceAndNumber() {
        return Drawn.withExif(Drawn.jpeg(80, 60), HostileFiles.exif(1));
    }

    public static byte[] heic() {
        return Exif.joined(new byte[] {0, 0, 0, 24}, Drawn.ascii("ftypheic\0\0\0\0mif1heic"));
    }

    public static byte[] giant() {
        return Drawn.emptyPng(60_000, 60_000, 8, 2, 100);
    }

    /** Takes a cleaning a second or more. */
    public static byte[] slow() {
        return Drawn.emptyPng(7_700, 7_700, 8, 2, 7_700L * (1 + 7_700 * 3));
    }
}
