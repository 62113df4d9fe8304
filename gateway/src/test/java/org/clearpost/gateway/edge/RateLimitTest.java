package org.clearpost.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearpost.gateway.GatewaySettings.Limit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-14")
class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;

    private final RateLimit limit = new RateLimit(new Limit(60, 3));

    @Test
    void allowsABurstThenOneASecond() {
        assertThat(new long[] {limit.take("a", 0), limit.take("a", 0), limit.take("a", 0)})
                .containsOnly(0);
        assertThat(limit.take("a", 0)).isEqualTo(SECOND);
        assertThat(limit.take("a", SECOND)).isZero();
        assertThat(limit.take("a", SECOND)).isPositive();
    }

    @Test
    void beingRefusedCostsNothing() {
        for (int i = 0; i < 100; i++) {
            limit.take("a", 0);
        }
        assertThat(limit.take("a", SECOND)).isZero();
    }

    @Test
    void countsEachKeyByItself() {
        for (int i = 0; i < 4; i++) {
            limit.take("a", 0);
        }
        assertThat(limit.take("b", 0)).isZero();
    }

    @Test
    void holdsABoundedNumberOfKeys() {
        for (int i = 0; i < 250_000; i++) {
            limit.take("k" + i, 0);
        }
        assertThat(limit.keys()).isLessThanOrEqualTo(100_001);
        for (int i = 0; i < 250_000; i++) {
            limit.take("later" + i, 10 * SECOND * i);
        }
        assertThat(limit.keys()).isLessThanOrEqualTo(100_001);
    }
}
