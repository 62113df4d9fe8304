package org.clearpost.media.model;

/** Whether a giver is recorded as holding parental responsibility for one child. Unknown never counts as yes. */
public enum Responsibility {
    YES,
    NO,
    UNKNOWN
}
