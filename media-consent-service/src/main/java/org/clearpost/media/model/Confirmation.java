package org.clearpost.media.model;

/** What only somebody who looks can say. Each is unticked until it is ticked; none follows from another. */
public enum Confirmation {
    NAMES_CHECKED,
    CLOTHING_SUITABLE,
    SAFEGUARDING_POLICY,
    NO_PERSONAL_DATA,
    POSITIVE_LIGHT,
    NEUTRAL,
    NO_PERSONAL_DETAILS_ASKED,
    NO_JIGSAW,
    RIGHT_MEDIUM,
    SUBJECTS_AGREE,
    COLLEAGUES_ASKED,
    EVENT_NOTICE_GIVEN,
    NOBODY_OBJECTED
}
