package org.clearpost.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clearpost.kit.table.TableRefusedException.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-13")
class TableTextTest {

    private static final Set<String> KNOWN = Set.of("name", "e-mail", "room");

    @Test
    void aByteOrderMarkDecidesTheEncoding() {
        byte[] utf8 = bytes("\uFEFFname,room\nAnia,Oak\n", StandardCharsets.UTF_8);
        byte[] little = bytes("\uFEFFname\troom\r\nŵyn\tOak\r\n", StandardCharsets.UTF_16LE);
        byte[] big = bytes("\uFEFFname\troom\r\nŵyn\tOak\r\n", StandardCharsets.UTF_16BE);

        assertThat(read(utf8)).satisfies(text -> {
            assertThat(text.encoding()).isEqualTo("UTF-8");
            assertThat(text.encodingCertain()).isTrue();
            assertThat(layout(text).headings()).containsExactly("name", "room");
        });
        assertThat(read(little).encoding()).isEqualTo("UTF-16LE");
        assertThat(layout(read(little)).separator()).isEqualTo('\t');
        assertThat(rows(read(little)).get(1).cell(0)).isEqualTo("ŵyn");
        assertThat(read(big).encoding()).isEqualTo("UTF-16BE");
    }

    @Test
    void withoutAMarkValidUtf8IsUtf8AndTheRestIsNotCertain() {
        assertThat(read(bytes("name,room\nSørensen,Oak\n", StandardCharsets.UTF_8))
                        .encodingCertain())
                .isTrue();
        TableText local = read(bytes("name,room\nSørensen,Oak\n", Charset.forName("windows-1252")));
        assertThat(local.encoding()).isEqualTo("Windows-1252");
        assertThat(local.encodingCertain()).isFalse();
        assertThat(rows(local).get(1).cell(0)).isEqualTo("Sørensen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"name,room|,", "name;room|;", "\"Name\";\"Room\";\"a,b,c\"|;"})
    void theSeparatorIsTheOneThatGivesMostKnownHeadings(String heading, char separator) {
        assertThat(layout(read(bytes(heading + "\nx", StandardCharsets.UTF_8))).separator())
                .isEqualTo(separator);
    }

    @Test
    void headingsMayStandUnderATitleUpToRowFifteen() {
        String title = "List of the week\n\n\n";
        TableLayout layout = layout(text(title + "name,room\nAnia,Oak"));
        assertThat(layout.headingRow()).isEqualTo(4);

        assertThat(layout(text("t\n".repeat(14) + "name,room\n")).headingRow()).isEqualTo(15);
        assertThat(layout(text("t\n".repeat(15) + "name,room\n")).hasHeadings()).isFalse();
    }

    @Test
    void rowNumbersAreASpreadsheetsAndALineBreakInACellDoesNotCount() {
        List<TableRow> rows = rows(text("title\r\n\r\nname,room\r\n\"Ania\r\nMaria\",Oak\r\n Bo\u00A0,Elm\r\n"));
        assertThat(rows).extracting(TableRow::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows.get(1).isBlank()).isTrue();
        assertThat(rows.get(3).cells()).containsExactly("Ania Maria", "Oak");
        assertThat(rows.get(4).cell(0)).isEqualTo("Bo");
        assertThat(rows.get(4).cell(9)).isEmpty();
    }

    @Test
    void anUnclosedQuotationMarkIsRefusedFromItsRowOn() {
        assertThat(refusal("name,room\nAnia,Oak\n\"Bo,Elm\nCy,Ash\n")).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.UNCLOSED_QUOTE);
            assertThat(refused.row()).isEqualTo(3);
            assertThat(refused.sentence()).contains("from row 3 on");
        });
        assertThat(refusal("name,room\n\"Bo,Elm\n\"Cy\",Ash\n").row()).isEqualTo(2);
    }

    @Test
    void whatIsNoTextTableIsRefused() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0}).reason()).isEqualTo(Reason.ZIP);
        assertThat(refusal("  <?xml version=\"1.0\"?><CTfile/>").reason()).isEqualTo(Reason.XML);
        assertThat(refusal(bytes("\uFEFF<html>", StandardCharsets.UTF_16LE)).reason())
                .isEqualTo(Reason.XML);
        assertThat(refusal("%PDF-1.7").reason()).isEqualTo(Reason.OTHER_FORMAT);
        assertThat(refusal("name,room\nA\0nia,Oak").reason()).isEqualTo(Reason.ZERO_BYTE);
        assertThat(refusal(bytes("name,room", StandardCharsets.UTF_16LE)).reason())
                .isEqualTo(Reason.ZERO_BYTE);
        assertThat(refusal(new byte[] {'a', ',', (byte) 0x81, '\n'}).reason()).isEqualTo(Reason.UNDECODABLE);
        assertThat(refusal(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3})
                        .reason())
                .isEqualTo(Reason.UNDECODABLE);
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}).reason()).isEqualTo(Reason.UNDECODABLE);
        assertThat(refusal(" \r\n \n").reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void limitsHoldWhateverTheShape() {
        assertThat(refusal(new byte[TableLimits.ORDINARY.bytes() + 1]).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(",".repeat(100_000)).reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal("name,room\n" + "x".repeat(9_000_000)).reason()).isEqualTo(Reason.CELL_TOO_LONG);
        assertThat(refusal("\n".repeat(200_001) + "x").reason()).isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void reportsCannotCarryAFormula() {
        String report = TableWriter.write(
                List.of("Row", "Message"),
                List.of(
                        List.of("7", "=HYPERLINK(\"http://x\")"),
                        List.of("8", "+1"),
                        List.of("9", "@SUM"),
                        List.of("10", " \t-2"),
                        List.of("11", "plain \"quoted\"")));
        assertThat(report)
                .startsWith("\uFEFF\"Row\",\"Message\"\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"'+1\"", "\"'@SUM\"", "\"' \t-2\"")
                .contains("\"plain \"\"quoted\"\"\"");
    }

    private static TableText text(String content) {
        return read(bytes(content, StandardCharsets.UTF_8));
    }

    private static TableText read(byte[] content) {
        return TableText.of(content, TableLimits.ORDINARY);
    }

    private static TableLayout layout(TableText text) {
        return text.layout(row -> (int) row.stream()
                .filter(cell -> KNOWN.contains(cell.toLowerCase(Locale.ROOT)))
                .count());
    }

    private static List<TableRow> rows(TableText text) {
        List<TableRow> rows = new ArrayList<>();
        text.forEachRow(layout(text).separator(), rows::add);
        return rows;
    }

    private static TableRefusedException refusal(String content) {
        return refusal(bytes(content, StandardCharsets.UTF_8));
    }

    private static TableRefusedException refusal(byte[] content) {
        return catchThrowableOfType(TableRefusedException.class, () -> rows(read(content)));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
