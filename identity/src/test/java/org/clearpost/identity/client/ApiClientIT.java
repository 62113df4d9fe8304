package org.clearpost.identity.client;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An API client is made by an admin, asks for tokens, and is ended. */
@IdentityTest
class ApiClientIT {

    private static final UUID ADMIN = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Test
    @Tag("SEC-02")
    void getsTokensForTheGatewayWhichAreExchangedForOneService() {
        HttpResponse<String> made = make("Website", "\"decisions\"");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = Gateway.text(made, "id");
        Gateway client = new Gateway(port, id, Gateway.text(made, "secret"));

        HttpResponse<String> token = client.ask(Map.of("grant_type", "client_credentials"));
        assertThat(token.statusCode()).isEqualTo(200);
        JsonNode own = Gateway.claims(Gateway.text(token, "access_token"));
        assertThat(own.get("aud").asString()).isEqualTo("gateway");
        assertThat(own.get("kind").asString()).isEqualTo("CLIENT");

        JsonNode claims = Gateway.claims(Gateway.text(
                new Gateway(port).exchange(Gateway.text(token, "access_token"), "media-consent-service"),
                "access_token"));
        assertThat(claims.get("sub").asString()).isEqualTo(id);
        assertThat(claims.get("aud").asString()).isEqualTo("media-consent-service");
        assertThat(claims.get("scope").asString()).isEqualTo("decisions");
        assertThat(claims.get("posts").toString()).isEqualTo("[{\"r\":\"API_CLIENT\",\"s\":\"" + Town.SETTING + "\"}]");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isLessThanOrEqualTo(120);
    }

    @Test
    void getsNoTokenForAServiceNorAScopeItDoesNotHave() {
        HttpResponse<String> made = make("Scheduler", "\"decisions\"");
        Gateway client = new Gateway(port, Gateway.text(made, "id"), Gateway.text(made, "secret"));
        assertThat(client.ask(Map.of("grant_type", "client_credentials", "audience", "media-consent-service"))
                        .body())
                .contains("invalid_target");
        assertThat(client.ask(Map.of("grant_type", "client_credentials", "scope", "roster"))
                        .body())
                .contains("invalid_scope");
        assertThat(new Gateway(port, Gateway.text(made, "id"), "a-wrong-secret")
                        .ask(Map.of("grant_type", "client_credentials"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Tag("SEC-08")
    void getsNothingOnceItHasBeenEnded() {
        HttpResponse<String> made = make("Old system", "\"roster\", \"decisions\"");
        String id = Gateway.text(made, "id");
        Gateway client = new Gateway(port, id, Gateway.text(made, "secret"));
        String token = Gateway.text(client.ask(Map.of("grant_type", "client_credentials")), "access_token");

        assertThat(admin().postJson("/api/directory/api-clients/" + id + "/end", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.ask(Map.of("grant_type", "client_credentials")).statusCode())
                .isEqualTo(401);
        assertThat(new Gateway(port).exchange(token, "media-consent-service").body())
                .contains("invalid_grant");
        assertThat(admin().postJson("/api/directory/api-clients/" + id + "/end", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(database.ask(
                        "SELECT string_agg(action, ',' ORDER BY at) FROM audit_entry WHERE subject_id = '" + id + "'"))
                .isEqualTo("api-client.made,api-client.ended");
        assertThat(database.ask("SELECT data ->> 'status' || (data ->> 'epoch') FROM outbox WHERE subject_id = '" + id
                        + "' ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("ENDED2");
    }

    @Test
    void showsItsSecretOnce() {
        HttpResponse<String> made = make("Once", "\"decisions\"");
        String secret = Gateway.text(made, "secret");
        assertThat(admin().get("/api/directory/api-clients").body())
                .contains("\"Once\"")
                .doesNotContain(secret)
                .doesNotContain("secret");
        assertThat(database.ask("SELECT count(*) FROM api_client WHERE secret_hash = '" + secret + "'"))
                .isEqualTo("0");
    }

    @Test
    void isMadeOnceUnderOneKey() {
        Browser admin = admin().with("Idempotency-Key", UUID.randomUUID().toString());
        String body = body("Keyed", "\"decisions\"", Town.SETTING);
        HttpResponse<String> first = admin.postJson("/api/directory/api-clients", body);
        HttpResponse<String> second = admin.postJson("/api/directory/api-clients", body);
        assertThat(Gateway.text(second, "id")).isEqualTo(Gateway.text(first, "id"));
        assertThat(Gateway.json(second).get("secret").isNull()).isTrue();
        assertThat(database.ask("SELECT count(*) FROM idempotency_record WHERE answer::text LIKE '%"
                        + Gateway.text(first, "secret") + "%'"))
                .isEqualTo("0");
    }

    @Test
    void needsANameAScopeAndASettingOfTheGroup() {
        HttpResponse<String> refused =
                admin().postJson("/api/directory/api-clients", body(" ", "\"everything\"", UUID.randomUUID()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/name", "/scopes", "/settingIds");
    }

    @Test
    void hasNothingInItsListsThatIsNotThere() {
        for (String list : new String[] {"scopes", "settingIds"}) {
            HttpResponse<String> refused =
                    admin().postJson("/api/directory/api-clients", "{\"name\":\"x\",\"" + list + "\":[null]}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("kit.malformed", "\"/" + list + "/0\"");
        }
    }

    @Test
    @Tag("SEC-01")
    void isTheBusinessOfTheGroupsOwnAdminsAlone() {
        String id = Gateway.text(make("Ours", "\"decisions\""), "id");
        Browser head = with(TestTokens.person(Town.GROUP, UUID.randomUUID()).post("SETTING_HEAD", Town.SETTING));
        Browser elsewhere =
                with(TestTokens.person(UUID.randomUUID(), UUID.randomUUID()).post("GROUP_ADMIN", null));
        Browser program = with(TestTokens.client(Town.GROUP, UUID.randomUUID()).post("GROUP_ADMIN", null));

        for (Browser caller : new Browser[] {head, program}) {
            assertThat(caller.get("/api/directory/api-clients").statusCode()).isEqualTo(403);
            assertThat(caller.postJson("/api/directory/api-clients", body("x", "\"decisions\"", Town.SETTING))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.postJson("/api/directory/api-clients/" + id + "/end", "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(elsewhere.get("/api/directory/api-clients").body()).doesNotContain(id);
        HttpResponse<String> hidden = elsewhere.postJson("/api/directory/api-clients/" + id + "/end", "");
        HttpResponse<String> unknown = admin().postJson("/api/directory/api-clients/" + UUID.randomUUID() + "/end", "");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(unknown.body());
        assertThat(new Browser(port).get("/api/directory/api-clients").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Tag("SEC-02")
    void believesNoTokenThatIsNotForIdentityAlone() {
        TestTokens admin = TestTokens.person(Town.GROUP, ADMIN).post("GROUP_ADMIN", null);
        for (String token : new String[] {
            admin.token("gateway"),
            admin.token("identity", "gateway"),
            admin.living(-5).token("identity"),
            admin.living(60).issuedBy("http://elsewhere.example").token("identity"),
            admin.issuedBy(TestTokens.ISSUER).living(600).token("identity"),
            admin.living(60).forged().token("identity")
        }) {
            assertThat(new Browser(port)
                            .with("Authorization", "Bearer " + token)
                            .with("X-Group", Town.GROUP.toString())
                            .get("/api/directory/api-clients")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private Browser admin() {
        return with(TestTokens.person(Town.GROUP, ADMIN).post("GROUP_ADMIN", null));
    }

    private Browser with(TestTokens caller) {
        return new Browser(port).with("Authorization", "Bearer " + caller.token("identity"));
    }

    private HttpResponse<String> make(String name, String scopes) {
        return admin().postJson("/api/directory/api-clients", body(name, scopes, Town.SETTING));
    }

    private static String body(String name, String scopes, UUID setting) {
        return "{\"name\":\"%s\",\"scopes\":[%s],\"settingIds\":[\"%s\"]}".formatted(name, scopes, setting);
    }
}
