package org.clearpost.media.pictures.model;

/** The markers of a JPEG. */
final class Jpeg {

    static final int HUFFMAN = 0xC4;
    static final int END = 0xD9;
    static final int SCAN = 0xDA;
    static final int QUANTISATION = 0xDB;
    static final int RESTART = 0xDD;
    static final int APP0 = 0xE0;

    private Jpeg() {}

    static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN && marker != 0xC8 && marker != 0xCC;
    }

    static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }
}
