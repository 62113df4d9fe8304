package org.clearpost.media.importing.model;

/** Something a person should know about one row, under the number a spreadsheet shows for it; 0 is the file itself. */
public record Finding(int row, Severity severity, String message) {

    /** What became of the row. A NOTE tells only that something was put together. */
    public enum Severity {
        REJECTED,
        FLAG,
        SKIPPED,
        NOTE
    }
}
