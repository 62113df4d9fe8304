package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Whoever guesses at links, from one network, soon waits. */
@Tag("SEC-14")
@TestPropertySource(properties = {"LIMIT_FAMILY_BURST=20", "LIMIT_FAMILY_PER_MINUTE=1"})
class FamilyLimitIT extends GatewayRunning {

    @Test
    void guessingIsSlowedDown() {
        long passed = IntStream.range(0, 60)
                .map(i -> FamilyIT.write(browser(), "/api/family/session").statusCode())
                .filter(status -> status != 429)
                .count();
        assertThat(passed).isBetween(20L, 30L);
        assertThat(browser().get("/api/session").statusCode()).isEqualTo(200);
    }
}
