package org.clearpost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clearpost.gateway.StubService.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever sends slowly holds up nobody else, and not for long. */
@Tag("SEC-14")
@TestPropertySource(properties = {"BODY_SECONDS=1", "UPLOAD_SECONDS=6"})
@Timeout(40)
class SlowSendersIT extends GatewayRunning {

    private static final String IMPORTS = "/api/media/settings/1/imports";
    private static final int MUCH = 10_000;

    @Autowired
    private MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(strings = {"/api/media/decisions", "/api/directory/setup", "/api/media/settings/1/imports"})
    void aBodyThatDribblesIsRefusedAndItsConnectionClosed(String path) throws Exception {
        try (SlowSender slow = new SlowSender(SlowSender.head(browser().signIn(), path, MUCH))) {
            String answer = slow.untilClosed(true);

            assertThat(answer).startsWith("HTTP/1.1 408 ").containsOnlyOnce("HTTP/1.1");
            assertThat(answer).contains("application/problem+json", "\"code\":\"gateway.too-slow\"");
            assertThat(answer).containsIgnoringCase("connection: close");
        }
        assertThat(MEDIA.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/media/decisions", "/api/media/settings/1/imports"})
    void aBodyThatStopsIsRefusedAndItsConnectionClosed(String path) throws Exception {
        try (SlowSender slow = new SlowSender(SlowSender.head(browser().signIn(), path, MUCH))) {
            assertThat(slow.send("half of it").untilClosed(false)).startsWith("HTTP/1.1 408 ");
        }
        assertThat(MEDIA.asked).isEmpty();
    }

    @Test
    void aLoginFormThatDribblesIsRefused() throws Exception {
        try (SlowSender slow = new SlowSender("POST /login HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n")) {
            assertThat(slow.untilClosed(true))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("<p>The request took too long to arrive.</p>");
        }
        assertThat(IDENTITY.http.asked).isEmpty();
    }

    @Test
    void aFileMayTakeLongerThanAForm() throws Exception {
        Browser browser = browser().signIn();
        try (SlowSender form = new SlowSender(SlowSender.head(browser, "/api/media/decisions", MUCH));
                SlowSender file = new SlowSender(SlowSender.head(browser, IMPORTS, 20))) {
            file.send("0123456789");
            form.untilClosed(true);
            file.send("0123456789");

            assertThat(file.waitFor("hello")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(MEDIA.last().body()).isEqualTo("01234567890123456789");
    }

    @Test
    void oneCallerHasTwoPlacesForUploadsInHoweverManySessions() throws Exception {
        IDENTITY.person = "0190a000-0000-7000-8000-00000000000a";
        Browser greedy = browser().signIn();
        Browser greedyAgain = browser().signIn();
        IDENTITY.person = "0190a000-0000-7000-8000-00000000000b";
        Browser other = browser().signIn();
        try (SlowSender first = new SlowSender(SlowSender.head(greedy, IMPORTS, 20));
                SlowSender second = new SlowSender(SlowSender.head(greedyAgain, IMPORTS, 20));
                SlowSender third = new SlowSender(SlowSender.head(greedy, IMPORTS, 20))) {
            List<SlowSender> all = List.of(first, second, third);
            List<SlowSender> placed = new ArrayList<>(all);
            // Which of the three comes last is not said.
            while (placed.size() == all.size()) {
                for (SlowSender sender : all) {
                    if (sender.hears("gateway.too-many")) {
                        placed.remove(sender);
                    }
                    assertThat(sender.answer()).as("a third place").doesNotContain("gateway.too-slow");
                }
            }
            assertThat(placed).hasSize(2);
            assertThat(upload(other)).isEqualTo(200);

            placed.getFirst().send("01234567890123456789");
            assertThat(placed.getFirst().waitFor("hello")).startsWith("HTTP/1.1 200 ");
            assertThat(upload(greedy)).isEqualTo(200);
        }
    }

    @Test
    void slowUploadsGiveTheirPlacesBack() throws Exception {
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            IDENTITY.person = "0190a000-0000-7000-8000-0000000001" + (10 + i);
            browsers.add(browser().signIn());
        }
        IDENTITY.person = "0190a000-0000-7000-8000-000000000200";
        Browser patient = browser().signIn();
        List<SlowSender> slow = new ArrayList<>();
        try {
            for (Browser browser : browsers) {
                slow.add(slowUpload(browser));
                slow.add(slowUpload(browser));
            }
            int refused;
            do {
                for (int i = 0; i < slow.size(); i++) {
                    // Whoever came while the patient one had the sixth place comes again.
                    if (slow.get(i).hears("HTTP/1.1 503 ")) {
                        slow.get(i).close();
                        slow.set(i, slowUpload(browsers.get(i / 2)));
                    }
                    assertThat(slow.get(i).answer()).as("a seventh place").doesNotContain("gateway.too-slow");
                }
                refused = upload(patient);
            } while (refused == 200);
            assertThat(refused).isEqualTo(503);

            for (SlowSender sender : slow) {
                assertThat(sender.waitFor("gateway.too-slow")).startsWith("HTTP/1.1 408 ");
            }
            assertThat(upload(patient)).isEqualTo(200);
        } finally {
            for (SlowSender sender : slow) {
                sender.close();
            }
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoFaultOfOurs() throws Exception {
        Browser browser = browser().signIn();
        double before = answers("4xx");
        try (SlowSender gone = new SlowSender(SlowSender.head(browser, "/api/media/decisions", MUCH))) {
            gone.send("some");
        }

        await().until(() -> answers("4xx") > before);
        assertThat(answers("5xx")).isZero();
    }

    private double answers(String outcome) {
        return meters.find("clearpost.gateway.requests").tags("route", "media", "outcome", outcome).timers().stream()
                .mapToDouble(Timer::count)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyNobodyReadsHoldsItsConnectionNoLonger(boolean dribbling) throws Exception {
        try (SlowSender stranger = new SlowSender(SlowSender.head("/api/media/decisions", MUCH))) {
            assertThat(stranger.send("some").untilClosed(dribbling)).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void waitingForAnAnswerOrBetweenRequestsIsNotSlow() throws Exception {
        Browser browser = browser().signIn();
        String get = "GET /api/media/decisions/1 HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-clearpost="
                + browser.cookie("__Host-clearpost") + "\r\n";
        CountDownLatch answerNow = new CountDownLatch(1);
        try (SlowSender idle = new SlowSender(get);
                SlowSender stopped = new SlowSender(SlowSender.head("/api/media/decisions", MUCH))) {
            idle.waitFor("hello");
            MEDIA.behaviour = asked -> {
                answerNow.await(20, TimeUnit.SECONDS);
                return Answer.json(200, "{\"late\":true}");
            };
            CompletableFuture<Integer> late = CompletableFuture.supplyAsync(
                    () -> browser.post("/api/media/decisions", "{}").statusCode());
            // Its connection is closed after the longest time a body may take.
            stopped.untilClosed(false);
            answerNow.countDown();

            assertThat(late.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            idle.send(get + "\r\n");
            assertThat(idle.waitFor("late")).contains("{\"late\":true}");
        }
    }

    private static SlowSender slowUpload(Browser browser) throws IOException {
        return new SlowSender(SlowSender.head(browser, IMPORTS, MUCH)).send("some");
    }

    private static int upload(Browser browser) {
        return browser.send(
                        "POST",
                        IMPORTS,
                        java.net.http.HttpRequest.BodyPublishers.ofString("a file"),
                        "Content-Type",
                        "application/octet-stream",
                        "X-XSRF-TOKEN",
                        browser.cookie("XSRF-TOKEN"))
                .statusCode();
    }
}
