package org.clearpost.identity.directory.model;

/** What a person is to the group. It decides which rules bind them, never what they may do. */
public enum PersonType {
    EMPLOYEE,
    CASUAL,
    AGENCY,
    PARTNER_INDIVIDUAL,
    VOLUNTEER,
    STUDENT_TRAINEE,
    GOVERNOR,
    ELECTED_MEMBER,
    PUPIL,
    FORMER_PUPIL,
    PARENT_CARER,
    FORMER_FAMILY,
    FORMER_EMPLOYEE,
    VISITOR,
    PUBLIC
}
