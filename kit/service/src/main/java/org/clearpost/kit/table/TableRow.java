package org.clearpost.kit.table;

import java.util.List;

/**
 * One row under the number a spreadsheet shows for it.
 *
 * <p>Its cells are cleaned by {@link Cells#clean}. A cell that the row does not have reads as blank.
 */
public record TableRow(int number, List<String> cells) {

    public String cell(int index) {
        return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** How many cells the row has when blank ones at its end are not counted. */
    public int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }
}
