package org.clearpost.media.pictures.model;

/** Whether there is a cleaned copy. */
public enum PictureState {
    READY,
    /** Its day is over. */
    EXPIRED,
    /** The uploader took it back. */
    REMOVED
}
