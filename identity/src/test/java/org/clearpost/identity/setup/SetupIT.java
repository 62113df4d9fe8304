package org.clearpost.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.Gateway;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The first visit: needed, refused without the code, done by one of two at once, and never again. */
@IdentityTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupIT {

    private static final String PASSWORD = "a first password to remember";

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Test
    @Order(1)
    void saysThatItIsNeeded() {
        assertThat(new Browser(port).get("/api/directory/setup").body()).isEqualTo("{\"needed\":true}");
    }

    @Test
    @Order(2)
    @Tag("SEC-14")
    void refusesWithoutTheCodeAndWritesNothing() {
        HttpResponse<String> refused = setUp("WRONG-CODE", "head@set-up.example", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Gateway.text(refused, "code")).isEqualTo("identity.setup-code-wrong");
        assertThat(database.ask("SELECT count(*) FROM person_login")).isEqualTo("0");
    }

    @Test
    @Order(3)
    void saysWhatNeedsCorrecting() {
        HttpResponse<String> refused = setUp("TEST-SETUP-CODE", "no address", "short");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/admin/email", "/admin/password");
        assertThat(new Browser(port)
                        .postJson("/api/directory/setup", "{\"code\":\"TEST-SETUP-CODE\",\"actor\":\"me\"}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> nothing =
                new Browser(port).postJson("/api/directory/setup", "{\"setting\":{\"emailDomains\":[null]}}");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("\"/setting/emailDomains/0\"");
    }

    @Test
    @Order(4)
    @Tag("SEC-14")
    void stopsGuessingAtTheCode() {
        Browser guesser = new Browser(port);
        for (int i = 0; i < 30; i++) {
            assertThat(setUp(guesser, "GUESS-" + i, "guess@set-up.example", PASSWORD)
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> stopped = setUp(guesser, "TEST-SETUP-CODE", "guess@set-up.example", PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(new Browser(port).get("/api/directory/setup").body()).isEqualTo("{\"needed\":true}");
    }

    @Test
    @Order(5)
    void isDoneWhollyOrNotAtAll() {
        database.change("REVOKE INSERT ON person_login FROM " + database.name() + "_app");
        try {
            assertThat(setUp("TEST-SETUP-CODE", "half@set-up.example", PASSWORD).statusCode())
                    .isEqualTo(500);
        } finally {
            database.change("GRANT INSERT ON person_login TO " + database.name() + "_app");
        }
        for (String table : List.of("set_up", "directory_group", "setting", "person", "audit_entry", "outbox")) {
            assertThat(database.ask("SELECT count(*) FROM " + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    @Order(6)
    @Tag("SEC-08")
    void isDoneByOneOfTwoAtOnce() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both = List.of(
                    () -> setUp("test-setup-code", "wren@set-up.example", PASSWORD)
                            .statusCode(),
                    () -> setUp("test-setup-code", "tilo@set-up.example", PASSWORD)
                            .statusCode());
            assertThat(two.invokeAll(both).stream().map(SetupIT::result)).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(database.ask("SELECT count(DISTINCT group_id) FROM person_login"))
                .isEqualTo("1");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'platform.set-up'"))
                .isEqualTo("1");
        assertThat(database.ask("SELECT string_agg(type, ',' ORDER BY seq) FROM outbox"))
                .isEqualTo("org.clearpost.directory.SettingChanged,org.clearpost.directory.PersonChanged");
        assertThat(new Browser(port).get("/api/directory/setup").body()).isEqualTo("{\"needed\":false}");
    }

    @Test
    @Order(7)
    void letsTheFirstAdminSignIn() {
        String email = database.ask("SELECT email FROM person_login");
        String token = Gateway.text(
                new Gateway(port).redeem(Gateway.codeIn(Gateway.signIn(new Browser(port), email, PASSWORD))),
                "access_token");
        String claims = Gateway.claims(Gateway.text(new Gateway(port).exchange(token, "identity"), "access_token"))
                .toString();
        assertThat(claims).contains("{\"r\":\"GROUP_ADMIN\"}");
    }

    @Test
    @Order(8)
    void isNeverDoneAgain() {
        HttpResponse<String> refused = setUp("TEST-SETUP-CODE", "nour@set-up.example", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Gateway.text(refused, "code")).isEqualTo("identity.setup-done");
    }

    private HttpResponse<String> setUp(String code, String email, String password) {
        return setUp(new Browser(port), code, email, password);
    }

    private static HttpResponse<String> setUp(Browser browser, String code, String email, String password) {
        return browser.postJson(
                "/api/directory/setup",
                """
                        {"code": "%s",
                         "group": {"name": "Brookside Learning Group"},
                         "setting": {"officialName": "Brookside Nursery", "type": "EARLY_YEARS", "nation": "ENGLAND",
                                     "emailDomains": ["set-up.example"]},
                         "admin": {"name": "Wren Achebe", "email": "%s", "password": "%s"}}
                        """
                        .formatted(code, email, password));
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
