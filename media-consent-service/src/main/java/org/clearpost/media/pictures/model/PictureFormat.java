package org.clearpost.media.pictures.model;

/** How a cleaned copy is written: without transparency, or with. */
public enum PictureFormat {
    JPEG("image/jpeg", "picture.jpg"),
    PNG("image/png", "picture.png");

    private final String mediaType;
    private final String fileName;

    PictureFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name a download gets. What the sent file was called is not kept: it may name somebody. */
    public String fileName() {
        return fileName;
    }
}
