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

    private final SpelledName mia = name("Mia", "Thompson");
    private final SpelledName zoe = name("Zoë-Anne", "O'Brien");

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
        assertThat(SpelledText.running(text).spells(mia)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mia T.",
                "Mia",
                "the Thompson room",
                "Mia went to thompson",
                "Damia Thompsons",
                "Mia is Thompson"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(SpelledText.running(text).spells(mia)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe Anne O'Brien", "ZOË-ANNE OBRIEN", "zoeanne o’brien", "#zoeanneobrien"})
    void seesThroughAccentsHyphensAndApostrophes(String text) {
        assertThat(SpelledText.running(text).spells(zoe)).isTrue();
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
        assertThat(new Reading().replaced(text, List.of(mia), "Mia T.")).isEqualTo(expected);
    }

    @Test
    void whatIsLeftNeverSpellsTheName() {
        String left = new Reading().replaced("Mia Mia Thompson Thompson", List.of(mia), null);
        assertThat(SpelledText.running(left).spells(mia)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://oak.example/news/mia-thompson-wins",
                "https://oak.example/MiaThompson2026",
                "https://oak.example/?child=Mia%20Thompson",
                "https://oak.example/thompson/mia",
                "https://oak.example/miathompson",
            })
    void findsAFullNameInAnAddress(String address) {
        assertThat(SpelledText.address(address).spells(mia)).isTrue();
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
        assertThat(SpelledText.running(text).part(mia)).isEqualTo(expected);
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
        assertThat(SpelledText.running(text).part(zoe)).isEqualTo(expected);
    }

    @Test
    void readsWhatIsEscapedInAnAddress() {
        assertThat(SpelledText.address("https://oak.example/zo%C3%AB-anne-o%27brien")
                        .spells(zoe))
                .isTrue();
        assertThat(SpelledText.address("https://oak.example/zo-anne-obrien").spells(zoe))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Mia, Ash, '#gomiaashgo', true",
        "Mia, Ash, '#goashmiago', true",
        "Mia, As,  '#gomiaasgo',  false",
        "Mia, As,  '#miaas',      true",
        "Mia, As,  '#asmia',      true",
    })
    void aShortNameIsNotLookedForInsideATag(String first, String surname, String tag, boolean found) {
        assertThat(SpelledText.tag(tag).spells(name(first, surname))).isEqualTo(found);
        assertThat(SpelledText.running("Oh " + tag + "!").spells(name(first, surname)))
                .isEqualTo(found);
    }

    @Test
    void namesThatRunIntoEachOtherAreFoundOnce() {
        assertThat(SpelledText.running("Mia Thompson Mia").ranges(mia))
                .containsExactly(new SpelledText.Range(0, 12, false));
        assertThat(SpelledText.running("@miathompson Thompson").ranges(mia))
                .containsExactly(new SpelledText.Range(0, 12, true));
        assertThat(new Reading().replaced("Mia Thompson Mia", List.of(mia), "Mia T."))
                .isEqualTo("Mia T. Mia");
    }

    @Test
    void replacesTheNamesOfSeveralPeopleFromLeftToRight() {
        assertThat(new Reading().replaced("Zoë-Anne O'Brien, then Mia Thompson!", List.of(mia, zoe), null))
                .isEqualTo(", then !");
        assertThat(new Reading().replaced("Zoë-Anne O'Brien, then Mia Thompson!", List.of(mia, zoe), "X"))
                .isEqualTo("X, then X!");
        // A replacement that would spell the name again goes as well.
        assertThat(new Reading().replaced("Mia T won", List.of(name("Mia", "T")), "Mia T."))
                .isEqualTo(". won");
        assertThat(new Reading().replaced("Nobody here", List.of(mia), "Mia T."))
                .isEqualTo("Nobody here");
    }

    @ParameterizedTest
    @CsvSource({
        "Jo-Ann, Lo, 'jo won',  FIRST_ONLY",
        "Jo-Ann, Lo, 'ann won', FIRST_ONLY",
        "Jo-Ann, Lo, '#jo',     FIRST_ONLY",
        "Jo-Ann, Lo, '#joker',  NONE",
        "Jo-Ann, Lo, '#anna',   FIRST_ONLY",
        "Jo-Ann, Lo, 'anna',    NONE",
        "A-Bea,  Lo, 'a cat',   NONE",
        "A,      Lo, 'a cat',   FIRST_ONLY",
    })
    void aPartOfANameCountsFromTwoLettersOn(String first, String surname, String text, NameForm expected) {
        assertThat(SpelledText.running(text).part(name(first, surname))).isEqualTo(expected);
    }

    @Test
    void aSignThatReadsAsLettersIsReadInATag() {
        assertThat(SpelledText.tag("#™").part(name("Tm", "Li"))).isEqualTo(NameForm.FIRST_ONLY);
        assertThat(SpelledText.tag("#℠").part(name("Tm", "Li"))).isEqualTo(NameForm.NONE);
        assertThat(SpelledText.running("™").part(name("Tm", "Li"))).isEqualTo(NameForm.NONE);
    }

    @Test
    void eachTextIsTakenApartOnceAndEachNameSearchedOnce() {
        Reading reading = new Reading();
        for (int i = 0; i < 3; i++) {
            assertThat(reading.running("Mia Thompson").spells(mia)).isTrue();
            assertThat(reading.running("Mia Thompson").spells(zoe)).isFalse();
            assertThat(reading.tag("#fair").spells(mia)).isFalse();
        }
        assertThat(reading.parsed()).isEqualTo(2);
        assertThat(reading.searched()).isEqualTo(3);
    }

    @Test
    void onlyTheLatestTextsAreKeptAndNoSearchIsForgotten() {
        Reading reading = new Reading();
        for (int i = 0; i <= 8; i++) {
            reading.running("Text " + i).spells(mia);
        }
        assertThat(reading.running("Text 1")).isSameAs(reading.running("Text 1"));
        assertThat(reading.parsed()).isEqualTo(9);
        reading.running("Text 0").spells(mia);
        assertThat(reading.parsed()).isEqualTo(10);
        assertThat(reading.searched()).isEqualTo(10);
    }

    private static SpelledName name(String first, String surname) {
        return SpelledName.of(Fixtures.child(Fixtures.MIA, first, surname, false));
    }
}
