package org.clearpost.media.families.model;

/** Whether families are asked, those who have not answered are reminded, or those whose yes will lapse asked again. */
public enum RoundKind {
    ASK,
    REMIND,
    RENEW
}
