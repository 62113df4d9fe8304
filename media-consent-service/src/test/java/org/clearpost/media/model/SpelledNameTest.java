package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PST-06")
class SpelledNameTest {

    private static final SpelledName MIA = SpelledName.of(Fixtures.mia());
    private static final SpelledName ZOE = SpelledName.of(Fixtures.child(Fixtures.KOFI, "Zoë-Anne", "O'Brien", false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mia Thompson",
                "well done MIA THOMPSON!",
                "Thompson, Mia",
                "Mia Thompson's model",
                "Mia R. Thompson",
                "Mia Rose Thompson",
                "mia_thompson",
                "thanks @miathompson",
                "#WellDoneMiaThompson",
                "Mia\nThompson",
            })
    void findsAFullName(String text) {
        assertThat(MIA.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mia T.", "Mia", "the Thompson room", "Mia went to thompson", "Damia Thompsons"})
    void leavesOtherWordsAlone(String text) {
        assertThat(MIA.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe Anne O'Brien", "ZOË-ANNE OBRIEN", "zoeanne o’brien", "#zoeanneobrien"})
    void seesThroughAccentsHyphensAndApostrophes(String text) {
        assertThat(ZOE.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Well done Mia Thompson!|Well done Mia T.!",
                "Thompson, Mia and Mia Thompson|Mia T. and Mia T.",
                "Cheers #miathompson all|Cheers  all",
            })
    void replacesEveryFullName(String text, String expected) {
        assertThat(MIA.replacedIn(text, "Mia T.")).isEqualTo(expected);
    }

    @Test
    void whatIsLeftNeverSpellsTheName() {
        assertThat(MIA.isIn(MIA.replacedIn("Mia Mia Thompson Thompson", null))).isFalse();
    }
}
