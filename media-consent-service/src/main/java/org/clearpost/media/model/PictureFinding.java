package org.clearpost.media.model;

/** What a picture carried beside what it shows. Never the content itself: only that it was there, and is gone. */
public enum PictureFinding {
    /** Where it was taken. */
    LOCATION,
    /** A number that tells which camera, lens or phone took it. */
    SERIAL_NUMBER,
    /** A small second picture, which may show what was cropped out of the first. */
    EMBEDDED_THUMBNAIL,
    /** Words somebody or something wrote into the file: a title, a name, a comment. */
    COMMENT,
    /** Anything else that is not the picture: camera settings, times, editing history, bytes behind the end. */
    OTHER_METADATA
}
