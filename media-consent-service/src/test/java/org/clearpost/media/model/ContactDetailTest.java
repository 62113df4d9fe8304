package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PST-13")
class ContactDetailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring 07700 900123 today|07700 900123|PHONE",
                "Ring +44 (0)1792 555 123|+44 (0)1792 555 123|PHONE",
                "Ring (01792) 555-123.|(01792) 555-123|PHONE",
                "In 2026 01792 555123|01792 555123|PHONE",
                "text 7700900123 now|7700900123|PHONE",
                "On 05.12.2026 ring 020 555 123|020 555 123|PHONE",
                "0.7.7.0.0.9.0.0.1.2.3|0.7.7.0.0.9.0.0.1.2.3|PHONE",
                "write to Dana.O'Neill+club@mail.oak.example now|Dana.O'Neill+club@mail.oak.example|EMAIL",
                "write to dana (at) oak (dot) example|dana (at) oak (dot) example|EMAIL",
                "dana[at]oak.example|dana[at]oak.example|EMAIL",
                "We live at SA1 1AA now|SA1 1AA|POSTCODE",
                "find us: ec1a1bb|ec1a1bb|POSTCODE",
                "The password is hunter2 today|password is hunter2|SECRET",
                "Wi-Fi password: lemonade|password: lemonade|SECRET",
                "PIN 4711 opens it|PIN 4711|SECRET",
                "pin code = 123456|pin code = 123456|SECRET",
            })
    void findsWhatSomebodyCouldBeReachedBy(String text, String found, ContactDetail.Kind kind) {
        assertThat(ContactDetail.in(text, List.of()))
                .extracting(detail -> detail.kind() + " "
                        + text.substring(detail.where().start(), detail.where().end()))
                .containsExactly(kind + " " + found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fair is on 05.12.2026 and 06.12.2026",
                "The fair is on 2026-12-05 at 09.30 10.30 11.30 12.30",
                "From 1/12/2026 to 12/12/2026",
                "We raised £1,234,567 for 123456 trees",
                "See you before b4 2pm",
                "@larkmere.school is ours, see us @ the fair",
                "Forgot your password? Ask the office",
                "pin it to the wall, all 24 of them",
                "A 12345678 b",
                "A 020 555 12 b",
                "",
            })
    void leavesAloneWhatIsNone(String text) {
        assertThat(ContactDetail.in(text, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+441792555123, PHONE",
        "https://wa.me/441792555123, PHONE",
        "https://chat.example/send?phone=441792555123, PHONE",
        "mailto:dana@oak.example, EMAIL",
        "https://oak.example/?to=dana%40mail.example, EMAIL",
        "https://maps.example/?q=SA1+1AA, POSTCODE",
        "https://maps.example/?q=SA1%201AA, POSTCODE",
        "https://oak.example/2026/01792555123, ",
        "https://oak.example/events/441792555123, ",
        "https://oak.example/fair, ",
    })
    void readsALinkAsAWhole(String link, ContactDetail.Kind kind) {
        assertThat(ContactDetail.inLink(link, List.of()))
                .allMatch(found -> found == kind)
                .hasSize(
                        kind == null ? 0 : ContactDetail.inLink(link, List.of()).size());
        assertThat(ContactDetail.inLink(link, List.of()).isEmpty()).isEqualTo(kind == null);
    }

    @Test
    void theSettingsOwnAreLeftHoweverTheyAreWritten() {
        List<String> own = List.of("01792 555 123", "office@oak.example", "sa1 1aa");
        assertThat(ContactDetail.in("0044 1792 555123, +44 (0) 1792-555123, OFFICE@oak.example, SA1 1AA", own))
                .isEmpty();
        assertThat(ContactDetail.inLink("https://wa.me/441792555123", own)).isEmpty();
        assertThat(ContactDetail.inLink("https://wa.me/441792555124", own)).containsOnly(ContactDetail.Kind.PHONE);
        assertThat(ContactDetail.in("01792 555 124", own)).hasSize(1);
        assertThat(ContactDetail.in("+44 20 555 123", List.of("020 555 123"))).isEmpty();
        assertThat(ContactDetail.in("The PIN is 4711", List.of("The PIN is 4711")))
                .hasSize(1);
    }

    @Test
    @Tag("SEC-09")
    void aNoteThatLooksLikeAPasswordIsFound() {
        assertThat(SecretInText.isIn("Facebook: Passwort... password = Sunny7")).isTrue();
        assertThat(SecretInText.isIn("Cyfrinair: heulog")).isTrue();
        assertThat(SecretInText.isIn("passphrase sunny7day")).isTrue();
        assertThat(SecretInText.isIn("The head keeps the password in the safe")).isFalse();
        assertThat(SecretInText.isIn("spin 4711 times")).isFalse();
    }

    @Test
    void aLongTextIsReadInAMoment() {
        for (String part : List.of("07700 ", "a@", "aaaaaaaaaa", "1 2 3 ", "password ", "SA1 1", "(((", "+4 ")) {
            String text = part.repeat(10_000 / part.length());
            ContactDetail.in(text, List.of("01792 555 123"));
        }
    }
}
