package org.clearpost.media.importing.model;

import org.clearpost.kit.table.Cells;
import org.clearpost.media.model.Responsibility;

/** What a cell of a consent column says. What is not plainly a yes, a no or silence is unclear and is never guessed. */
public enum CellAnswer {
    YES,
    NO,
    NONE,
    UNCLEAR;

    /**
     * Reads a cell.
     *
     * @param recordsAnswers false for a tick box: not ticking one cannot be a refusal
     */
    public static CellAnswer read(String cell, boolean recordsAnswers) {
        return switch (Cells.folded(cell)) {
            case "yes", "y", "true", "t", "1", "granted", "given", "confirmed", "accepted", "agreed", "✓" -> YES;
            case "no", "n", "refused", "declined", "denied", "withdrawn", "not granted" -> NO;
            case "", "-", "n/a", "pending", "requested", "not requested", "not answered", "no response" -> NONE;
            case "false", "f", "0" -> recordsAnswers ? NO : NONE;
            default -> UNCLEAR;
        };
    }

    /** Parental responsibility is held only where the file says yes to exactly that. */
    static Responsibility responsibility(String cell) {
        return switch (read(cell, true)) {
            case YES -> Responsibility.YES;
            case NO -> Responsibility.NO;
            case NONE, UNCLEAR -> Responsibility.UNKNOWN;
        };
    }
}
