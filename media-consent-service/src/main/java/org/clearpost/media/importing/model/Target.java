package org.clearpost.media.importing.model;

/** What a column of the file is read as. A column that is IGNORED is never stored, whatever it holds. */
public enum Target {
    IGNORED,
    FIRST_NAME,
    PREFERRED_FIRST_NAME,
    SURNAME,
    PREFERRED_SURNAME,
    FULL_NAME,
    CLASS,
    EXTERNAL_ID,
    UPN,
    SCHOOL,
    GIVER_ID,
    GIVER_NAME,
    GIVER_FIRST_NAME,
    GIVER_SURNAME,
    RELATION,
    RESPONSIBILITY,
    GIVER_EMAIL,
    ANSWERED_BY,
    CONSENT,
    SIGNED_ON,
    FORM_VERSION,
    KEPT_AT;

    /** Whether the column is about one of the people who may give consent, told apart by a number. */
    public boolean isAboutGiver() {
        return switch (this) {
            case GIVER_ID, GIVER_NAME, GIVER_FIRST_NAME, GIVER_SURNAME, RELATION, RESPONSIBILITY, GIVER_EMAIL -> true;
            default -> false;
        };
    }

    boolean isNameOfPerson() {
        return switch (this) {
            case FIRST_NAME, PREFERRED_FIRST_NAME, SURNAME, PREFERRED_SURNAME, FULL_NAME -> true;
            default -> false;
        };
    }
}
