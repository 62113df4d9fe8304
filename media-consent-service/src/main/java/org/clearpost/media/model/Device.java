package org.clearpost.media.model;

/** Whose device took the picture, as the author says. */
public enum Device {
    WORK,
    PERSONAL,
    PERSONAL_WITH_AGREEMENT
}
