package org.clearpost.media.families.model;

/** Where one family stands. */
public enum FamilyStatus {
    NOT_ASKED,
    ASKED,
    ANSWERED,
    NO_ADDRESS,
    BOUNCED
}
