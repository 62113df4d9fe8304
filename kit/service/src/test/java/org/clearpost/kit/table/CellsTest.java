package org.clearpost.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clearpost.kit.table.CellDate.Blank;
import org.clearpost.kit.table.CellDate.Day;
import org.clearpost.kit.table.CellDate.InTheFuture;
import org.clearpost.kit.table.CellDate.NoSuchDay;
import org.clearpost.kit.table.CellDate.NotADate;
import org.clearpost.kit.table.CellDate.OtherOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void cleansOuterSpacesAndBreaks() {
        assertThat(Cells.clean("\u00A0 El\u00A0Amrani \t")).isEqualTo("El Amrani");
        assertThat(Cells.clean("Mill\r\nGreen\nHouse")).isEqualTo("Mill Green House");
        assertThat(Cells.clean("plain")).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=A1", "+44", "-3", "@SUM(A1)", "=\"0031\""})
    void seesFormulas(String cell) {
        assertThat(Cells.isFormula(cell)).isTrue();
    }

    @Test
    void aLoneHyphenIsBlankAndAWrappedTextIsText() {
        assertThat(Cells.isFormula("-")).isFalse();
        assertThat(Cells.isFormula("")).isFalse();
        assertThat(Cells.withoutTextWrapper("=\"0031\"")).isEqualTo("0031");
        assertThat(Cells.withoutTextWrapper("=A1")).isEqualTo("=A1");
        assertThat(Cells.isShortenedNumber("1.2E+12")).isTrue();
        assertThat(Cells.isShortenedNumber("1234")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Si?n", "W_jcik", "S\uFFFDn", "RenÃ©e", "WÃ³jcik", "NÄ›mec", "Ã…berg", "YÄ±ldÄ±z", "Ã“ Briain"})
    void seesLostLetters(String name) {
        assertThat(Cells.hasLostLetter(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Renée",
                "Åberg",
                "Ó Briain",
                "Němec",
                "Yıldız",
                "O’Neill",
                "Ådne",
                "D'Souza",
                "Ãngela",
                "Škvorecký-Ëžik"
            })
    void leavesAccentedNamesAlone(String name) {
        assertThat(Cells.hasLostLetter(name)).isFalse();
    }

    @Test
    void comparesWithoutRegardToCaseAndUnicodeForm() {
        assertThat(Cells.folded("RENE\u0301E")).isEqualTo(Cells.folded("renée"));
        assertThat(Cells.folded("Anne  Marie")).isEqualTo(Cells.folded("anne marie"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-08,2025-09-08",
        "2025-09-08T00:00:00Z,2025-09-08",
        "08/09/2025,2025-09-08",
        "8/9/2025 00:00,2025-09-08",
        "8.9.2025,2025-09-08",
        "8-Sep-25,2025-09-08",
        "08 September 2025,2025-09-08",
        "8-Sept-25,2025-09-08",
        "20/11/26,2026-11-20",
        "21/11/26,1926-11-21",
        "01/01/99,1999-01-01"
    })
    void readsDates(String cell, LocalDate date) {
        assertThat(CellDate.read(cell, DateOrder.DAY_FIRST, TODAY)).isEqualTo(new Day(date));
    }

    @Test
    void guessesNothingAboutDates() {
        assertThat(read("31/09/2025")).isEqualTo(new NoSuchDay());
        assertThat(read("45678")).isEqualTo(new NotADate());
        assertThat(read("soon")).isEqualTo(new NotADate());
        assertThat(read("8-Sop-25")).isEqualTo(new NotADate());
        assertThat(read("12/19/2025")).isEqualTo(new OtherOrder());
        assertThat(read("12/32/2025")).isEqualTo(new NoSuchDay());
        assertThat(read("21/11/2026")).isEqualTo(new InTheFuture(LocalDate.of(2026, 11, 21)));
        assertThat(read(" - ")).isEqualTo(new Blank());
        assertThat(CellDate.read("12/19/2025", DateOrder.MONTH_FIRST, TODAY))
                .isEqualTo(new Day(LocalDate.of(2025, 12, 19)));
        assertThat(CellDate.read("19/12/2025", DateOrder.MONTH_FIRST, TODAY)).isEqualTo(new OtherOrder());
        assertThat(CellDate.readPossiblyFuture("01/09/27", DateOrder.DAY_FIRST))
                .isEqualTo(new Day(LocalDate.of(2027, 9, 1)));
    }

    private static CellDate read(String cell) {
        return CellDate.read(cell, DateOrder.DAY_FIRST, TODAY);
    }
}
