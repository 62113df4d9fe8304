package org.clearpost.identity.directory.staff.model;

/** The whole list is refused and nothing of it is kept. The sentence is for the person who chose the file. */
public final class StaffListRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaffListRefusedException(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
