package org.clearpost.picturecleaner;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.clearpost.picturecleaner.RefusedPictureException.Why;
import org.jspecify.annotations.Nullable;

/** Takes a JPEG apart: tables, frame and scans stay; every application segment and comment goes. */
final class JpegParts {

    /** A progressive picture has about ten; a thousand almost empty ones over a large picture are a trap. */
    private static final int MOST_SCANS = 64;

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOF15 = 0xCF;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int COM = 0xFE;
    private static final int TEM = 0x01;

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    private static final String PROFILE = "ICC_PROFILE\0";

    private final byte[] file;
    private final ByteArrayOutputStream rest;
    private final Map<Integer, byte[]> profile = new TreeMap<>();
    private int profileLength;
    private boolean jfif;
    private int transform = -1;
    private int components;
    private boolean more;
    private int frames;
    private int scans;

    private JpegParts(byte[] file) {
        this.file = file;
        this.rest = new ByteArrayOutputStream(file.length);
    }

    static Parts of(byte[] file) {
        return new JpegParts(file).read();
    }

    private Parts read() {
        int at = 2;
        while (true) {
            if (Bytes.at(file, at) != 0xFF) {
                throw new RefusedPictureException(Why.DAMAGED);
            }
            while (Bytes.at(file, at) == 0xFF) {
                at++;
            }
            int marker = Bytes.at(file, at++);
            if (marker == EOI) {
                break;
            }
            if (marker == TEM || (marker >= RST0 && marker <= RST7)) {
                continue;
            }
            at = segment(marker, at);
        }
        if (frames != 1 || scans == 0) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        return new Parts(
                Parts.Kind.JPEG,
                bare(),
                assembledProfile(),
                components,
                transform,
                more || Bytes.anythingFrom(file, at));
    }

    private int segment(int marker, int at) {
        int length = Bytes.big16(file, at);
        if (length < 2 || at + length > file.length || marker == SOI) {
            throw new RefusedPictureException(Why.DAMAGED);
        }
        int end = at + length;
        if (marker == DHT || marker == DQT || marker == DRI) {
            keep(marker, at, end);
        } else if (marker == SOS) {
            if (++scans > MOST_SCANS) {
                throw new RefusedPictureException(Why.STRANGE);
            }
            int scanEnd = endOfScan(end);
            keep(marker, at, scanEnd);
            return scanEnd;
        } else if (marker >= SOF0 && marker <= SOF15) {
            if (marker > SOF2 || marker == JPG || marker == DAC || ++frames > 1) {
                throw new RefusedPictureException(Why.STRANGE);
            }
            components = Bytes.at(file, at + 7);
            keep(marker, at, end);
        } else if (marker == APP0 && Bytes.isAt(file, at + 2, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP2 && Bytes.isAt(file, at + 2, PROFILE) && length > PROFILE.length() + 4) {
            profilePart(at + 2 + PROFILE.length(), end);
        } else if (marker == APP14 && Bytes.isAt(file, at + 2, "Adobe") && length >= 14) {
            transform = Bytes.at(file, at + 13);
        } else if (marker != COM) {
            more = true;
        }
        return end;
    }

    private void keep(int marker, int from, int to) {
        rest.write(0xFF);
        rest.write(marker);
        rest.write(file, from, to - from);
    }

    /** Where the next segment begins: coded data never holds FF but before 00 or a restart. */
    private int endOfScan(int from) {
        for (int at = from; at + 1 < file.length; at++) {
            if (file[at] == (byte) 0xFF) {
                int next = file[at + 1] & 0xFF;
                if (next != 0 && next != 0xFF && (next < RST0 || next > RST7)) {
                    return at;
                }
            }
        }
        throw new RefusedPictureException(Why.DAMAGED);
    }

    /** A profile may come in numbered pieces. One that is too long or lacks a piece is none. */
    private void profilePart(int at, int end) {
        profileLength += end - at - 2;
        if (profileLength <= Parts.LONGEST_PROFILE) {
            profile.put(Bytes.at(file, at), Arrays.copyOfRange(file, at + 2, end));
        }
    }

    private byte @Nullable [] assembledProfile() {
        if (profile.isEmpty() || profileLength > Parts.LONGEST_PROFILE) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(profileLength);
        profile.values().forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** Without the two markers a decoder would have to guess whether the colours are RGB or not. */
    private byte[] bare() {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(rest.size() + 64);
        bare.write(0xFF);
        bare.write(SOI);
        if (jfif) {
            bare.writeBytes(JFIF);
        }
        if (transform >= 0) {
            bare.writeBytes(new byte[] {
                (byte) 0xFF, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
            });
        }
        bare.writeBytes(rest.toByteArray());
        bare.write(0xFF);
        bare.write(EOI);
        return bare.toByteArray();
    }
}
