package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(SpelledText.running(text).spells(MIA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mia T.", "Mia", "the Thompson room", "Mia went to thompson", "Damia Thompsons"})
    void leavesOtherWordsAlone(String text) {
        assertThat(SpelledText.running(text).spells(MIA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe Anne O'Brien", "ZOË-ANNE OBRIEN", "zoeanne o’brien", "#zoeanneobrien"})
    void seesThroughAccentsHyphensAndApostrophes(String text) {
        assertThat(SpelledText.running(text).spells(ZOE)).isTrue();
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
        assertThat(new Reading().replaced(text, List.of(MIA), "Mia T.")).isEqualTo(expected);
    }

    @Test
    void whatIsLeftNeverSpellsTheName() {
        String left = new Reading().replaced("Mia Mia Thompson Thompson", List.of(MIA), null);
        assertThat(SpelledText.running(left).spells(MIA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://oak.example/news/mia-thompson-wins",
                "https://oak.example/MiaThompson2026",
                "https://oak.example/?child=Mia%20Thompson",
                "https://oak.example/thompson/mia",
            })
    void findsAFullNameInAnAddress(String address) {
        assertThat(SpelledText.address(address).spells(MIA)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "well done mia, FIRST_ONLY",
        "MIA's model, FIRST_ONLY",
        "the Thompson family, FIRST_INITIAL",
        "Mia and Thompson, FIRST_INITIAL",
        "cheers #TeamMia, FIRST_ONLY",
        "Miami, NONE",
        "Thompsons, NONE",
    })
    void findsAFirstNameOrSurnameByItself(String text, NameForm expected) {
        assertThat(SpelledText.running(text).part(MIA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë, FIRST_ONLY",
        "ANNE, FIRST_ONLY",
        "zoe-anne, FIRST_ONLY",
        "O’Brien, FIRST_INITIAL",
        "Brien, FIRST_INITIAL",
        "Anneka, NONE"
    })
    void findsTheHalvesOfADoubleName(String text, NameForm expected) {
        assertThat(SpelledText.running(text).part(ZOE)).isEqualTo(expected);
    }
}
