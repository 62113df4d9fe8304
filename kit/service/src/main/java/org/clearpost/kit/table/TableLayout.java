package org.clearpost.kit.table;

import java.util.List;

/**
 * How a table is laid out: its separator and the row its headings stand in.
 *
 * <p>{@code headingRow} is 0 when no row reads like headings; {@code headings} is then empty and data
 * begins in row 1.
 */
public record TableLayout(char separator, int headingRow, List<String> headings) {

    public boolean hasHeadings() {
        return headingRow > 0;
    }
}
