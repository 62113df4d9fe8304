package org.clearpost.identity.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import tools.jackson.databind.JsonNode;

/** From the gateway's first redirect to a token for one service, over real HTTP. */
@IdentityTest
class SignInFlowIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private TestDatabase database;

    @Autowired
    private TokenIssuer issuer;

    @Autowired
    private StoredAuthorizations authorizations;

    @Test
    @Tag("SEC-02")
    void leadsFromSigningInToATokenForOneService() {
        UUID person = town.person("ada.flow@brook.example", "CONTRIBUTOR");
        Gateway gateway = new Gateway(port);
        URI back = Gateway.signIn(new Browser(port), "Ada.Flow@Brook.example ", Town.PASSWORD);
        assertThat(back.toString()).startsWith(Gateway.CALLBACK + "?code=").endsWith("&state=the-state");

        HttpResponse<String> tokens = gateway.redeem(Gateway.codeIn(back));
        assertThat(tokens.statusCode()).isEqualTo(200);
        JsonNode own = Gateway.claims(Gateway.text(tokens, "access_token"));
        assertThat(own.get("aud")).hasToString("\"gateway\"");
        assertThat(lifetime(own)).isLessThanOrEqualTo(300);
        assertThat(own.has("posts")).isFalse();

        HttpResponse<String> exchanged =
                gateway.exchange(Gateway.text(tokens, "access_token"), "media-consent-service");
        assertThat(exchanged.statusCode()).isEqualTo(200);
        JsonNode claims = Gateway.claims(Gateway.text(exchanged, "access_token"));
        assertThat(claims.get("aud")).hasToString("\"media-consent-service\"");
        assertThat(claims.get("iss").asString()).isEqualTo(Gateway.ISSUER);
        assertThat(claims.get("sub").asString()).isEqualTo(person.toString());
        assertThat(claims.get("kind").asString()).isEqualTo("PERSON");
        assertThat(claims.get("grp").asString()).isEqualTo(Town.GROUP.toString());
        assertThat(claims.get("epoch").asLong()).isEqualTo(1);
        assertThat(claims.get("posts")).hasToString("[{\"r\":\"CONTRIBUTOR\",\"s\":\"" + Town.SETTING + "\"}]");
        assertThat(lifetime(claims)).isLessThanOrEqualTo(120);
    }

    @Test
    void saysInTheIdTokenWhoAndNothingElse() {
        UUID person = town.person("id.token@brook.example", "EMPLOYEE");
        HttpResponse<String> tokens = signedIn("id.token@brook.example");
        JsonNode id = Gateway.claims(Gateway.text(tokens, "id_token"));
        assertThat(id.get("sub").asString()).isEqualTo(person.toString());
        assertThat(id.get("nonce").asString()).isEqualTo("the-nonce");
        assertThat(id.propertyNames())
                .containsExactlyInAnyOrder("sub", "iss", "aud", "azp", "iat", "exp", "jti", "nonce");
    }

    @Test
    @Tag("SEC-17")
    void endsItsOwnSessionWithTheCode() {
        town.person("no.session@brook.example", "EMPLOYEE");
        Browser browser = new Browser(port);
        Gateway.signIn(browser, "no.session@brook.example", Town.PASSWORD);
        assertThat(browser.cookies()).doesNotContainKey("__Host-identity");

        assertThat(browser.get(Gateway.authorize()).headers().firstValue("Location"))
                .hasValue("/login");
    }

    @Test
    @Tag("SEC-17")
    void endsItsOwnSessionEvenForABrowserThatKeepsTheCookie() {
        town.person("kept.cookie@brook.example", "EMPLOYEE");
        Browser browser = new Browser(port);
        browser.get(Gateway.authorize());
        HttpResponse<String> in =
                browser.fillIn("/login", Map.of("email", "kept.cookie@brook.example", "password", Town.PASSWORD));
        String session = browser.cookies().get("__Host-identity");
        browser.get(in.headers().firstValue("Location").orElseThrow());
        browser.cookies().put("__Host-identity", session);

        assertThat(browser.get(Gateway.authorize()).headers().firstValue("Location"))
                .hasValue("/login");
    }

    @Test
    void redeemsACodeOnce() {
        town.person("code.once@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String code = Gateway.codeIn(Gateway.signIn(new Browser(port), "code.once@brook.example", Town.PASSWORD));
        String refreshToken = Gateway.text(gateway.redeem(code), "refresh_token");

        assertThat(gateway.redeem(code).statusCode()).isEqualTo(400);
        assertThat(gateway.renew(refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    void redeemsACodeOnlyForTheBrowserThatAsked() {
        town.person("pkce@brook.example", "EMPLOYEE");
        String code = Gateway.codeIn(Gateway.signIn(new Browser(port), "pkce@brook.example", Town.PASSWORD));

        HttpResponse<String> refused =
                new Gateway(port).redeem(code, "another-verifier-of-sufficient-length-0123456789012");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
    }

    @Test
    void sendsNobodyAnywhereElse() {
        HttpResponse<String> refused =
                new Browser(port).get(Gateway.authorize("https://elsewhere.example/login/oauth2/code/clearpost"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
        assertThat(refused.body()).doesNotContain("elsewhere");
    }

    @Test
    void wantsProofOfTheBrowserThatAsks() {
        String without = Gateway.authorize().replaceAll("&code_challenge(_method)?=[^&]+", "");
        HttpResponse<String> refused = new Browser(port).get(without);
        assertThat(refused.headers().firstValue("Location").orElse(""))
                .startsWith(Gateway.CALLBACK + "?error=invalid_request");
    }

    @Test
    void renewsUntilTheTokenIsRevoked() {
        town.person("renews@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String refreshToken = Gateway.text(signedIn("renews@brook.example"), "refresh_token");
        HttpResponse<String> renewed = gateway.renew(refreshToken);
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(gateway.exchange(Gateway.text(renewed, "access_token"), "policy-service")
                        .statusCode())
                .isEqualTo(200);

        assertThat(gateway.revoke(refreshToken).statusCode()).isEqualTo(200);
        assertThat(gateway.renew(refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    @Tag("SEC-02")
    void givesADisabledPersonNothing() {
        UUID person = town.person("leaver@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        HttpResponse<String> tokens = signedIn("leaver@brook.example");
        town.disable(person);

        assertThat(gateway.renew(Gateway.text(tokens, "refresh_token")).body()).contains("invalid_grant");
        assertThat(gateway.exchange(Gateway.text(tokens, "access_token"), "policy-service")
                        .body())
                .contains("invalid_grant");
        Browser browser = new Browser(port);
        HttpResponse<String> in =
                browser.fillIn("/login", Map.of("email", "leaver@brook.example", "password", Town.PASSWORD));
        assertThat(in.headers().firstValue("Location")).hasValue("/login?failed");
    }

    @Test
    @Tag("SEC-02")
    void exchangesForExactlyOneKnownAudience() {
        town.person("audience@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String token = Gateway.text(signedIn("audience@brook.example"), "access_token");

        assertThat(gateway.exchange(token, "").body()).contains("invalid_target");
        assertThat(gateway.exchange(token, "payroll").body()).contains("invalid_target");
        assertThat(gateway.exchange(token, "gateway").body()).contains("invalid_target");
        HttpResponse<String> two = new Browser(port)
                .with("Authorization", Browser.basic("gateway", "test-gateway-secret"))
                .postForm(
                        "/oauth2/token",
                        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=" + token
                                + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token"
                                + "&audience=policy-service&audience=identity");
        assertThat(two.body()).contains("invalid_target");
    }

    @Test
    @Tag("SEC-02")
    void takesNoTokenOfAnotherAudienceForTheGateways() {
        UUID person = town.person("aud@brook.example", "EMPLOYEE");
        String elsewhere = issuer.forService(
                        TokenHolder.of("PERSON", person, Town.GROUP, 1, List.of(), Set.of(), TokenHolder.FOR_A_SERVICE),
                        "media-consent-service")
                .getTokenValue();
        String forGateway = forGateway(person, Map.of("gen", 1));
        Gateway gateway = new Gateway(port);
        assertThat(gateway.exchange(forGateway, "policy-service").statusCode()).isEqualTo(200);
        assertThat(gateway.exchange(elsewhere, "policy-service").body()).contains("invalid_grant");
    }

    @Test
    @Tag("SEC-17")
    void exchangesOnlyForTheSignInThatStillCounts() {
        UUID person = town.person("generation@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        assertThat(gateway.exchange(forGateway(person, Map.of("gen", 1)), "policy-service")
                        .statusCode())
                .isEqualTo(200);
        for (Map<String, Object> older : List.<Map<String, Object>>of(Map.of("gen", 0), Map.of(), Map.of("gen", "1"))) {
            assertThat(gateway.exchange(forGateway(person, older), "policy-service")
                            .body())
                    .as(older.toString())
                    .contains("invalid_grant");
        }
        String token = Gateway.text(signedIn("generation@brook.example"), "access_token");
        assertThat(Gateway.claims(Gateway.text(gateway.exchange(token, "policy-service"), "access_token"))
                        .has("gen"))
                .isFalse();
    }

    @Test
    @Tag("SEC-02")
    void exchangesNothingButTheGatewaysOwnTokens() {
        town.person("garbage@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String token = Gateway.text(signedIn("garbage@brook.example"), "access_token");
        String forAService = Gateway.text(gateway.exchange(token, "policy-service"), "access_token");
        String changed = token.substring(0, token.length() - 6) + "AAAAAA";

        assertThat(gateway.exchange("garbage", "policy-service").body()).contains("invalid_grant");
        assertThat(gateway.exchange(changed, "policy-service").body()).contains("invalid_grant");
        assertThat(gateway.exchange(forAService, "media-consent-service").body())
                .contains("invalid_grant");
    }

    @Test
    @Tag("SEC-02")
    void exchangesForTheGatewayAlone() {
        town.person("not.gateway@brook.example", "EMPLOYEE");
        String token = Gateway.text(signedIn("not.gateway@brook.example"), "access_token");
        Gateway service = new Gateway(port, "policy-service", "test-policy-secret");
        Gateway stranger = new Gateway(port, "gateway", "a-wrong-secret-of-length");

        assertThat(service.exchange(token, "media-consent-service").body()).contains("unauthorized_client");
        assertThat(stranger.exchange(token, "media-consent-service").statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesAServiceATokenForOneFeed() {
        Gateway service = new Gateway(port, "policy-service", "test-policy-secret");
        HttpResponse<String> token =
                service.ask(Map.of("grant_type", "client_credentials", "scope", "feed", "audience", "identity"));
        assertThat(token.statusCode()).isEqualTo(200);
        JsonNode claims = Gateway.claims(Gateway.text(token, "access_token"));
        assertThat(claims.get("sub").asString()).isEqualTo("policy-service");
        assertThat(claims.get("kind").asString()).isEqualTo("SERVICE");
        assertThat(claims.get("scope").asString()).isEqualTo("feed");
        assertThat(claims.get("aud")).hasToString("\"identity\"");
        assertThat(claims.has("grp")).isFalse();
        assertThat(lifetime(claims)).isLessThanOrEqualTo(120);

        HttpResponse<String> feed = new Browser(port)
                .with("Authorization", "Bearer " + Gateway.text(token, "access_token"))
                .get("/internal/feed?limit=1");
        assertThat(feed.statusCode()).isEqualTo(200);

        assertThat(service.ask(Map.of("grant_type", "client_credentials", "scope", "feed"))
                        .body())
                .contains("invalid_target");
        assertThat(service.ask(Map.of("grant_type", "client_credentials", "scope", "roster", "audience", "identity"))
                        .body())
                .contains("invalid_scope");
    }

    /** For people who are not signed in. It opens no feed, and no service of it is asked who they are. */
    @Test
    @Tag("MED-23")
    void givesTheGatewayATokenThatNamesNobody() {
        Gateway gateway = new Gateway(port);
        HttpResponse<String> token = gateway.ask(
                Map.of("grant_type", "client_credentials", "scope", "visitors", "audience", "media-consent-service"));
        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        JsonNode claims = Gateway.claims(Gateway.text(token, "access_token"));
        assertThat(claims.get("sub").asString()).isEqualTo("gateway");
        assertThat(claims.get("kind").asString()).isEqualTo("SERVICE");
        assertThat(claims.get("scope").asString()).isEqualTo("visitors");
        assertThat(claims.has("grp")).isFalse();
        assertThat(lifetime(claims)).isLessThanOrEqualTo(120);

        HttpResponse<String> own =
                gateway.ask(Map.of("grant_type", "client_credentials", "scope", "visitors", "audience", "identity"));
        assertThat(new Browser(port)
                        .with("Authorization", "Bearer " + Gateway.text(own, "access_token"))
                        .get("/internal/feed?limit=1")
                        .statusCode())
                .isEqualTo(403);
        Gateway service = new Gateway(port, "policy-service", "test-policy-secret");
        assertThat(service.ask(Map.of("grant_type", "client_credentials", "scope", "visitors", "audience", "identity"))
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void offersNothingBeyondWhatThePlatformUses() {
        Browser browser = new Browser(port);
        for (String path : new String[] {
            "/userinfo", "/connect/logout", "/connect/register", "/oauth2/introspect", "/oauth2/device_authorization",
            "/oauth2/par", "/logout", "/actuator/env", "/error", "/"
        }) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(401, 404);
        }
    }

    @Test
    void saysOfItselfWhatThereIs() {
        JsonNode configuration = Gateway.json(new Browser(port).get("/.well-known/openid-configuration"));
        assertThat(configuration.get("issuer").asString()).isEqualTo(Gateway.ISSUER);
        assertThat(configuration.get("id_token_signing_alg_values_supported")).hasToString("[\"ES256\"]");
        assertThat(configuration.has("userinfo_endpoint")).isFalse();
        assertThat(configuration.has("end_session_endpoint")).isFalse();
    }

    @Test
    @Tag("SEC-02")
    void takesNoTokenForASignIn() {
        town.person("bearer@brook.example", "EMPLOYEE");
        String token = Gateway.text(signedIn("bearer@brook.example"), "access_token");
        HttpResponse<String> refused =
                new Browser(port).with("Authorization", "Bearer " + token).get(Gateway.authorize());
        assertThat(refused.headers().firstValue("Location")).hasValue("/login");
        String posed = new Browser(port)
                .with("X-User", "somebody")
                .with("X-Forwarded-User", "somebody")
                .get(Gateway.authorize())
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(posed).isEqualTo("/login");
    }

    @Test
    void redeemsACodeForOneOfTwoWhoFoundItUnused() {
        town.person("race@brook.example", "EMPLOYEE");
        String code = Gateway.codeIn(Gateway.signIn(new Browser(port), "race@brook.example", Town.PASSWORD));
        OAuth2Authorization first = found(code);
        OAuth2Authorization second = found(code);

        authorizations.save(redeemed(first, "one"));
        assertThatThrownBy(() -> authorizations.save(redeemed(second, "another")))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void keepsNoCodeAndNoTokenInClear() {
        town.person("digest@brook.example", "EMPLOYEE");
        String code = Gateway.codeIn(Gateway.signIn(new Browser(port), "digest@brook.example", Town.PASSWORD));
        String refreshToken = Gateway.text(new Gateway(port).redeem(code), "refresh_token");
        assertThat(database.ask("SELECT count(*) FROM sign_in t WHERE t::text LIKE '%" + code + "%' OR t::text LIKE '%"
                        + refreshToken + "%'"))
                .isEqualTo("0");
        assertThat(database.ask(
                        "SELECT max(refresh_expires_at - refresh_issued_at) <= interval '12 hours' FROM sign_in"))
                .isEqualTo("t");
    }

    @Test
    @Tag("SEC-17")
    void endsTwelveHoursAfterTheSignInHoweverOftenItIsRenewed() {
        UUID person = town.person("long.day@brook.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        String refreshToken = Gateway.text(signedIn("long.day@brook.example"), "refresh_token");
        String end = database.ask("SELECT refresh_expires_at FROM sign_in WHERE person_id = '" + person + "'");
        assertThat(Gateway.text(gateway.renew(refreshToken), "refresh_token")).isEqualTo(refreshToken);
        assertThat(database.ask("SELECT refresh_expires_at FROM sign_in WHERE person_id = '" + person + "'"))
                .isEqualTo(end);
        age(person, "refresh");
        assertThat(gateway.renew(refreshToken).statusCode()).isEqualTo(400);
        authorizations.forgetExpired();
        assertThat(database.ask("SELECT count(*) FROM sign_in WHERE person_id = '" + person + "'"))
                .isEqualTo("1");
        database.change(
                "UPDATE sign_in SET code_expires_at = now() - interval '1 second' WHERE person_id = '" + person + "'");
        authorizations.forgetExpired();
        assertThat(database.ask("SELECT count(*) FROM sign_in WHERE person_id = '" + person + "'"))
                .isEqualTo("0");
    }

    private String forGateway(UUID person, Map<String, Object> more) {
        TokenHolder holder =
                TokenHolder.of("PERSON", person, Town.GROUP, 1, List.of(), Set.of(), TokenHolder.FOR_THE_GATEWAY);
        Map<String, Object> claims = new HashMap<>(holder.claims());
        claims.putAll(more);
        return issuer.forGateway(new TokenHolder(holder.subject(), claims, holder.livesFor()))
                .getTokenValue();
    }

    private OAuth2Authorization found(String code) {
        return requireNonNull(authorizations.findByToken(code, new OAuth2TokenType("code")));
    }

    private static OAuth2Authorization redeemed(OAuth2Authorization unused, String refreshToken) {
        OAuth2AuthorizationCode code =
                requireNonNull(unused.getToken(OAuth2AuthorizationCode.class)).getToken();
        Instant issuedAt = requireNonNull(code.getIssuedAt());
        return OAuth2Authorization.from(unused)
                .refreshToken(new OAuth2RefreshToken(refreshToken, issuedAt, issuedAt.plusSeconds(60)))
                .invalidate(code)
                .build();
    }

    private void age(UUID person, String token) {
        database.change(
                """
                UPDATE sign_in SET %1$s_issued_at = %1$s_issued_at - interval '13 hours',
                                   %1$s_expires_at = %1$s_expires_at - interval '13 hours'
                 WHERE person_id = '%2$s'
                """
                        .formatted(token, person));
    }

    private HttpResponse<String> signedIn(String email) {
        String code = Gateway.codeIn(Gateway.signIn(new Browser(port), email, Town.PASSWORD));
        return new Gateway(port).redeem(code);
    }

    private static long lifetime(JsonNode claims) {
        return claims.get("exp").asLong() - claims.get("iat").asLong();
    }
}
