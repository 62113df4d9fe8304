package org.clearpost.media.pictures.cleaning;

import org.clearpost.media.pictures.model.PictureHeader;

/**
 * What one cleaning may take of the machine. Time is that of the processor: how busy the machine is otherwise costs
 * nobody their picture.
 *
 * <p>Five seconds, and more for a large picture that has the bytes to be one: a few kilobytes that claim to be sixty
 * megapixels are a trap, or one colour. More is what such a picture takes on a slow machine, two to three times what it
 * takes on a usual one.
 *
 * @param besideHeapMegabytes address space beside the heap: Java's own, and what decoders take outside it
 */
record Allowance(int heapMegabytes, int besideHeapMegabytes, int cpuSeconds) {

    static final int CPU_SECONDS = 5;

    /** An ordinary photograph: decoded, a point takes three bytes, the copy three more. */
    private static final long ORDINARY_POINTS = 16_000_000;

    static Allowance of(PictureHeader header, int bytes) {
        int seconds = CPU_SECONDS + moreSeconds(header, bytes);
        // A progressive picture is held whole outside the heap while its scans come in.
        return header.points() > ORDINARY_POINTS ? new Allowance(384, 768, seconds) : new Allowance(192, 512, seconds);
    }

    private static int moreSeconds(PictureHeader header, int bytes) {
        if (header.kind() == PictureHeader.Kind.WEBP) {
            // The decoder that is plain Java is a slow one.
            return bytes < 64 * 1024 ? 0 : (int) (header.points() / 3_000_000);
        }
        long more = Math.max(0, header.points() - ORDINARY_POINTS);
        return bytes < 512 * 1024 ? 0 : (int) (more / 6_000_000);
    }
}
