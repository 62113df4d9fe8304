package org.clearpost.identity.directory.staff.model;

/**
 * What there is to say about a row, in one sentence for the person who chose the file.
 *
 * @param row as a spreadsheet numbers it
 */
public record Finding(int row, Severity severity, String message) {

    /** What became of the row. */
    public enum Severity {
        REJECTED,
        SKIPPED
    }

    private static final int LONGEST = 300;

    public Finding {
        message = message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "…" : message;
    }

    static Finding rejected(int row, String message) {
        return new Finding(row, Severity.REJECTED, message);
    }

    static Finding skipped(int row, String message) {
        return new Finding(row, Severity.SKIPPED, message);
    }
}
