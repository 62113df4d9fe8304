package org.clearpost.kit.table;

/**
 * How much of an uploaded table is read at most.
 *
 * <p>A file beyond any of these is refused as a whole, before its content can take memory.
 */
public record TableLimits(int bytes, int rows, int columns, int cellLength) {

    /** Ten megabytes, 200,000 rows of 500 cells, and what a spreadsheet takes in one cell. */
    public static final TableLimits ORDINARY = new TableLimits(10 * 1024 * 1024, 200_000, 500, 32_767);
}
