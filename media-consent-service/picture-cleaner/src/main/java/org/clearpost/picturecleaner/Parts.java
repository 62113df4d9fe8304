package org.clearpost.picturecleaner;

import org.jspecify.annotations.Nullable;

/**
 * A picture file taken apart: what it shows, put together again without anything else, and its colour profile. No decoder
 * ever sees the rest.
 *
 * @param bare a file of the same kind with nothing in it but the picture
 * @param profile the ICC profile, as the file had it
 * @param components how many values a JPEG has for each point; 0 for the other kinds
 * @param transform the Adobe marker's word on how a JPEG's colours are stored, or -1
 * @param more whether anything else was in the file that is no part of a picture
 */
record Parts(Kind kind, byte[] bare, byte @Nullable [] profile, int components, int transform, boolean more) {

    enum Kind {
        JPEG,
        PNG,
        WEBP
    }

    /** The longest profile taken; cameras' and printers' have some hundred kilobytes at most. */
    static final int LONGEST_PROFILE = 4 * 1024 * 1024;

    static Parts of(byte[] file) {
        if (Bytes.startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return JpegParts.of(file);
        }
        if (Bytes.startsWith(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PngParts.of(file);
        }
        return WebpParts.of(file);
    }
}
