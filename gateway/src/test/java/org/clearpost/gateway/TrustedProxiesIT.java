package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is trusted, each caller is counted by the address the proxy saw. */
@Tag("SEC-14")
@TestPropertySource(properties = {"CLEARPOST_TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/8", "LIMIT_AUTHORIZE_BURST=20"})
class TrustedProxiesIT extends GatewayRunning {

    @Test
    void eachCallerBehindTheProxyHasAnAllowance() {
        assertThat(setUpsAllowed("203.0.113.5")).isBetween(10, 12);
        assertThat(setUpsAllowed("203.0.113.6, 10.1.2.3")).isBetween(10, 12);
        assertThat(setUpsAllowed("203.0.113.77, 203.0.113.6")).isLessThan(3);
    }

    @Test
    void aNetworkOfVersionSixIsOneCaller() {
        assertThat(setUpsAllowed("2001:db8:0:1::1")).isBetween(10, 12);
        assertThat(setUpsAllowed("2001:db8:0:1::2")).isLessThan(3);
        assertThat(setUpsAllowed("2001:db8:0:2::1")).isBetween(10, 12);
    }

    @Test
    void startingToSignInIsCountedToo() {
        String authorize = "/oauth2/authorize?redirect_uri=x&state=y";
        int allowed = 0;
        for (int i = 0; i < 60; i++) {
            int status =
                    browser().get(authorize, "X-Forwarded-For", "203.0.113.200").statusCode();
            allowed += status == 429 ? 0 : 1;
        }

        assertThat(allowed).isBetween(20, 50);
        assertThat(browser().get(authorize, "X-Forwarded-For", "203.0.113.201").statusCode())
                .isEqualTo(302);
    }

    @Test
    void identityIsToldTheAddressTheProxySaw() {
        browser().get("/login", "X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        assertThat(IDENTITY.http.last().header("X-Forwarded-For")).isEqualTo("203.0.113.9");

        browser().get("/api/directory/setup", "X-Forwarded-For", "198.51.100.1, 2001:db8::9, 10.1.2.3");
        assertThat(IDENTITY.http.last().header("X-Forwarded-For")).isEqualTo("2001:db8::9");
    }

    private static int setUpsAllowed(String forwardedFor) {
        int allowed = 0;
        for (int i = 0; i < 20; i++) {
            int status = browser()
                    .send("POST", "/api/directory/setup", BodyPublishers.noBody(), "X-Forwarded-For", forwardedFor)
                    .statusCode();
            allowed += status == 429 ? 0 : 1;
        }
        return allowed;
    }
}
