package org.clearpost.media.families.model;

/** How a member of staff knew, at collection time, that it was this person. */
public enum IdentityCheck {
    KNOWN_IN_PERSON,
    PHOTO_ID
}
