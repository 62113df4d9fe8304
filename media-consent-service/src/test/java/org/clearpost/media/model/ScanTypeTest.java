package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MED-02")
class ScanTypeTest {

    @ParameterizedTest
    @CsvSource({
        "255044462d31, PDF",
        "ffd8ffe0, JPEG",
        "89504e470d0a1a0a00, PNG",
        "255044462d, ",
        "255044582d31, ",
        "20255044462d31, ",
        "'', ",
    })
    void whatAFileIsItsFirstBytesSay(String content, @Nullable ScanType expected) {
        byte[] bytes = HexFormat.of().parseHex(content);
        if (expected == null) {
            assertThat(ScanType.of(bytes)).isEmpty();
        } else {
            assertThat(ScanType.of(bytes)).contains(expected);
        }
    }

    @Test
    void isKnownByItsMediaType() {
        assertThat(Arrays.stream(ScanType.values())
                        .map(type -> ScanType.ofMediaType(type.mediaType()).extension()))
                .containsExactly("pdf", "jpg", "png");
        assertThatThrownBy(() -> ScanType.ofMediaType("text/html")).isInstanceOf(NoSuchElementException.class);
    }
}
