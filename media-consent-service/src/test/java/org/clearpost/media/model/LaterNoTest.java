package org.clearpost.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MED-19")
class LaterNoTest {

    @ParameterizedTest(name = "yes of {0}, no of {1}: stands in its way {2}")
    @CsvSource({
        "2026-09-01,           , false",
        "          ,           , false",
        "          , 2026-09-01, true",
        "2026-08-31, 2026-09-01, true",
        "2026-09-01, 2026-09-01, false",
        "2026-09-02, 2026-09-01, false",
    })
    void aYesCountsWhenItWasSaidAfterEveryNo(@Nullable LocalDate yes, @Nullable LocalDate no, boolean stands) {
        assertThat(LaterNo.stands(yes, no)).isEqualTo(stands);
    }
}
