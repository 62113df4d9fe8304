package org.clearpost.kit.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a table for a spreadsheet: comma separated, every cell quoted, UTF-8 with a byte-order mark.
 *
 * <p>No cell can be taken for a formula: one that would be begins with an apostrophe instead.
 */
public final class TableWriter {

    private TableWriter() {}

    public static String write(List<String> headings, Iterable<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(headings.stream().map(TableWriter::disarmed).toList());
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(TableWriter::disarmed).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The cell itself, or with an apostrophe before it if a spreadsheet would compute it. */
    public static String disarmed(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean trigger = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n".indexOf(c) >= 0;
            if (trigger) {
                return '\'' + cell;
            }
            if (c > ' ' && c != '\u00A0' && c != '\uFEFF') {
                return cell;
            }
        }
        return cell;
    }
}
