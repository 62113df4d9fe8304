package org.clearpost.media.pictures.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearpost.media.pictures.model.PictureHeader;
import org.clearpost.media.pictures.model.PictureHeader.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-13")
class AllowanceTest {

    private static final int PHOTO = 3_000_000;

    @ParameterizedTest
    @CsvSource({
        "JPEG,  4000, 3000,  5, 192, 512",
        "JPEG,  8940, 6705, 12, 384, 768",
        "PNG,   8940, 6705, 12, 384, 768",
        "WEBP,  4000, 3000,  9, 192, 512",
        "WEBP,  8940, 6705, 24, 384, 768",
    })
    void aLargePhotographGetsMore(Kind kind, int width, int height, int seconds, int heap, int beside) {
        assertThat(Allowance.of(new PictureHeader(kind, width, height), PHOTO))
                .isEqualTo(new Allowance(heap, beside, seconds));
    }

    @Test
    void aFewBytesThatClaimToBeAPhotographGetNoMoreTime() {
        assertThat(Allowance.of(new PictureHeader(Kind.WEBP, 8940, 6705), 60_000)
                        .cpuSeconds())
                .isEqualTo(5);
        assertThat(Allowance.of(new PictureHeader(Kind.PNG, 8940, 6705), 500_000)
                        .cpuSeconds())
                .isEqualTo(5);
    }
}
