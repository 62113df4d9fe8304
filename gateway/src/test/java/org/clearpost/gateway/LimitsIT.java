package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Who asks too often waits; nobody else does. */
@Tag("SEC-14")
@TestPropertySource(
        properties = {
            "LIMIT_CALLER_BURST=50",
            "LIMIT_CALLER_PER_MINUTE=60",
            "LIMIT_ADDRESS_BURST=120",
            "LIMIT_ADDRESS_PER_MINUTE=60",
            // Where a platform runs in a cluster, its framework would believe forwarding headers by itself.
            "spring.main.cloud-platform=kubernetes"
        })
class LimitsIT extends GatewayRunning {

    @Test
    void passwordsTokensAndSetUpAreStrict() throws Exception {
        assertThat(passed(60, () -> browser().send("POST", "/login", BodyPublishers.ofString("a=b"))))
                .isBetween(30, 32);
        assertThat(passed(60, () -> browser().send("POST", "/oauth2/token", BodyPublishers.ofString("a=b"))))
                .isBetween(30, 33);
    }

    @Test
    void eachSessionHasItsOwnAllowance() throws Exception {
        Browser busy = browser().signIn();
        Browser other = browser().signIn();

        assertThat(passed(80, () -> busy.get("/api/session"))).isBetween(45, 55);
        HttpResponse<String> refused = busy.get("/api/media/decisions/1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("gateway.too-many");
        assertThat(MEDIA.asked).isEmpty();
        assertThat(other.get("/api/media/decisions/1").statusCode()).isEqualTo(200);
    }

    @Test
    void aForwardingHeaderBuysNoNewAllowance() throws Exception {
        int[] caller = {0};

        assertThat(passed(60, () -> browser()
                        .send(
                                "POST",
                                "/api/directory/setup",
                                BodyPublishers.noBody(),
                                "X-Forwarded-For",
                                "10.0.0." + caller[0]++)))
                .isBetween(10, 12);
    }

    private static int passed(int times, Callable<HttpResponse<String>> call) throws Exception {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            if (call.call().statusCode() != 429) {
                passed++;
            }
        }
        return passed;
    }
}
