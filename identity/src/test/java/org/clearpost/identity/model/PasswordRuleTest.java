package org.clearpost.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final String EMAIL = "maren.osei@brook.example";

    @ParameterizedTest
    @ValueSource(strings = {"lamp river otter nine", "correct staple battery", "Ωmega-und-Straße-7", "aB3$kk9!wQz1"})
    void takesWhatIsLongAndNotCommon(String password) {
        assertThat(PasswordRule.objection(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password12345",
                "12345Welcome!!",
                "qwertyuiop[]12",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "abcdefghijklmno",
                "1234567890123456",
                "maren.osei2026!",
                "September2026!!"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(PasswordRule.objection(password, EMAIL))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("easy to guess"));
    }

    @Test
    void wantsTwelveCharactersNotTwelveBytes() {
        assertThat(PasswordRule.objection("ÄÖÜäöüßéèêë", EMAIL)).isPresent();
        assertThat(PasswordRule.objection("ÄÖÜäöüßéèêëñ", EMAIL)).isEmpty();
        assertThat(PasswordRule.objection("x".repeat(100) + "yz1-".repeat(30), EMAIL))
                .isPresent();
    }
}
