package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in, staying signed in for as long as allowed, and signing out. */
@Tag("SEC-17")
class SignInIT extends GatewayRunning {

    @Test
    void keepsTheSessionOnTheServerAndAHostBoundCookieInTheBrowser() {
        Browser browser = browser();
        HttpResponse<String> begun = browser.get("/oauth2/authorization/clearpost");
        assertThat(Browser.location(begun))
                .startsWith(ADDRESS + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "scope=openid", "client_id=gateway", "nonce=");

        HttpResponse<String> back = browser.get(Browser.location(browser.get(Browser.location(begun))));

        String cookie = back.headers().allValues("set-cookie").stream()
                .filter(line -> line.startsWith("__Host-clearpost="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("; Path=/")
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .doesNotContainIgnoringCase("Domain")
                .doesNotContainIgnoringCase("Expires");
        assertThat(browser.cookies).doesNotContainKeys("IDENTITY", "__Host-clearpost-login");
        assertThat(browser.get("/api/session").body()).matches("\\{\"signedIn\":true,\"idleSeconds\":(900|89\\d)}");
    }

    @Test
    void changesTheIdAtEverySignInAndEndsTheOneBefore() {
        Browser browser = browser().signIn();
        String first = browser.cookie("__Host-clearpost");

        browser.signIn();

        assertThat(browser.cookie("__Host-clearpost")).isNotEqualTo(first);
        Browser old = browser();
        old.cookies.put("__Host-clearpost", first);
        assertThat(old.get("/api/directory/me").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAWayBackThatThisBrowserDidNotBegin() {
        Browser attacker = browser();
        HttpResponse<String> atIdentity =
                attacker.get(Browser.location(attacker.get("/oauth2/authorization/clearpost")));

        Browser victim = browser();
        HttpResponse<String> back = victim.get(Browser.location(atIdentity));

        assertThat(Browser.location(back)).isEqualTo("/?sign-in=failed");
        assertThat(victim.cookies).doesNotContainKey("__Host-clearpost");
    }

    @Test
    void twoTabsMaySignInAtOnce() {
        Browser browser = browser();
        String first = Browser.location(browser.get("/oauth2/authorization/clearpost"));
        browser.get("/oauth2/authorization/clearpost");

        HttpResponse<String> back = browser.get(Browser.location(browser.get(first)));

        assertThat(Browser.location(back)).isEqualTo("/");
    }

    @Test
    void logOffEndsTheSessionAndEveryCookie() {
        Browser browser = browser().signIn();
        String id = browser.cookie("__Host-clearpost");
        browser.cookies.put("IDENTITY", "still-signed-in-at-identity");

        HttpResponse<String> answer = browser.post("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.cookies).isEmpty();
        assertThat(IDENTITY.http.last().path()).isEqualTo("/oauth2/revoke");
        assertThat(IDENTITY.http.last().body()).contains("token_type_hint=refresh_token");
        browser.cookies.put("__Host-clearpost", id);
        assertThat(browser.get("/api/directory/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void logOffWorksWithoutIdentity() {
        Browser browser = browser().signIn();
        IDENTITY.unreachable = true;

        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void signsOutAfterTheIdleTimeAndAskingAboutTheSessionIsNotUse() {
        Browser browser = browser().signIn();

        CLOCK.forward(Duration.ofMinutes(14));
        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(200);
        for (int minute = 0; minute < 14; minute++) {
            CLOCK.forward(Duration.ofMinutes(1));
            assertThat(browser.get("/api/session").body()).contains("\"signedIn\":true");
        }
        assertThat(browser.get("/api/session").body()).matches(".*:(60|5\\d)}");
        CLOCK.forward(Duration.ofMinutes(2));

        assertThat(browser.get("/api/session").body()).isEqualTo("{\"signedIn\":false,\"idleSeconds\":0}");
        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(401);
    }

    @Test
    void somebodyStillReadingStaysSignedIn() {
        Browser browser = browser().signIn();

        CLOCK.forward(Duration.ofMinutes(14));
        assertThat(browser.post("/api/session", "").statusCode()).isEqualTo(200);
        CLOCK.forward(Duration.ofMinutes(14));

        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(200);
        assertThat(browser().post("/api/session", "").statusCode()).isEqualTo(403);
    }

    @Test
    void signsOutAfterTwelveHoursHoweverBusy() {
        Browser browser = browser().signIn();

        for (int step = 0; step < 71; step++) {
            CLOCK.forward(Duration.ofMinutes(10));
            assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(200);
        }
        // The greatest age is nearer than the idle time now, and a page must know.
        assertThat(browser.get("/api/session").body()).matches(".*:(600|59\\d)}");
        CLOCK.forward(Duration.ofMinutes(10));

        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(401);
    }

    @Test
    void nothingThatIsNotASessionIsOne() {
        for (String id : List.of("", "x", "__Host-clearpost", "../..", "a".repeat(4000))) {
            Browser browser = browser();
            browser.cookies.put("__Host-clearpost", id);
            assertThat(browser.get("/api/directory/me").statusCode()).isEqualTo(401);
        }
    }
}
