package org.clearpost.media.model;

import java.util.Arrays;
import java.util.Optional;

/** What a signed form may be scanned to. What a file is, its first bytes say; no name and no header is believed. */
public enum ScanType {
    PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
    JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", "png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');

    private final String mediaType;
    private final String extension;
    private final byte[] begin;

    ScanType(String mediaType, String extension, int... begin) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.begin = new byte[begin.length];
        for (int i = 0; i < begin.length; i++) {
            this.begin[i] = (byte) begin[i];
        }
    }

    public static Optional<ScanType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    public static ScanType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    private boolean begins(byte[] content) {
        return content.length > begin.length && Arrays.equals(content, 0, begin.length, begin, 0, begin.length);
    }
}
