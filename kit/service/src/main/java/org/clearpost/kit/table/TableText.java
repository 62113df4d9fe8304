package org.clearpost.kit.table;

import static org.clearpost.kit.table.TableRefusedException.Reason.CELL_TOO_LONG;
import static org.clearpost.kit.table.TableRefusedException.Reason.EMPTY;
import static org.clearpost.kit.table.TableRefusedException.Reason.OTHER_FORMAT;
import static org.clearpost.kit.table.TableRefusedException.Reason.TOO_LARGE;
import static org.clearpost.kit.table.TableRefusedException.Reason.TOO_MANY_COLUMNS;
import static org.clearpost.kit.table.TableRefusedException.Reason.TOO_MANY_ROWS;
import static org.clearpost.kit.table.TableRefusedException.Reason.UNCLOSED_QUOTE;
import static org.clearpost.kit.table.TableRefusedException.Reason.UNDECODABLE;
import static org.clearpost.kit.table.TableRefusedException.Reason.XML;
import static org.clearpost.kit.table.TableRefusedException.Reason.ZERO_BYTE;
import static org.clearpost.kit.table.TableRefusedException.Reason.ZIP;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The text of an uploaded table, in an encoding that was found out and is known to decode.
 *
 * <p>Rows are streamed from the bytes each time they are asked for, under the number a spreadsheet would
 * show: headings, titles and blank rows count, a line break inside a cell does not.
 */
public final class TableText {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int HEADING_ROWS = 15;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final byte[] content;
    private final int start;
    private final Charset charset;
    private final boolean certain;
    private final TableLimits limits;

    private TableText(byte[] content, int start, Charset charset, boolean certain, TableLimits limits) {
        this.content = content;
        this.start = start;
        this.charset = charset;
        this.certain = certain;
        this.limits = limits;
    }

    /**
     * Finds out how the bytes are to be read.
     *
     * <p>A byte-order mark decides; without one, valid UTF-8 is UTF-8 and the rest Windows-1252, which is
     * then not certain.
     *
     * @throws TableRefusedException if this is no text table
     */
    public static TableText of(byte[] content, TableLimits limits) {
        if (content.length > limits.bytes()) {
            throw TableRefusedException.of(
                    TOO_LARGE, "The file is larger than " + limits.bytes() / 1024 / 1024 + " MB.");
        }
        refuseOtherFormats(content);
        TableText text = detect(content, limits);
        String beginning = text.beginning();
        if (beginning.isEmpty()) {
            throw TableRefusedException.of(EMPTY, "The file is empty.");
        }
        if (beginning.startsWith("<")) {
            throw TableRefusedException.of(
                    XML, "This is an XML or web page file, whatever its name says: export a CSV file instead.");
        }
        return text;
    }

    private static void refuseOtherFormats(byte[] content) {
        if (startsWith(content, 'P', 'K', 3, 4)
                || startsWith(content, 'P', 'K', 5, 6)
                || startsWith(content, 'P', 'K', 7, 8)) {
            throw TableRefusedException.of(
                    ZIP, "This is a ZIP file or a workbook, whatever its name says: save the sheet as CSV first.");
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)
                || startsWith(content, '%', 'P', 'D', 'F')
                || startsWith(content, 0x1F, 0x8B)) {
            throw TableRefusedException.of(
                    OTHER_FORMAT, "This is not a text table, whatever its name says: export a CSV file instead.");
        }
    }

    private static boolean startsWith(byte[] content, int... signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static TableText detect(byte[] content, TableLimits limits) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return decodable(content, 3, StandardCharsets.UTF_8, true, limits).orElseThrow(TableText::undecodable);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return decodable(content, 2, StandardCharsets.UTF_16LE, true, limits)
                    .orElseThrow(TableText::undecodable);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return decodable(content, 2, StandardCharsets.UTF_16BE, true, limits)
                    .orElseThrow(TableText::undecodable);
        }
        return decodable(content, 0, StandardCharsets.UTF_8, true, limits)
                .or(() -> decodable(content, 0, WINDOWS_1252, false, limits))
                .orElseThrow(TableText::undecodable);
    }

    private static TableRefusedException undecodable() {
        return TableRefusedException.of(
                UNDECODABLE, "The file's letters cannot be read: save it as \"CSV UTF-8\" and try again.");
    }

    /** Decodes everything once in small steps, so that later readings cannot fail. */
    private static Optional<TableText> decodable(
            byte[] content, int start, Charset charset, boolean certain, TableLimits limits) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer out = CharBuffer.allocate(8192);
        boolean zero = false;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return Optional.empty();
            }
            out.flip();
            for (int i = 0; i < out.limit() && !zero; i++) {
                zero = out.get(i) == 0;
            }
            out.clear();
            if (result.isUnderflow()) {
                break;
            }
        }
        if (zero) {
            throw TableRefusedException.of(
                    ZERO_BYTE, "The file holds zero bytes, so it is not a text table: export a CSV file instead.");
        }
        return Optional.of(new TableText(content, start, charset, certain, limits));
    }

    private String beginning() {
        try (Reader reader = reader()) {
            StringBuilder beginning = new StringBuilder();
            int c = reader.read();
            while (c >= 0 && beginning.length() < 16) {
                if (!beginning.isEmpty() || (!Character.isWhitespace(c) && c != '\u00A0')) {
                    beginning.append((char) c);
                }
                c = reader.read();
            }
            return beginning.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this encoding is usually called. */
    public String encoding() {
        return charset.name().equals("windows-1252") ? "Windows-1252" : charset.name();
    }

    /** False when the encoding was only concluded and should be confirmed by looking at a few names. */
    public boolean encodingCertain() {
        return certain;
    }

    /**
     * The separator and heading row under which most headings are known.
     *
     * @param knownHeadings how many of a row's cells are headings the caller knows; fewer than two in every
     *     row means that there is no heading row
     */
    public TableLayout layout(ToIntFunction<List<String>> knownHeadings) {
        TableLayout best = null;
        int most = 1;
        int widest = 0;
        char fallback = ',';
        for (char separator : SEPARATORS) {
            List<TableRow> rows = firstRows(separator, HEADING_ROWS);
            for (TableRow row : rows) {
                int known = knownHeadings.applyAsInt(row.cells());
                if (known > most) {
                    most = known;
                    best = new TableLayout(separator, row.number(), row.cells());
                }
            }
            int width = usualWidth(rows);
            if (width > widest) {
                widest = width;
                fallback = separator;
            }
        }
        return best != null ? best : new TableLayout(fallback, 0, List.of());
    }

    private static int usualWidth(List<TableRow> rows) {
        int[] widths = rows.stream()
                .filter(row -> !row.isBlank())
                .mapToInt(TableRow::width)
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[widths.length / 2];
    }

    /** The first rows; a fault further down the file does not matter here. */
    public List<TableRow> firstRows(char separator, int count) {
        List<TableRow> rows = new ArrayList<>();
        try (Rows all = rows(separator)) {
            while (rows.size() < count && all.hasNext()) {
                rows.add(all.next());
            }
        } catch (TableRefusedException e) {
            // Under a wrong separator quotes may look unclosed; forEachRow reports it for the right one.
            return rows;
        }
        return rows;
    }

    /**
     * Reads every row in order.
     *
     * @throws TableRefusedException if a quotation mark is never closed or a limit is passed
     */
    public void forEachRow(char separator, Consumer<TableRow> reader) {
        try (Rows all = rows(separator)) {
            while (all.hasNext()) {
                reader.accept(all.next());
            }
        }
    }

    private Rows rows(char separator) {
        return new Rows(separator);
    }

    private Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(content, start, content.length - start), charset);
    }

    private final class Rows implements AutoCloseable {

        private final Stream<String[]> stream;
        private final Iterator<String[]> records;
        private int number;

        Rows(char separator) {
            CsvReader<String[]> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(Math.max(limits.bytes() + 16, 1 << 16))
                    .build(
                            StringArrayHandler.builder()
                                    .maxFields(limits.columns())
                                    .maxFieldSize(limits.bytes() + 16)
                                    .maxRecordSize(limits.bytes() + 16)
                                    .build(),
                            reader());
            stream = csv.stream();
            records = stream.iterator();
        }

        boolean hasNext() {
            return guarded(records::hasNext);
        }

        TableRow next() {
            String[] cells = guarded(records::next);
            number++;
            if (number > limits.rows()) {
                throw new TableRefusedException(
                        TOO_MANY_ROWS, number, "The file has more than " + limits.rows() + " rows.");
            }
            for (int i = 0; i < cells.length; i++) {
                if (cells[i].length() > limits.cellLength()) {
                    throw new TableRefusedException(
                            CELL_TOO_LONG,
                            number,
                            "Row " + number + " has a cell of more than " + limits.cellLength()
                                    + " characters: is a quotation mark missing?");
                }
                cells[i] = Cells.clean(cells[i]);
            }
            return new TableRow(number, Arrays.asList(cells));
        }

        private <T> T guarded(Supplier<T> step) {
            try {
                return step.get();
            } catch (CsvParseException e) {
                throw refusal(e);
            }
        }

        private TableRefusedException refusal(CsvParseException e) {
            int row = number + 1;
            StringBuilder messages = new StringBuilder();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                messages.append(cause.getMessage()).append(' ');
            }
            if (messages.indexOf("fields") >= 0 && messages.indexOf("maximum limit") >= 0) {
                return new TableRefusedException(
                        TOO_MANY_COLUMNS, row, "Row " + row + " has more than " + limits.columns() + " cells.");
            }
            return new TableRefusedException(
                    UNCLOSED_QUOTE,
                    row,
                    "A quotation mark is not closed: the file cannot be read from row " + row + " on.");
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
