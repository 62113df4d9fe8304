package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every service gets a token that it alone accepts, and only for as long as identity vouches for the caller. */
@Tag("SEC-02")
class TokensIT extends GatewayRunning {

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Test
    void exchangesForTheCalledServiceAlone() throws Exception {
        Browser browser = browser().signIn();
        browser.get("/api/media/decisions/1");
        browser.get("/api/policies/starter-sets");

        JWTClaimsSet forMedia = claims(MEDIA.last());
        JWTClaimsSet forPolicies = claims(service("policy-service").last());
        assertThat(forMedia.getAudience()).containsExactly("media-consent-service");
        assertThat(forPolicies.getAudience()).containsExactly("policy-service");
        assertThat(forMedia.getSubject()).isEqualTo(IDENTITY.person);
        assertThat(MEDIA.last().header("Cookie")).isEmpty();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEndAndRefreshesTheLogin() {
        Browser browser = browser().signIn();

        browser.get("/api/media/decisions/1");
        browser.get("/api/media/decisions/2");
        CLOCK.forward(Duration.ofSeconds(105));
        browser.get("/api/media/decisions/3");
        assertThat(IDENTITY.exchanges).hasValue(1);
        assertThat(IDENTITY.refreshes).hasValue(0);

        CLOCK.forward(Duration.ofSeconds(6));
        assertThat(browser.get("/api/media/decisions/4").statusCode()).isEqualTo(200);
        assertThat(IDENTITY.exchanges).hasValue(2);
        assertThat(IDENTITY.refreshes).hasValue(1);
    }

    @Test
    void callsAtTheSameTimeShareOneExchange() throws Exception {
        Browser browser = browser().signIn();
        IDENTITY.exchangeMillis = 200;

        List<Integer> answers =
                atOnce(20, () -> browser.get("/api/media/decisions/1").statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(IDENTITY.exchanges).hasValue(1);
        assertThat(MEDIA.asked).hasSize(20);
    }

    @Test
    void sendsACallAgainOnceWithANewTokenWhenTheServiceCallsItOutdated() {
        Browser browser = browser().signIn();
        browser.get("/api/media/decisions/1");
        String old = MEDIA.last().header("Authorization");
        MEDIA.reset();
        MEDIA.behaviour = asked -> asked.header("Authorization").equals(old)
                ? Answer.problem(401, "kit.token-outdated")
                : Answer.json(200, asked.body());

        HttpResponse<String> answer = browser.post("/api/media/decisions", "{\"headcount\":3}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"headcount\":3}");
        assertThat(MEDIA.asked).hasSize(2);
        assertThat(MEDIA.asked.get(1).header("Authorization")).isNotEqualTo(old);
        assertThat(IDENTITY.exchanges).hasValue(2);
    }

    @Test
    void sendsItAgainOnlyOnce() {
        Browser browser = browser().signIn();
        MEDIA.behaviour = asked -> Answer.problem(401, "kit.token-outdated");

        HttpResponse<String> answer = browser.post("/api/media/decisions", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(MEDIA.asked).hasSize(2);
    }

    @Test
    void passesAnyOther401On() {
        Browser browser = browser().signIn();
        MEDIA.behaviour = asked -> Answer.problem(401, "kit.unauthenticated");

        HttpResponse<String> answer = browser.get("/api/media/decisions/1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("kit.unauthenticated");
        assertThat(MEDIA.asked).hasSize(1);
    }

    @Test
    void callsToldSoAtTheSameTimeShareOneNewExchange() throws Exception {
        Browser browser = browser().signIn();
        browser.get("/api/media/decisions/1");
        String old = MEDIA.last().header("Authorization");
        IDENTITY.exchangeMillis = 100;
        MEDIA.behaviour = asked -> asked.header("Authorization").equals(old)
                ? Answer.problem(401, "kit.token-outdated")
                : StubService.hello(asked);

        List<Integer> answers =
                atOnce(16, () -> browser.get("/api/media/decisions/1").statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(IDENTITY.exchanges.get()).isBetween(2, 3);
    }

    @Test
    void endsTheSessionOfSomebodyIdentityNoLongerVouchesFor() {
        Browser browser = browser().signIn();
        IDENTITY.disabled.add(IDENTITY.person);

        HttpResponse<String> answer = browser.get("/api/media/decisions/1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("gateway.signed-out");
        assertThat(MEDIA.asked).isEmpty();
        assertThat(browser.cookies).doesNotContainKey("__Host-clearpost");
        IDENTITY.disabled.clear();
        assertThat(browser.get("/api/session").body()).contains("\"signedIn\":false");
    }

    @Test
    @Tag("GW-03")
    void couldNotAskIsNotNo() {
        Browser browser = browser().signIn();
        IDENTITY.unreachable = true;

        HttpResponse<String> answer = browser.get("/api/media/decisions/1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(MEDIA.asked).isEmpty();
        IDENTITY.unreachable = false;
        breakers.circuitBreaker("to-identity").reset();
        assertThat(browser.get("/api/media/decisions/1").statusCode()).isEqualTo(200);
    }

    @Test
    void takesApiClientsAtTheirToken() throws Exception {
        String elliptic = IDENTITY.clientToken("0190a000-0000-7000-8000-00000000c1c1");
        String rsa =
                IDENTITY.token(IDENTITY.rsa, Map.of("sub", "client-two", "aud", List.of("gateway"), "kind", "CLIENT"));

        for (String token : List.of(elliptic, rsa)) {
            Browser caller = browser();
            HttpResponse<String> answer = caller.post("/api/media/decisions", "{}", "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            assertThat(claims(MEDIA.last()).getAudience()).containsExactly("media-consent-service");
            assertThat(MEDIA.last().header("Authorization")).doesNotContain(token);
            caller.get("/api/media/decisions/1", "Authorization", "Bearer " + token);
        }
        assertThat(IDENTITY.exchanges).hasValue(2);
    }

    @Test
    void refusesTokensThatAreNotAnApiClientsForUs() throws Exception {
        Map<String, Object> good = Map.of("sub", "x", "aud", List.of("gateway"), "kind", "CLIENT");
        String valid = IDENTITY.token(IDENTITY.elliptic, good);
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SignedJWT.parse(valid).getPayload().toBytes());
        List<String> bad = List.of(
                "garbage",
                "",
                "eyJhbGciOiJub25lIn0." + payload + ".",
                IDENTITY.token(IDENTITY.stranger, good),
                IDENTITY.token(
                        IDENTITY.elliptic,
                        Map.of("sub", "x", "aud", List.of("media-consent-service"), "kind", "CLIENT")),
                IDENTITY.token(
                        IDENTITY.elliptic,
                        Map.of("sub", "x", "aud", List.of("gateway", "media-consent-service"), "kind", "CLIENT")),
                IDENTITY.token(IDENTITY.elliptic, Map.of("sub", "x", "aud", List.of("gateway"), "kind", "PERSON")),
                IDENTITY.token(IDENTITY.elliptic, Map.of("sub", "x", "aud", List.of("gateway"), "kind", "SERVICE")),
                IDENTITY.token(
                        IDENTITY.elliptic,
                        Map.of(
                                "sub",
                                "x",
                                "aud",
                                List.of("gateway"),
                                "kind",
                                "CLIENT",
                                "exp",
                                new Date(System.currentTimeMillis() - 60_000))),
                IDENTITY.token(
                        IDENTITY.elliptic,
                        Map.of(
                                "sub",
                                "x",
                                "aud",
                                List.of("gateway"),
                                "kind",
                                "CLIENT",
                                "iss",
                                "http://other.example")));

        for (String token : bad) {
            HttpResponse<String> answer = browser().get("/api/media/decisions/1", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
        }
        assertThat(MEDIA.asked).isEmpty();
        assertThat(IDENTITY.exchanges).hasValue(0);
    }

    @Test
    void aBearerTokenNeverRidesOnSomebodysCookie() {
        Browser browser = browser().signIn();

        assertThat(browser.get("/api/media/decisions/1", "Authorization", "Bearer garbage")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/api/media/decisions/1", "Authorization", "Basic Z2F0ZXdheTp4")
                        .statusCode())
                .isEqualTo(200);
        assertThat(MEDIA.last().header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void anApiClientThatEndedIsRefused() {
        String token = IDENTITY.clientToken("ended");
        IDENTITY.disabled.add("ended");

        assertThat(browser()
                        .get("/api/media/decisions/1", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static JWTClaimsSet claims(StubService.Asked asked) throws Exception {
        return SignedJWT.parse(asked.header("Authorization").substring("Bearer ".length()))
                .getJWTClaimsSet();
    }
}
