package org.clearpost.media.model;

/** Who may be pictured. Adults need written consent exactly as children do. */
public enum SubjectKind {
    CHILD,
    STAFF,
    VOLUNTEER,
    VISITOR,
    PARENT
}
