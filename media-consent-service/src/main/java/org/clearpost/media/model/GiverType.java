package org.clearpost.media.model;

/** In what capacity somebody answers. */
public enum GiverType {
    PARENT,
    CARER,
    PUPIL_ABLE,
    ADULT_SELF;

    /** Children are answered for by a parent, a carer or themselves when able; adults only by themselves. */
    public boolean mayAnswerFor(SubjectKind kind) {
        return kind == SubjectKind.CHILD ? this != ADULT_SELF : this == ADULT_SELF;
    }
}
