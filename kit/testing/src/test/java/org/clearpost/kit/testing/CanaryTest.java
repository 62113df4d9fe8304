package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-07")
class CanaryTest {

    private static final String NAME = Canary.of("mia");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void isFoundInBase64WhereverItStands(int before) {
        byte[] bytes =
                ("ü".repeat(before / 2) + "-".repeat(before % 3) + NAME + " and more").getBytes(StandardCharsets.UTF_8);
        assertThat(Canary.in("key=" + Base64.getEncoder().encodeToString(bytes)))
                .isPresent();
        assertThat(Canary.in(
                        "/p?after=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .isPresent();
        assertThat(Canary.in(Base64.getMimeEncoder(8, new byte[] {'\r', '\n'}).encodeToString(bytes)))
                .isPresent();
    }

    @Test
    void isFoundHoweverItIsWritten() {
        for (String written : new String[] {
            NAME,
            NAME.toLowerCase(Locale.ROOT),
            NAME.toUpperCase(Locale.ROOT),
            URLEncoder.encode("?name=" + NAME, StandardCharsets.UTF_8),
            each("%%%02x"),
            each("%%25%02X"),
            each("\\u%04x"),
            each("&#%d;"),
            each("&#x%x;"),
            each("=%02X"),
            NAME.substring(0, 4) + "=\r\n" + NAME.substring(4),
            HexFormat.of().formatHex(NAME.getBytes(StandardCharsets.UTF_8)),
            HexFormat.of().withUpperCase().formatHex(NAME.getBytes(StandardCharsets.UTF_8)),
            "=?UTF-8?B?" + Base64.getEncoder().encodeToString(NAME.getBytes(StandardCharsets.UTF_8)) + "?="
        }) {
            assertThat(Canary.in("before " + written + " after")).as(written).isPresent();
        }
    }

    @Test
    void isNotFoundInWhatDoesNotHoldIt() {
        assertThat(Canary.in("Zq vantel, vantelzq, enF2 \\u005a %5A &#9999999; =5A"))
                .isEmpty();
        assertThat(Canary.in("")).isEmpty();
    }

    private static String each(String format) {
        return NAME.chars().mapToObj(letter -> format.formatted(letter)).collect(Collectors.joining());
    }
}
