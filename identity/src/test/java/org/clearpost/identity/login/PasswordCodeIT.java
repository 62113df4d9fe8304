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
import tools.jackson.databind.JsonNode;

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
        HttpResponse<String> tokens = signedIn("changed@code.example", Town.PASSWORD);
        String before = exchanged(tokens, "identity");
        assertThat(me(before).statusCode()).isEqualTo(200);
        set("changed@code.example", Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code"), NEW, NEW);

        assertThat(gateway.renew(Gateway.text(tokens, "refresh_token")).body()).contains("invalid_grant");
        assertThat(gateway.exchange(Gateway.text(tokens, "access_token"), "media-consent-service")
                        .body())
                .contains("invalid_grant");
        assertThat(me(before).body()).contains("kit.token-outdated");
        assertThat(database.ask("SELECT data ->> 'epoch' FROM outbox WHERE subject_id = '" + person
                        + "' AND type LIKE '%.PersonChanged' ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("2");
        assertThat(me(exchanged(signedIn("changed@code.example", NEW), "identity"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("SEC-08")
    void showsTheLeadsOfASettingWhoGaveOneOfThemACode() {
        UUID lead = town.person("lead@code.example", "DSL");
        UUID fellow = town.person("fellow@code.example", "DSL");
        UUID head = town.person("head@code.example", "SETTING_HEAD");
        assertThat(codesSeenBy(fellow)).isEmpty();
        String code = Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", lead), "code");

        JsonNode given = codesSeenBy(fellow).get(0);
        assertThat(given.path("personId").asString()).isEqualTo(lead.toString());
        assertThat(given.path("givenById").asString()).isEqualTo(admin.toString());
        assertThat(given.path("givenByName").asString()).isEqualTo("Person");
        assertThat(given.path("usedAt").isNull()).isTrue();
        assertThat(given.toString()).doesNotContain(code);
        assertThat(database.ask("SELECT data FROM outbox WHERE type = 'org.clearpost.directory.PasswordCodeGiven'"
                        + " AND subject_id = '" + lead + "'"))
                .contains(admin.toString())
                .doesNotContain(code);

        set("lead@code.example", code, NEW, NEW);
        JsonNode seen = codesSeenBy(fellow);
        assertThat(seen.get(0).path("usedAt").asString("")).isNotEmpty();
        assertThat(codes(me(exchanged(signedIn("lead@code.example", NEW), "identity"))))
                .isEqualTo(seen);
        assertThat(codesSeenBy(head)).isEmpty();
        assertThat(codesSeenBy(admin)).isEmpty();
        String page = "/api/directory/people/" + lead;
        assertThat(codes(as(admin, Town.GROUP, "GROUP_ADMIN").get(page))).isEqualTo(seen);
        assertThat(as(head, Town.GROUP, "SETTING_HEAD").get(page).body()).doesNotContain("passwordCodes");

        database.change("UPDATE audit_entry SET at = at - interval '31 days' WHERE subject_id = '" + lead + "'");
        assertThat(codesSeenBy(fellow)).isEmpty();
    }

    @Test
    @Tag("SEC-17")
    void givesSomebodyReinstatedNothingOfWhatTheyHadBefore() {
        UUID person = town.person("reinstated@code.example", "EMPLOYEE");
        HttpResponse<String> tokens = signedIn("reinstated@code.example", Town.PASSWORD);
        String code = Gateway.text(ask(admin, Town.GROUP, "GROUP_ADMIN", person), "code");
        for (String step : new String[] {"disablement", "reinstatement"}) {
            assertThat(as(admin, Town.GROUP, "GROUP_ADMIN")
                            .postJson("/api/directory/people/" + person + "/" + step, "")
                            .statusCode())
                    .isEqualTo(200);
        }

        Gateway gateway = new Gateway(port);
        assertThat(gateway.renew(Gateway.text(tokens, "refresh_token")).body()).contains("invalid_grant");
        assertThat(gateway.exchange(Gateway.text(tokens, "access_token"), "media-consent-service")
                        .body())
                .contains("invalid_grant");
        assertThat(set("reinstated@code.example", code, NEW, NEW).statusCode()).isEqualTo(422);
        assertThat(signIn("reinstated@code.example", Town.PASSWORD)).isEqualTo("/oauth2/authorization/clearpost");
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
        return as(caller, group, role).postJson("/api/directory/people/" + person + "/password-code", "");
    }

    private Browser as(UUID caller, UUID group, String role) {
        return with(TestTokens.person(group, caller)
                .post(role, "GROUP_ADMIN".equals(role) ? null : Town.SETTING)
                .token("identity"));
    }

    private Browser with(String token) {
        return new Browser(port).with("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> me(String token) {
        return with(token).get("/api/directory/me");
    }

    private JsonNode codesSeenBy(UUID person) {
        return codes(me(TestTokens.person(Town.GROUP, person).token("identity")));
    }

    private static JsonNode codes(HttpResponse<String> answer) {
        return Gateway.json(answer).path("passwordCodes");
    }

    private HttpResponse<String> signedIn(String email, String password) {
        return new Gateway(port).redeem(Gateway.codeIn(Gateway.signIn(new Browser(port), email, password)));
    }

    private String exchanged(HttpResponse<String> tokens, String audience) {
        return Gateway.text(new Gateway(port).exchange(Gateway.text(tokens, "access_token"), audience), "access_token");
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
