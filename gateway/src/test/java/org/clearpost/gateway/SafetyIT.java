package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile caller tries at the front door. */
@Tag("SEC-02")
class SafetyIT extends GatewayRunning {

    private static final List<String> POSING = List.of(
            "X-User",
            "X-User-Id",
            "X-User-Name",
            "X-Username",
            "X-Remote-User",
            "Remote-User",
            "X-Auth-User",
            "X-Authenticated-User",
            "X-Tenant",
            "X-Tenant-Id",
            "X-Group",
            "X-Group-Id",
            "X-Groups",
            "X-Role",
            "X-Roles",
            "X-Setting",
            "X-Scope",
            "X-Kind",
            "X-Epoch",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "Forwarded",
            "X-Original-URL",
            "X-Original-Method",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override",
            "X-Real-IP",
            "X-Client-IP",
            "True-Client-IP",
            "X-ProxyUser-Ip",
            "Proxy-Authorization",
            "X-B3-TraceId",
            "Baggage",
            "X-SC-LB-Hint");

    @Test
    void thirtyHeadersThatPoseAsSomebodyChangeNothing() {
        MEDIA.behaviour = asked -> {
            Map<String, String> seen = new TreeMap<>(asked.headers());
            seen.keySet().removeAll(List.of("traceparent", "authorization"));
            return Answer.json(200, asked.method() + asked.path() + seen);
        };
        Browser browser = browser().signIn();
        String plain = browser.get("/api/media/decisions/1").body();
        String[] headers = POSING.stream()
                .flatMap(name ->
                        java.util.stream.Stream.of(name, name.endsWith("Method-Override") ? "DELETE" : "GROUP_ADMIN"))
                .toArray(String[]::new);

        String posing = browser.get("/api/media/decisions/1", headers).body();

        assertThat(POSING).hasSizeGreaterThanOrEqualTo(30);
        assertThat(posing).isEqualTo(plain).startsWith("GET");
        assertThat(browser().get("/api/media/decisions/1", headers).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/media/..%2fdirectory/me",
                "/api/media/%2e%2e/directory/me",
                "/api/media/../directory/me",
                "/api/media/./decisions",
                "/api/media/;x/decisions",
                "/api/media/decisions;jsessionid=1",
                "/api//media/decisions",
                "//api/media/decisions",
                "/api/media%2fdecisions",
                "/api/media%252fdecisions",
                "/api\\media\\decisions",
                "/api/media/%5cdecisions",
                "/api/media/%00",
                "/api/media/%0d%0aX-User:1",
                "/login/..;/api/media/decisions",
                "/login/../api/media/decisions",
            })
    void refusesPathsThatCouldMeanTwoThings(String path) throws Exception {
        Browser browser = browser().signIn();
        int asked = MEDIA.asked.size();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-clearpost="
                + browser.cookie("__Host-clearpost") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(MEDIA.asked).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "TRACK", "PROPFIND", "get"})
    void refusesMethodsNobodyNeeds(String method) throws Exception {
        String answer = raw(method + " /api/media/decisions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(MEDIA.asked).isEmpty();
    }

    @Test
    void refusesSmuggledRequests() throws Exception {
        Browser browser = browser().signIn();
        raw(
                "POST /api/media/decisions HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-clearpost="
                        + browser.cookie("__Host-clearpost")
                        + "; XSRF-TOKEN=t\r\nX-XSRF-TOKEN: t\r\nContent-Type: application/json\r\nContent-Length: 4\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /internal/feed HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(MEDIA.asked).noneMatch(asked -> asked.path().contains("internal"));
    }

    /** Seen with Reactor Netty 1.3.6: the third request was never read, and its browser waited for ever. */
    @Test
    @Tag("GW-01")
    void answersEveryRequestOfAKeptAliveConnection() throws Exception {
        String slow = "GET /api/session HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String quick = "GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", PORT)) {
            socket.setSoTimeout(5000);
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write((slow + quick).getBytes(StandardCharsets.ISO_8859_1));
                readUntil(socket.getInputStream(), "gateway.signed-out");
            }
        }
    }

    private static void readUntil(InputStream in, String words) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(words) < 0) {
            int next = in.read();
            assertThat(next).as("the connection was closed after: %s", read).isNotEqualTo(-1);
            read.append((char) next);
        }
        in.readNBytes(in.available());
    }

    @Test
    void boundsWhatItReads() {
        Browser browser = browser().signIn();
        String token = browser.cookie("XSRF-TOKEN");
        byte[] tooMuch = new byte[1024 * 1024 + 1];
        byte[] file = new byte[3 * 1024 * 1024];
        byte[] hugeFile = new byte[10 * 1024 * 1024 + 1];

        assertThat(browser.send("POST", "/api/media/decisions", BodyPublishers.ofByteArray(tooMuch), json(token))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.send(
                                "POST",
                                "/api/media/decisions",
                                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooMuch)),
                                json(token))
                        .statusCode())
                .isEqualTo(413);
        assertThat(MEDIA.asked).isEmpty();
        assertThat(browser.send("POST", "/api/media/settings/1/imports", BodyPublishers.ofByteArray(file), bytes(token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(MEDIA.last().body()).hasSize(file.length);
        assertThat(browser.send(
                                "POST",
                                "/api/media/settings/1/imports",
                                BodyPublishers.ofByteArray(hugeFile),
                                bytes(token))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.get("/api/session", "X-Long", "x".repeat(20_000)).statusCode())
                .isIn(413, 431, 400);
        assertThat(MEDIA.asked).hasSize(1);
    }

    @Test
    void readsLittleOfAStrangersSetUp() {
        String much = "{\"code\":\"" + "x".repeat(16 * 1024) + "\"}";

        Browser stranger = browser();
        stranger.get("/api/session");

        assertThat(stranger.post("/api/directory/setup", much).statusCode()).isEqualTo(413);
        assertThat(stranger.send(
                                "POST",
                                "/api/directory/setup",
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(much.getBytes(StandardCharsets.UTF_8))),
                                json(stranger.cookie("XSRF-TOKEN")))
                        .statusCode())
                .isEqualTo(413);
        assertThat(IDENTITY.http.asked).isEmpty();
        assertThat(stranger.post("/api/directory/setup", "{\"code\":\"" + "x".repeat(15 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("SEC-13")
    void letsTwentyMegabytesThroughForAPictureAndNothingElse() {
        Browser browser = browser().signIn();
        String token = browser.cookie("XSRF-TOKEN");
        byte[] picture = new byte[20 * 1024 * 1024];
        byte[] larger = new byte[picture.length + 1];

        assertThat(upload(browser, token, "/api/media/settings/1/pictures", picture))
                .isEqualTo(200);
        assertThat(MEDIA.last().body()).hasSize(picture.length);
        assertThat(upload(browser, token, "/api/media/settings/1/pictures", larger))
                .isEqualTo(413);
        assertThat(upload(browser, token, "/api/media/settings/1/imports", picture))
                .isEqualTo(413);
        assertThat(upload(browser, token, "/api/media/pictures/1", picture)).isEqualTo(413);
        assertThat(MEDIA.asked).hasSize(1);
    }

    private static int upload(Browser browser, String token, String path, byte[] body) {
        return browser.send("POST", path, BodyPublishers.ofByteArray(body), bytes(token))
                .statusCode();
    }

    @Test
    @Tag("MED-02")
    @Tag("SEC-13")
    void takesAScanWhereScansGoAndNowhereElse() {
        Browser browser = browser().signIn();
        String token = browser.cookie("XSRF-TOKEN");
        byte[] scan = new byte[10 * 1024 * 1024];
        byte[] larger = new byte[10 * 1024 * 1024 + 1];

        assertThat(browser.send(
                                "POST",
                                "/api/media/subjects/1/evidence",
                                BodyPublishers.ofByteArray(scan),
                                bytes(token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(MEDIA.last().body()).hasSize(scan.length);
        for (String path : new String[] {"/api/media/subjects/1/consents", "/api/incidents/subjects/1/evidence"}) {
            assertThat(browser.send("POST", path, BodyPublishers.ofByteArray(scan), bytes(token))
                            .statusCode())
                    .as(path)
                    .isEqualTo(413);
        }
        assertThat(browser.send(
                                "POST",
                                "/api/media/subjects/1/evidence",
                                BodyPublishers.ofByteArray(larger),
                                bytes(token))
                        .statusCode())
                .isEqualTo(413);
        assertThat(MEDIA.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "nonsense",
    })
    void acceptsNothingAFormCouldSend(String type) {
        Browser browser = browser().signIn();

        HttpResponse<String> answer = browser.send(
                "POST",
                "/api/media/decisions",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                type,
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(MEDIA.asked).isEmpty();
    }

    @Test
    void asksForThePagesTokenOnEveryWriteWithCookies() {
        Browser browser = browser().signIn();
        String token = browser.cookie("XSRF-TOKEN");

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            HttpResponse<String> without = browser.send(
                    method, "/api/media/decisions", BodyPublishers.ofString("{}"), "Content-Type", "application/json");
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(without.body()).contains("gateway.csrf");
        }
        assertThat(browser.send("POST", "/logout", BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/media/decisions", "{}", "X-XSRF-TOKEN", "x")
                        .statusCode())
                .isIn(200, 403);
        // In the form or the address the token is worth nothing.
        assertThat(browser.send(
                                "POST",
                                "/api/media/decisions?_csrf=" + token,
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void refusesWritesFromOtherSites(String header, String value) {
        Browser browser = browser().signIn();

        HttpResponse<String> answer = browser.post("/api/media/decisions", "{}", header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("gateway.other-origin");
        assertThat(MEDIA.asked).isEmpty();
        assertThat(browser.send("POST", "/login", BodyPublishers.ofString("a=b"), header, value)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void acceptsWritesFromOurOwnPages() {
        Browser browser = browser().signIn();

        assertThat(browser.post("/api/media/decisions", "{}", "Origin", ADDRESS, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.send(
                                "POST",
                                "/login",
                                BodyPublishers.ofString("a=b"),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Origin",
                                "null",
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheSafetyHeaders() {
        Browser browser = browser().signIn();
        List<HttpResponse<String>> answers = new ArrayList<>(List.of(
                browser.get("/", "Accept", "text/html"),
                browser.get("/api/session"),
                browser.get("/api/media/decisions/1"),
                browser.get("/api/nothing"),
                browser().get("/api/media/decisions/1"),
                browser.get("/assets/missing.js"),
                browser.get("/login")));

        for (HttpResponse<String> answer : answers) {
            Map<String, List<String>> headers = answer.headers().map();
            assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"));
            assertThat(headers).containsEntry("cross-origin-opener-policy", List.of("same-origin"));
            assertThat(headers).containsEntry("cache-control", List.of("no-store"));
            assertThat(headers).containsKeys("permissions-policy", "content-security-policy", "referrer-policy");
            assertThat(headers)
                    .doesNotContainKeys("server", "x-powered-by", "x-application-context", "strict-transport-security");
        }
        assertThat(answers.getLast().headers().firstValue("content-security-policy"))
                .hasValue("default-src 'self'");
    }

    @Test
    void aServiceCannotSetCookiesOrCaching() {
        MEDIA.behaviour = asked -> new Answer(
                200,
                "application/json",
                "{}",
                Map.of(
                        "Set-Cookie", "__Host-clearpost=fixed; Path=/; Secure",
                        "Cache-Control", "public, max-age=600",
                        "Server", "x",
                        "X-Application-Context", "y",
                        "Access-Control-Allow-Origin", "*",
                        "ETag", "\"7\""));

        HttpResponse<String> answer = browser().signIn().get("/api/media/subjects/1");

        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("etag")).hasValue("\"7\"");
    }

    private static String[] json(String token) {
        return new String[] {"Content-Type", "application/json", "X-XSRF-TOKEN", token};
    }

    private static String[] bytes(String token) {
        return new String[] {"Content-Type", "application/octet-stream", "X-XSRF-TOKEN", token};
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", PORT)) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
