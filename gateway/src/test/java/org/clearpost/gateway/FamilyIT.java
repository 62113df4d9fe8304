package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in for families, who are not signed in. */
@Tag("MED-23")
class FamilyIT extends GatewayRunning {

    private static final String COOKIE =
            "__Secure-clearpost-family=abc; Path=/api/family; Secure; HttpOnly; SameSite=Strict";

    @Test
    void asksWithATokenThatNamesNobodyWhoeverIsSignedIn() throws Exception {
        for (Browser browser : new Browser[] {browser(), browser().signIn()}) {
            HttpResponse<String> answer = browser.get("/api/family/session");
            assertThat(answer.statusCode()).isEqualTo(200);
            JWTClaimsSet claims = SignedJWT.parse(
                            MEDIA.last().header("Authorization").substring("Bearer ".length()))
                    .getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("gateway");
            assertThat(claims.getStringClaim("scope")).isEqualTo("visitors");
            assertThat(claims.getAudience()).containsExactly("media-consent-service");
        }
    }

    @Test
    void passesOnTheFamilysCookieAloneInBothDirections() {
        MEDIA.behaviour = asked -> new Answer(200, "application/json", "{}", Map.of("Set-Cookie", COOKIE));
        Browser browser = browser().signIn();
        assertThat(write(browser, "/api/family/session").statusCode()).isEqualTo(200);
        assertThat(browser.cookie("__Secure-clearpost-family")).isEqualTo("abc");

        browser.get("/api/family/session");
        assertThat(MEDIA.last().header("Cookie")).isEqualTo("__Secure-clearpost-family=abc");
        browser.get("/api/media/decisions/1");
        assertThat(MEDIA.last().header("Cookie")).isEmpty();

        MEDIA.behaviour =
                asked -> new Answer(200, "application/json", "{}", Map.of("Set-Cookie", "__Host-clearpost=x; Path=/"));
        String session = browser.cookie("__Host-clearpost");
        write(browser, "/api/family/session");
        assertThat(browser.cookie("__Host-clearpost")).isEqualTo(session);
    }

    @Test
    @Tag("GW-03")
    void aWriteNeedsThePagesOwnHeaderAndOrigin() {
        Browser browser = browser();
        assertThat(browser.send(
                                "POST",
                                "/api/family/links",
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(write(browser, "/api/family/links", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(write(browser, "/api/family/links", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send(
                                "POST",
                                "/api/family/links",
                                BodyPublishers.ofString("key=x"),
                                "X-Clearpost-Family",
                                "1",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(415);
        assertThat(MEDIA.asked).isEmpty();
        assertThat(write(browser, "/api/family/links", "Origin", ADDRESS).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/family", "/family/anything", "/family?key=abc"})
    void thePageIsLightStrictAndUsesNothingUp(String path) {
        HttpResponse<String> page = browser().get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("family-1a2b3c.js").doesNotContain("app-1a2b3c.js");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(MEDIA.asked).isEmpty();
    }

    static HttpResponse<String> write(Browser browser, String path, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Content-Type";
        all[1] = "application/json";
        all[2] = "X-Clearpost-Family";
        all[3] = "1";
        System.arraycopy(headers, 0, all, 4, headers.length);
        return browser.send("POST", path, BodyPublishers.ofString("{\"key\":\"x\"}"), all);
    }
}
