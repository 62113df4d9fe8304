package org.clearpost.media.families.model;

/** Whether families are asked, or those who have not answered are reminded. */
public enum RoundKind {
    ASK,
    REMIND
}
