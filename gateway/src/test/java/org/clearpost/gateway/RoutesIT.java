package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry point: each area reaches its service by name, everything else is nothing. */
@Tag("GW-01")
@Tag("GW-02")
class RoutesIT extends GatewayRunning {

    @ParameterizedTest
    @CsvSource({
        "/api/policies/option-definitions, policy-service",
        "/api/declarations/anything, declaration-service",
        "/api/incidents/settings/1/help, incident-service",
        "/api/media/settings/1/subjects?limit=2&className=%C3%A9, media-consent-service",
    })
    void sendsEachAreaToItsServiceUnderTheSamePath(String path, String service) {
        HttpResponse<String> answer = browser().signIn().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service(service).last().path()).isEqualTo(path);
        SERVICES.forEach((name, stub) -> assertThat(stub.asked).hasSize(name.equals(service) ? 1 : 0));
    }

    @Test
    void sendsTheDirectoryToIdentity() {
        HttpResponse<String> answer = browser().signIn().get("/api/directory/me");

        assertThat(answer.body()).isEqualTo("{\"hello\":\"/api/directory/me\"}");
    }

    @Test
    void passesMethodBodyAndConditionsOn() {
        Browser browser = browser().signIn();

        browser.send(
                "PUT",
                "/api/media/subjects/1",
                BodyPublishers.ofString("{\"firstName\":\"Ana\"}"),
                "Content-Type",
                "application/json",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"),
                "If-Match",
                "\"3\"",
                "Idempotency-Key",
                "k1",
                "Accept-Language",
                "cy");

        StubService.Asked asked = MEDIA.last();
        assertThat(asked.method()).isEqualTo("PUT");
        assertThat(asked.body()).isEqualTo("{\"firstName\":\"Ana\"}");
        assertThat(asked.header("If-Match")).isEqualTo("\"3\"");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("k1");
        assertThat(asked.header("Accept-Language")).isEqualTo("cy");
    }

    @Test
    void packsLongAnswersForThoseWhoCanUnpackThem() {
        Browser browser = browser().signIn();
        MEDIA.behaviour = asked -> Answer.json(200, "[" + "{\"name\":\"Rowan\"},".repeat(2000) + "{}]");
        HttpResponse<String> packed = browser.get("/api/media/decisions/1", "Accept-Encoding", "gzip");
        HttpResponse<String> plain = browser.get("/api/media/decisions/1");
        MEDIA.reset();
        HttpResponse<String> shortAnswer = browser.get("/api/media/decisions/1", "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(plain.body()).hasSize(34_004);
        assertThat(shortAnswer.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void passesAServicesProblemsOnAsTheyAre() {
        MEDIA.behaviour = asked -> Answer.problem(422, "media.no-headcount");

        HttpResponse<String> answer = browser().signIn().get("/api/media/decisions/1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("media.no-headcount");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 502, 503})
    void replacesAnyErrorThatIsNotAProblem(int status) {
        MEDIA.behaviour =
                asked -> new Answer(status, "text/html", "<h1>at org.secret.Thing(Thing.java:1)</h1>", Map.of());

        HttpResponse<String> answer = browser().signIn().get("/api/media/decisions/1");

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("secret").contains("\"code\":\"gateway.");
        assertThat(answer.statusCode()).isEqualTo(status == 500 ? 502 : status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/nothing/more", "/nothing.php", "/internal/feed", "/v3/api-docs"})
    void knowsNothingElse(String path) {
        HttpResponse<String> answer = browser().signIn().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"There is nothing at this address.\",\"status\":404,\"code\":\"gateway.not-found\"}");
    }

    @Test
    void showsEachServicesInterfaceDescription() {
        browser().signIn().get("/api-docs/policy-service");

        assertThat(service("policy-service").last().path()).isEqualTo("/v3/api-docs");
        assertThat(service("policy-service").last().header("Host")).isEqualTo("localhost:" + PORT);
        assertThat(browser().get("/api-docs/policy-service").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/directory/me",
                "/api/media/decisions/1",
                "/api/policies/starter-sets",
                "/api/status",
                "/api/nothing"
            })
    void answersStrangersWith401AndNeverRedirects(String path) {
        HttpResponse<String> answer = browser().get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        SERVICES.values().forEach(stub -> assertThat(stub.asked).isEmpty());
    }

    @Test
    void letsStrangersSetUpAndSignIn() {
        IDENTITY.directory = asked -> Answer.json(200, "{\"needed\":true}");
        Browser browser = browser();

        assertThat(browser.get("/api/directory/setup").body()).isEqualTo("{\"needed\":true}");
        assertThat(browser.get("/api/session").body()).isEqualTo("{\"signedIn\":false,\"idleSeconds\":0}");
        assertThat(browser.post("/api/directory/setup", "{}").statusCode()).isEqualTo(200);
        assertThat(IDENTITY.http.last().header("Authorization")).isEmpty();
        assertThat(browser.get("/login").statusCode()).isEqualTo(200);
        assertThat(browser.get("/oauth2/jwks").statusCode()).isEqualTo(200);
        assertThat(browser.get("/.well-known/openid-configuration").statusCode())
                .isEqualTo(200);
    }

    @Test
    void somebodyOnTheWayToSignInReadsASentenceWhenIdentityIsAway() {
        IDENTITY.unreachable = true;
        IDENTITY.http.behaviour = asked -> {
            throw new IOException("away");
        };

        HttpResponse<String> page = browser().get("/login", "Accept", "text/html");
        HttpResponse<String> program = browser().get("/oauth2/jwks");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("retry-after")).isPresent();
        assertThat(page.body()).contains("<p>A part of the platform cannot be reached.</p>");
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    @Tag("SEC-14")
    void identityCountsTheCallersOwnAddressAtSetUpToo() {
        Browser browser = browser();
        browser.get("/api/session");
        browser.post("/api/directory/setup", "{}", "X-Forwarded-For", "203.0.113.5", "Forwarded", "for=203.0.113.5");
        assertThat(IDENTITY.http.last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(IDENTITY.http.last().header("Forwarded")).isEmpty();

        browser.signIn().get("/api/directory/me", "X-Forwarded-For", "203.0.113.5");
        assertThat(IDENTITY.http.last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        browser.get("/api/media/decisions/1", "X-Forwarded-For", "203.0.113.5");
        assertThat(MEDIA.last().header("X-Forwarded-For")).isEmpty();
    }

    @Test
    void identitySeesThePublicAddressAndNeverOurCookies() {
        Browser browser = browser().signIn();
        browser.get("/login", "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example");

        StubService.Asked asked = IDENTITY.http.last();
        assertThat(asked.header("Host")).isEqualTo("localhost:" + PORT);
        assertThat(asked.header("X-Forwarded-Host")).isEqualTo("localhost:" + PORT);
        assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(asked.header("Forwarded")).isEmpty();
        assertThat(asked.header("Cookie")).doesNotContain("clearpost").doesNotContain("XSRF");
    }
}
