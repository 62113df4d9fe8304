package org.clearpost.media.takedowns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What ends a clearance besides a no: time, leaving, and a change of who may answer. */
@ClearpostTest
@Import(MovableClock.Set.class)
@TestPropertySource(properties = "clearpost.takedowns.look=1h")
@Tag("MED-13")
class LapseIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    FeedAges feeds;

    @Autowired
    LookForLapses lapses;

    @Autowired
    JsonMapper json;

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;
    private String kofi;

    @BeforeEach
    void aSchoolWithTwoChildren() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        await().until(() -> feeds.connected("read-directory") && feeds.connected("read-options"));
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        kofi = school.child("Kofi", "Ansah", "Ash");
    }

    @Test
    @Tag("MED-11")
    void aYesThatRunsOutTakesItsPostDownOnce() {
        yes(mia, "Dana Thompson", today().plusDays(2));
        yes(kofi, "Esi Ansah", null);
        post(mia, kofi);
        look();
        assertThat(open()).isEmpty();
        clock.moveOn(Duration.ofDays(3));
        look();
        look();
        JsonNode takedown = only();
        assertThat(takedown.path("cause").asString()).isEqualTo("NOT_CLEARED");
        assertThat(takedown.path("people").toString()).isEqualTo("[\"Mia Thompson\"]");
        JsonNode notices =
                calls.get("/api/media/notices", school.as("CONTRIBUTOR")).body().path("items");
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).path("kind").asString()).isEqualTo("TAKE_DOWN");
        assertThat(opened()).isEqualTo("1");
    }

    @Test
    void whatRunsOutWithoutEndingTheClearanceTakesNothingDown() {
        yes(mia, "Dana Thompson", today().plusDays(1));
        yes(mia, "Lee Thompson", null);
        yes(kofi, "Esi Ansah", null);
        Map<String, Object> print = School.form("Esi Ansah", "YES", "PRINT=YES");
        print.put("validUntil", today().plusDays(1).toString());
        enter(kofi, print);
        post(mia, kofi);
        clock.moveOn(Duration.ofDays(2));
        look();
        assertThat(open()).isEmpty();
    }

    @Test
    void leavingTakesPostsDownAfterTheLastDay() {
        yes(mia, "Dana Thompson", null);
        post(mia);
        end(mia, today());
        look();
        assertThat(open()).as("still here today").isEmpty();
        clock.moveOn(Duration.ofDays(1));
        look();
        assertThat(only().path("people").toString()).isEqualTo("[\"Mia Thompson\"]");
    }

    @Test
    @Tag("MED-10")
    void aLastDayIsToldToWhoeverPlansAPostBeyondIt() {
        yes(mia, "Dana Thompson", null);
        Map<String, Object> question = School.complete(facebook, mia);
        question.put("plannedFor", clock.instant().plus(Duration.ofDays(10)).toString());
        Answer asked = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        end(mia, today().plusDays(3));
        assertThat(calls.get("/api/media/notices", school.as("CONTRIBUTOR"))
                        .body()
                        .path("items")
                        .path(0)
                        .path("decisionId")
                        .asString())
                .isEqualTo(asked.id());
    }

    @Test
    @Tag("MED-19")
    @Tag("MED-20")
    void aRestrictionTakesPostsDownOnItsFirstDayAndLooksLikeAYesThatRanOut() {
        yes(mia, "Dana Thompson", null);
        yes(kofi, "Esi Ansah", today().plusDays(4));
        post(mia);
        post(kofi);
        Answer restricted = calls.post(
                "/api/media/subjects/" + mia + "/restrictions",
                school.as("DSL"),
                Map.of(
                        "kind",
                        "COURT_ORDER",
                        "note",
                        "Order, marker-7f",
                        "fromOn",
                        today().plusDays(5).toString()));
        assertThat(restricted.status()).as(restricted.text()).isEqualTo(200);
        clock.moveOn(Duration.ofDays(4));
        look();
        assertThat(open()).isEmpty();
        clock.moveOn(Duration.ofDays(1));
        look();
        JsonNode open = open();
        assertThat(open).hasSize(2);
        int hers = open.get(0).path("people").toString().contains("Mia") ? 0 : 1;
        assertThat(shape(open.get(hers), "Mia Thompson")).isEqualTo(shape(open.get(1 - hers), "Kofi Ansah"));
        assertThat(open.toString()).doesNotContain("marker-7f");
    }

    @Test
    void aRestrictionEndedBeforeItBeganTakesNothingDown() {
        yes(mia, "Dana Thompson", null);
        post(mia);
        Answer restricted = calls.post(
                "/api/media/subjects/" + mia + "/restrictions",
                school.as("DSL"),
                Map.of(
                        "kind",
                        "DISPUTE",
                        "note",
                        "Letter",
                        "fromOn",
                        today().plusDays(2).toString()));
        String restriction = restricted.body().path("items").get(0).path("id").asString();
        calls.post(
                "/api/media/subjects/" + mia + "/restrictions/" + restriction + "/end",
                school.as("DSL"),
                Map.of("reason", "Settled"));
        clock.moveOn(Duration.ofDays(3));
        look();
        assertThat(open()).isEmpty();
    }

    @Test
    @Tag("MED-03")
    void withAJudgementOfAbilityGoesWhatRestedOnIt() {
        assertThat(calls.post(
                                "/api/media/subjects/" + mia + "/ability",
                                school.as("SETTING_HEAD"),
                                Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Explained it"))
                        .status())
                .isEqualTo(200);
        Map<String, Object> own = School.form("Mia Thompson", "YES", "TAKING=YES", "SOCIAL_MEDIA=YES");
        own.put("giver", Map.of("name", "Mia Thompson", "type", "PUPIL_ABLE", "responsibility", "UNKNOWN"));
        enter(mia, own);
        post(mia);
        Answer revoked = calls.post(
                "/api/media/subjects/" + mia + "/ability/revocation", school.as("DSL"), Map.of("reason", "Anew"));
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(only().path("people").toString()).isEqualTo("[\"Mia Thompson\"]");
    }

    @Test
    void aChangeOfCarerTakesPostsDownAndAClassMoveDoesNot() {
        yes(mia, "Dana Thompson", null);
        post(mia);
        Answer moved = calls.put(
                "/api/media/subjects/" + mia,
                school.as("SETTING_HEAD"),
                calls.get("/api/media/subjects/" + mia, school.as("SETTING_HEAD"))
                        .etag(),
                Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Thompson", "className", "Oak"));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        look();
        assertThat(open()).isEmpty();
        calls.post("/api/media/subjects/" + mia + "/carer-change", school.as("SETTING_HEAD"), "");
        assertThat(open()).hasSize(1);
    }

    @Test
    void ofManyWhoLookAtOnceOneOpensIt() {
        yes(mia, "Dana Thompson", today().plusDays(1));
        for (int i = 0; i < 5; i++) {
            post(mia);
        }
        clock.moveOn(Duration.ofDays(2));
        Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(i -> lapses.look().subscribeOn(Schedulers.boundedElastic()))
                .then()
                .block();
        assertThat(open()).hasSize(5);
        assertThat(opened()).isEqualTo("5");
    }

    @Test
    @Tag("PST-27")
    void whatWasSeenGoneStaysGone() {
        yes(mia, "Dana Thompson", today().plusDays(1));
        post(mia);
        clock.moveOn(Duration.ofDays(2));
        look();
        await().until(() -> feeds.connected("read-directory"));
        Answer done = calls.post(
                "/api/media/takedowns/" + only().path("id").asString() + "/done",
                school.as("CONTRIBUTOR"),
                Map.of("seenGoneAt", clock.instant().toString(), "how", "SCREENSHOT", "proof", "Folder 3"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        look();
        assertThat(open()).isEmpty();
    }

    /** Fails without the overlap of {@link LapseRepository}: the post is committed after the look that it belongs to. */
    @Test
    void aPostCommittedJustAfterTheLookIsFoundByTheNext() {
        yes(mia, "Dana Thompson", today());
        post(mia);
        clock.moveOn(Duration.ofDays(1));
        database.change("INSERT INTO clearance_look (group_id, looked_until) VALUES ('" + school.group + "', '"
                + CivilDay.endOf(today().minusDays(1)).plusSeconds(60) + "')");
        look();
        assertThat(open()).hasSize(1);
    }

    private void look() {
        lapses.look().block();
    }

    private LocalDate today() {
        return CivilDay.of(clock.instant());
    }

    private void yes(String child, String giver, @org.jspecify.annotations.Nullable LocalDate until) {
        Map<String, Object> form = School.form(giver, "YES", "TAKING=YES", "SOCIAL_MEDIA=YES");
        if (until != null) {
            form.put("validUntil", until.toString());
        }
        enter(child, form);
    }

    private void enter(String child, Map<String, Object> form) {
        Answer entered = calls.post("/api/media/subjects/" + child + "/consents", school.as("SETTING_HEAD"), form);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
    }

    private void end(String child, LocalDate on) {
        Answer ended = calls.post(
                "/api/media/subjects/" + child + "/end", school.as("SETTING_HEAD"), Map.of("on", on.toString()));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    }

    private void post(String... people) {
        Answer posted = school.post(school.askCompletely(facebook, people));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
    }

    private JsonNode open() {
        return calls.get(school.path("/takedowns?limit=200&state=OPEN"), school.as("CONTRIBUTOR"))
                .body()
                .path("items");
    }

    private JsonNode only() {
        JsonNode open = open();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private String opened() {
        return database.ask("SELECT count(*) FROM audit_entry WHERE action = 'takedown.opened' AND group_id = '"
                + school.group + "'");
    }

    /** All of a takedown but its ids, its times and the name. */
    private String shape(JsonNode takedown, String name) {
        ObjectNode shape = (ObjectNode) json.readTree(takedown.toString());
        for (String own : List.of("id", "itemId", "decisionId", "address", "openedAt", "dueAt", "postedAt")) {
            shape.put(own, "");
        }
        return shape.toString().replace(name, "somebody");
    }
}
