package org.clearpost.media.pictures.cleaning;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes EXIF blocks, well formed or not. */
final class Exif {

    private record Entry(int tag, int type, int count, byte[] value) {}

    /** One directory; its entries in the order they were added. */
    static final class Directory {

        private final List<Entry> entries = new ArrayList<>();

        Directory text(int tag, String words) {
            byte[] value = (words + "\0").getBytes(StandardCharsets.US_ASCII);
            return raw(tag, 2, value.length, value);
        }

        Directory number(int tag, int value) {
            return raw(tag, 3, 1, little(2).putShort((short) value).array());
        }

        Directory offset(int tag, int value) {
            return raw(tag, 4, 1, little(4).putInt(value).array());
        }

        Directory fractions(int tag, int... pairs) {
            ByteBuffer value = little(pairs.length * 4);
            for (int each : pairs) {
                value.putInt(each);
            }
            return raw(tag, 5, pairs.length / 2, value.array());
        }

        Directory raw(int tag, int type, int count, byte[] value) {
            entries.add(new Entry(tag, type, count, value));
            return this;
        }

        int size() {
            return 6
                    + entries.size() * 12
                    + entries.stream()
                            .mapToInt(entry -> entry.value.length > 4 ? even(entry.value.length) : 0)
                            .sum();
        }

        byte[] at(int offset, int next) {
            ByteBuffer all = little(size());
            all.putShort((short) entries.size());
            int data = offset + 6 + entries.size() * 12;
            for (Entry entry : entries) {
                all.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
                if (entry.value.length > 4) {
                    all.putInt(data);
                    data += even(entry.value.length);
                } else {
                    all.put(entry.value).position(all.position() + 4 - entry.value.length);
                }
            }
            all.putInt(next);
            for (Entry entry : entries) {
                if (entry.value.length > 4) {
                    all.put(entry.value).position(all.position() + even(entry.value.length) - entry.value.length);
                }
            }
            return all.array();
        }
    }

    private static final int HEADER = 8;

    private Exif() {}

    static byte[] of(Directory only) {
        return joined(header(), only.at(HEADER, 0));
    }

    /** With places, camera words, and a small picture behind it all. */
    static byte[] of(Directory main, Directory camera, Directory place, byte[] thumbnail) {
        main.offset(0x8769, 0).offset(0x8825, 0);
        int cameraAt = HEADER + main.size();
        int placeAt = cameraAt + camera.size();
        int smallAt = placeAt + place.size();
        main.entries.removeLast();
        main.entries.removeLast();
        main.offset(0x8769, cameraAt).offset(0x8825, placeAt);
        Directory small = new Directory().offset(0x0201, 0).offset(0x0202, thumbnail.length);
        int thumbnailAt = smallAt + small.size();
        small.entries.clear();
        small.number(0x0103, 6);
        thumbnailAt += 12;
        small.offset(0x0201, thumbnailAt).offset(0x0202, thumbnail.length);
        return joined(
                header(),
                main.at(HEADER, thumbnail.length == 0 ? 0 : smallAt),
                camera.at(cameraAt, 0),
                place.at(placeAt, 0),
                small.at(smallAt, 0),
                thumbnail);
    }

    static byte[] header() {
        return little(HEADER)
                .put("II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
