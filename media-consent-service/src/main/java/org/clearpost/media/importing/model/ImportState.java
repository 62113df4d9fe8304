package org.clearpost.media.importing.model;

/** Where an import stands. Nothing about any child is stored before RUNNING, and nothing more after it. */
public enum ImportState {
    NEEDS_MAPPING,
    PREVIEWED,
    RUNNING,
    DONE,
    FAILED,
    REFUSED,
    DISCARDED;

    /** Whether a person may still change how the file is read. */
    public boolean isOpen() {
        return this == NEEDS_MAPPING || this == PREVIEWED;
    }
}
