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
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A group admin fetches a code, the person sets a password with it. */
@IdentityTest
class PasswordCodeIT {

    private static final String NEW = "a new password to remember";

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private TestDatabase database;

    private UUID admin;

    @BeforeEach
    void someAdmin() {
        admin = town.person("admin" + UUID.randomUUID() + "@code.example", "GROUP_ADMIN");
    }

    @Test
    @Tag("SEC-08")
    void setsAPasswordWithACodeThatWorksOnce() {
        UUID person = town.person("newcomer@code.example", "EMPLOYEE");
        HttpResponse<String> given = ask(admin, Town.GROUP, "GROUP_ADMIN", person);
        assertThat(given.statusCode()).isEqualTo(201);
        String code = Gateway.text(given, "code");
        assertThat(database.ask(
                        "SELECT count(*) FROM person_login WHERE encode(code_hash, 'escape') LIKE '%" + code + "%'"))
                .isEqualTo("0");

        String typed = code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        HttpResponse<String> set = set("Newcomer@code.example", typed, NEW, NEW);
        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(signIn("newcomer@code.example", NEW)).isEqualTo("/oauth2/authorization/clearpost");
        assertThat(signIn("newcomer@code.example", Town.PASSWORD)).isEqualTo("/login?failed");
        assertThat(set("newcomer@code.example", code, "another password entirely", "another password entirely")
                        .statusCode())
                .isEqualTo(422);
        assertThat(database.ask("SELECT string_agg(action, ',' ORDER BY at) FROM audit_entry WHERE subject_id = '"
                        + person + "' AND action <> 'login.signed-in'"))
                .isEqualTo("login.code-given,login.password-set");
    }

    @Test
    @Tag("SEC-17")
    void endsWhatWasSignedInWithTheOldPassword() {
        UUID person = town.person("changed@code.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String refreshToken = Gateway.text(
                gateway.redeem(
                        Gateway.codeIn(Gateway.signIn(new Browser(port), "changed@code.example", Town.PASSWORD))),
                "refresh_token");
        set("changed@code.example", Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code"), NEW, NEW);
        assertThat(gateway.renew(refreshToken).body()).contains("invalid_grant");
    }

    @Test
    @Tag("SEC-14")
    void answersAnUnknownAddressLikeAWrongCode() {
        UUID person = town.person("wrong.code@code.example", "EMPLOYEE");
        ask(admin, Town.GROUP, "GROUP_ADMIN", person);
        HttpResponse<String> wrong = set("wrong.code@code.example", "AAAA-BBBB-CCCC", NEW, NEW);
        HttpResponse<String> nobody = set("nobody.code@code.example", "AAAA-BBBB-CCCC", NEW, NEW);
        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(nobody.statusCode());
        assertThat(plain(wrong, "wrong.code@code.example")).isEqualTo(plain(nobody, "nobody.code@code.example"));
    }

    @Test
    @Tag("SEC-14")
    void stopsGuessingAtCodes() {
        UUID person = town.person("guessed@code.example", "EMPLOYEE");
        String code = Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code");
        Browser guesser = new Browser(port);
        for (int i = 0; i < 5; i++) {
            set(guesser, "guessed@code.example", "AAAA-BBBB-CCCC", NEW, NEW);
        }
        assertThat(set(guesser, "guessed@code.example", code, NEW, NEW).statusCode())
                .isEqualTo(429);
        assertThat(set("guessed@code.example", code, NEW, NEW).statusCode())
                .as("the person whose code it is, elsewhere")
                .isEqualTo(303);
    }

    @Test
    void refusesACodeThatIsTooOld() {
        UUID person = town.person("old.code@code.example", "EMPLOYEE");
        String code = Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code");
        database.change("UPDATE person_login SET code_expires_at = now() - interval '1 minute' WHERE person_id = '"
                + person + "'");
        assertThat(set("old.code@code.example", code, NEW, NEW).statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAPasswordThatIsShortOrGuessedFirst() {
        assertThat(set("x@code.example", "AAAA", "short", "short").body()).contains("at least 12 characters");
        assertThat(set("x@code.example", "AAAA", "Password12345!", "Password12345!")
                        .body())
                .contains("easy to guess");
        assertThat(set("x@code.example", "AAAA", NEW, NEW + "r").body()).contains("not the same");
    }

    @Test
    @Tag("SEC-01")
    void givesCodesToTheGroupsOwnAdminsOnly() {
        UUID person = town.person("target@code.example", "EMPLOYEE");
        UUID elsewhere = UUID.randomUUID();
        assertThat(ask(UUID.randomUUID(), Town.GROUP, "SETTING_HEAD", person).statusCode())
                .isEqualTo(403);
        HttpResponse<String> hidden = ask(UUID.randomUUID(), elsewhere, "GROUP_ADMIN", person);
        HttpResponse<String> unknown = ask(admin, Town.GROUP, "GROUP_ADMIN", UUID.randomUUID());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(unknown.body());
        assertThat(new Browser(port)
                        .postJson("/api/directory/people/" + person + "/password-code", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesNoCodeForSomebodyDisabled() {
        UUID person = town.person("disabled@code.example", "EMPLOYEE");
        String code = Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code");
        town.disable(person);
        assertThat(ask(admin, Town.GROUP, "GROUP_ADMIN", person).statusCode()).isEqualTo(409);
        assertThat(set("disabled@code.example", code, NEW, NEW).statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> ask(UUID caller, UUID group, String role, UUID person) {
        String token = TestTokens.person(group, caller)
                .post(role, "GROUP_ADMIN".equals(role) ? null : Town.SETTING)
                .token("identity");
        return new Browser(port)
                .with("Authorization", "Bearer " + token)
                .postJson("/api/directory/people/" + person + "/password-code", "");
    }

    private HttpResponse<String> set(String email, String code, String password, String again) {
        return set(new Browser(port), email, code, password, again);
    }

    private static HttpResponse<String> set(Browser browser, String email, String code, String password, String again) {
        return browser.fillIn("/password", Map.of("email", email, "code", code, "password", password, "again", again));
    }

    private String signIn(String email, String password) {
        return new Browser(port)
                .fillIn("/login", Map.of("email", email, "password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static String plain(HttpResponse<String> page, String email) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(email, "");
    }
}
