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

    /**
     * Whether a yes of theirs counts: a parent's or carer's with parental responsibility, a pupil's while a judgement of
     * their ability stands ("of age and ability": age alone does not do), an adult's for themselves.
     */
    public boolean isEntitled(Responsibility responsibility, boolean able) {
        return switch (this) {
            case PARENT, CARER -> responsibility == Responsibility.YES;
            case PUPIL_ABLE -> able;
            case ADULT_SELF -> true;
        };
    }
}
