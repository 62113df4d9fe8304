package org.clearpost.kit.table;

/**
 * The whole file is refused: nothing of it was used.
 *
 * <p>The sentence is for the person who chose the file; it quotes nothing of the content.
 */
public final class TableRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is refused as a whole. */
    public enum Reason {
        TOO_LARGE,
        EMPTY,
        ZIP,
        XML,
        OTHER_FORMAT,
        ZERO_BYTE,
        UNDECODABLE,
        UNCLOSED_QUOTE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG
    }

    private final Reason reason;
    private final int row;

    TableRefusedException(Reason reason, int row, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.row = row;
    }

    static TableRefusedException of(Reason reason, String sentence) {
        return new TableRefusedException(reason, 0, sentence);
    }

    public Reason reason() {
        return reason;
    }

    /** The spreadsheet row where it went wrong, 0 when it is about the file. */
    public int row() {
        return row;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
