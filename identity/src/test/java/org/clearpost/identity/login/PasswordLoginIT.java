package org.clearpost.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.Gateway;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.identity.testing.Town;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in by the page, over real HTTP: right, wrong, unknown, too often. */
@IdentityTest
class PasswordLoginIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private TestDatabase database;

    @Test
    @Tag("SEC-08")
    void signsInAndRecordsIt() {
        UUID person = town.person("right@login.example", "EMPLOYEE");
        assertThat(signIn("right@login.example", Town.PASSWORD)).isEqualTo("/oauth2/authorization/clearpost");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'login.signed-in' AND actor_id = '"
                        + person + "'"))
                .isEqualTo("1");
    }

    @Test
    @Tag("SEC-08")
    void signsNobodyInWhomItCannotRecord() {
        town.person("unrecorded@login.example", "EMPLOYEE");
        database.change("REVOKE INSERT ON audit_entry FROM " + database.name() + "_app");
        try {
            Browser browser = new Browser(port);
            HttpResponse<String> answer =
                    browser.fillIn("/login", Map.of("email", "unrecorded@login.example", "password", Town.PASSWORD));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(browser.get(Gateway.authorize()).headers().firstValue("Location"))
                    .hasValue("/login");
        } finally {
            database.change("GRANT INSERT ON audit_entry TO " + database.name() + "_app");
        }
    }

    @Test
    @Tag("SEC-14")
    void answersAnUnknownAddressLikeAWrongPassword() {
        town.person("known@login.example", "EMPLOYEE");
        Browser known = new Browser(port);
        Browser unknown = new Browser(port);
        HttpResponse<String> wrong =
                known.fillIn("/login", Map.of("email", "known@login.example", "password", "not the password"));
        HttpResponse<String> nobody =
                unknown.fillIn("/login", Map.of("email", "nobod@login.example", "password", "not the password"));

        assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode());
        assertThat(wrong.headers().firstValue("Location"))
                .isEqualTo(nobody.headers().firstValue("Location"));
        assertThat(plain(known.get("/login?failed"), "known@login.example"))
                .isEqualTo(plain(unknown.get("/login?failed"), "nobod@login.example"));
    }

    @Test
    @Tag("SEC-14")
    void takesAsLongForAnUnknownAddressAsForAWrongPassword() {
        town.person("slow@login.example", "EMPLOYEE");
        Browser browser = new Browser(port);
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, duration(browser, "slow@login.example"));
            unknown = Math.min(unknown, duration(browser, "swol@login.example"));
        }
        assertThat((double) known / unknown).isBetween(0.33, 3.0);
    }

    @Test
    @Tag("SEC-14")
    void locksAnAddressForANetworkAfterFiveWrongTriesWhetherAnybodyHasItOrNot() {
        town.person("locked@login.example", "EMPLOYEE");
        String network = "198.51.100.1";
        for (String email : new String[] {"locked@login.example", "locked.nobody@login.example"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn(network, email, "not the password")).isEqualTo("/login?failed");
            }
            assertThat(signIn(network, email, "not the password")).isEqualTo("/login?locked");
            assertThat(signIn(network, email, Town.PASSWORD)).isEqualTo("/login?locked");
        }
        assertThat(signIn(network, "LOCKED@login.example ", Town.PASSWORD)).isEqualTo("/login?locked");
        assertThat(signIn("198.51.100.2", "locked@login.example", Town.PASSWORD))
                .as("whose address it is signs in from elsewhere")
                .isEqualTo("/oauth2/authorization/clearpost");

        unlock();
        assertThat(signIn(network, "locked@login.example", Town.PASSWORD)).isEqualTo("/oauth2/authorization/clearpost");
        assertThat(database.ask("SELECT max(locked_until - last_at) <= interval '15 minutes' FROM sign_in_attempt"
                        + " WHERE locked_until > now()"))
                .isIn("t", "null", "");
    }

    @Test
    @Tag("SEC-14")
    void locksAnAddressForEverybodyAfterFiftyWrongTries() {
        town.person("besieged@login.example", "EMPLOYEE");
        for (int network = 1; network <= 10; network++) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn("198.51.101." + network, "besieged@login.example", "not the password"))
                        .isEqualTo("/login?failed");
            }
        }
        assertThat(signIn("198.51.101.11", "besieged@login.example", Town.PASSWORD))
                .isEqualTo("/login?locked");
        unlock();
        assertThat(signIn("198.51.101.12", "besieged@login.example", Town.PASSWORD))
                .isEqualTo("/oauth2/authorization/clearpost");
    }

    @Test
    @Tag("SEC-14")
    void aNetworkThatIsLockedOutDoesNotLockTheOthersOut() {
        town.person("stubborn@login.example", "EMPLOYEE");
        for (int network = 0; network < 5; network++) {
            for (int i = 0; i < 12; i++) {
                signIn("198.51.102." + network, "stubborn@login.example", "not the password");
            }
        }
        assertThat(signIn("198.51.102.9", "stubborn@login.example", Town.PASSWORD))
                .isEqualTo("/oauth2/authorization/clearpost");
    }

    @Test
    @Tag("SEC-14")
    void aNetworkOfVersionSixIsOneNetwork() {
        town.person("six@login.example", "EMPLOYEE");
        for (int i = 0; i < 5; i++) {
            signIn("2001:db8:0:1::" + i, "six@login.example", "not the password");
        }
        assertThat(signIn("2001:db8:0:1:ffff::1", "six@login.example", Town.PASSWORD))
                .isEqualTo("/login?locked");
        assertThat(signIn("2001:db8:0:2::1", "six@login.example", Town.PASSWORD))
                .isEqualTo("/oauth2/authorization/clearpost");
    }

    @Test
    void forgetsWrongTriesOnceOneWasRight() {
        town.person("forgiven@login.example", "EMPLOYEE");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn("198.51.103.1", "forgiven@login.example", "not the password");
            }
            assertThat(signIn("198.51.103.1", "forgiven@login.example", Town.PASSWORD))
                    .isEqualTo("/oauth2/authorization/clearpost");
        }
        for (int network = 1; network <= 9; network++) {
            for (int i = 0; i < 5; i++) {
                signIn("198.51.104." + network, "forgiven@login.example", "not the password");
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("198.51.103.1", "forgiven@login.example", Town.PASSWORD))
                    .as("fifty would be reached, were those before the first right one still counted")
                    .isEqualTo("/oauth2/authorization/clearpost");
        }
    }

    @Test
    @Tag("SEC-14")
    void stopsANetworkAddressThatGetsTooMuchWrong() {
        Browser browser = new Browser(port).with("X-Forwarded-For", "203.0.113.9");
        for (int i = 0; i < NetworkLimit.ALLOWED; i++) {
            browser.fillIn("/login", Map.of("email", "sprayed" + i + "@login.example", "password", "one password"));
        }
        HttpResponse<String> stopped =
                browser.fillIn("/login", Map.of("email", "another@login.example", "password", "one password"));
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> neighbour = new Browser(port)
                .with("X-Forwarded-For", "203.0.113.10")
                .fillIn("/login", Map.of("email", "another@login.example", "password", "one password"));
        assertThat(neighbour.statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("SEC-14")
    void stopsANetworkOfVersionSixWhateverAddressItUses() {
        for (int i = 0; i < NetworkLimit.ALLOWED; i++) {
            signIn("2001:db8:0:6::" + i, "sprayed.six" + i + "@login.example", "one password");
        }
        HttpResponse<String> stopped = new Browser(port)
                .with("X-Forwarded-For", "2001:db8:0:6:1:2:3:4")
                .fillIn("/login", Map.of("email", "another@login.example", "password", "one password"));
        assertThat(stopped.statusCode()).isEqualTo(429);
    }

    @Test
    void refusesAFormThatDidNotComeFromThePage() {
        town.person("csrf@login.example", "EMPLOYEE");
        HttpResponse<String> refused =
                new Browser(port).post("/login", Map.of("email", "csrf@login.example", "password", Town.PASSWORD));
        assertThat(refused.headers().firstValue("Location")).hasValue("/login?again");
    }

    @Test
    void keepsItsCookiesFromScriptsAndOtherSites() {
        HttpResponse<String> page = new Browser(port).get(Gateway.authorize());
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-identity=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void needsNoScriptAndAllowsNone() {
        HttpResponse<String> page = new Browser(port).get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
        assertThat(page.body()).contains("lang=\"en-GB\"", "<label for=\"email\">", "tel:999");
        HttpResponse<String> style = new Browser(port).get("/login/login.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    @Test
    void showsWhatWasTypedWithoutBelievingIt() {
        Browser browser = new Browser(port);
        browser.fillIn("/login", Map.of("email", "\"><b>x</b>@login.example", "password", "not the password"));
        assertThat(browser.get("/login?failed").body())
                .doesNotContain("<b>x</b>")
                .contains("role=\"alert\"");
    }

    private void unlock() {
        database.change("UPDATE sign_in_attempt SET locked_until = locked_until - interval '16 minutes'");
    }

    private String signIn(String email, String password) {
        return signIn(new Browser(port), email, password);
    }

    private String signIn(String network, String email, String password) {
        return signIn(new Browser(port).with("X-Forwarded-For", network), email, password);
    }

    private static String signIn(Browser browser, String email, String password) {
        return browser.fillIn("/login", Map.of("email", email, "password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static long duration(Browser browser, String email) {
        long start = System.nanoTime();
        browser.fillIn("/login", Map.of("email", email, "password", "not the password"));
        return System.nanoTime() - start;
    }

    /** The page without what differs in any case: the form's token, and the address that was typed. */
    private static String plain(HttpResponse<String> page, String email) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(email, "");
    }
}
