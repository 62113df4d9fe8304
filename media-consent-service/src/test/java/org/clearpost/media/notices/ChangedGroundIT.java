package org.clearpost.media.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
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
import tools.jackson.databind.JsonNode;

/** Whoever asked is told when options, accounts, contributors or words change what they were answered. */
@ClearpostTest
@Import(MovableClock.Set.class)
@TestPropertySource(properties = "clearpost.notices.look=50ms")
@Tag("MED-10")
class ChangedGroundIT {

    private static final Map<String, String> OPTIONS = Map.of("OPT-14", "FIRST_INITIAL", "OPT-16", "EACH_IDENTIFIABLE");

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

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;

    @BeforeEach
    void aSchoolWithAClearedChild() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        await().until(() -> feeds.connected("read-directory") && feeds.connected("read-options"));
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        school.answers(mia, "Dana Thompson", "TAKING=YES", "SOCIAL_MEDIA=YES");
        followed();
    }

    @Test
    void anOptionThatChangesAnAnswerIsToldAndAnotherIsNot() {
        Answer asked = ask();
        options("OPT-33", "Six months");
        assertThat(told()).isEmpty();
        options("OPT-14", "NONE");
        JsonNode told = told();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("decisionId").asString()).isEqualTo(asked.id());
        assertThat(told.get(0).path("sentence").asString()).endsWith("has changed: ask again.");
        options("OPT-14", "FIRST_ONLY");
        assertThat(told()).as("once for each answer").hasSize(1);
    }

    @Test
    @Tag("PST-01")
    void anAccountThatIsPausedOrClosedIsTold() {
        ask();
        change("SUSPENDED");
        assertThat(told()).hasSize(1);
        change("LIVE");
        ask();
        change("CLOSED");
        assertThat(told()).hasSize(2);
    }

    @Test
    @Tag("DEC-11")
    void whoIsNoContributorAnyMoreIsTold() {
        UUID teacher = UUID.randomUUID();
        school.person(teacher, "TEACHER", 1);
        await().until(() -> database.ask("SELECT count(*) FROM post_held WHERE person_id = '" + teacher + "'")
                .equals("1"));
        name(List.of(teacher, School.CONTRIBUTOR));
        followed();
        TestTokens her = TestTokens.person(school.group, teacher).post("TEACHER", school.setting);
        Answer asked = calls.post("/api/media/decisions", her, School.complete(facebook, mia));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        ask();
        name(List.of(School.CONTRIBUTOR));
        followed();
        assertThat(calls.get("/api/media/notices", her)
                        .body()
                        .path("items")
                        .path(0)
                        .path("decisionId")
                        .asString())
                .isEqualTo(asked.id());
        assertThat(told()).as("who still contributes").isEmpty();
    }

    @Test
    @Tag("PST-14")
    void aWordThatStandsInTheCaptionIsTold() {
        Map<String, Object> question = School.complete(facebook, mia);
        question.put("caption", "Blast, it rains");
        calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        words("\"0\"", "bother");
        assertThat(told()).isEmpty();
        words("\"1\"", "bother", "blast");
        assertThat(told()).hasSize(1);
    }

    @Test
    @Tag("PST-27")
    void whatWasPostedAndWhatWasAskedLongAgoIsNotFollowed() {
        Answer posted = school.post(ask());
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        ask();
        clock.moveOn(Duration.ofDays(15));
        options("OPT-14", "NONE");
        assertThat(told()).isEmpty();
    }

    @Test
    void aChangeIsToldToNoEndlessListAndStopsAtNoAnswerThatCannotBeRead() {
        Answer asked = ask();
        database.change(
                """
                INSERT INTO decision (group_id, id, setting_id, account_id, asked_by, asked_at, planned_for, verdict, rule_set,
                                      request, facts, answer)
                SELECT group_id, uuidv7(), setting_id, account_id, asked_by, asked_at, planned_for, verdict, rule_set, request,
                       '{}', answer
                  FROM decision, generate_series(1, 230) WHERE id = '%s'
                """
                        .formatted(asked.id()));
        options("OPT-14", "NONE");
        assertThat(database.ask("SELECT count(*) FROM notice WHERE group_id = '" + school.group + "'"))
                .isEqualTo("200");
    }

    /** Telling stands still while somebody holds the notices; the feed and the head do not. */
    @Test
    @Tag("GW-04")
    void noChangeWaitsForAnybodyToBeTold() throws SQLException {
        ask();
        try (Connection blocking = database.connect("postgres");
                Statement sql = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            sql.execute("LOCK TABLE notice IN EXCLUSIVE MODE");
            publish("OPT-14", "NONE");
            await().until(() -> database.ask("SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND datname = '" + database.name() + "'")
                    .equals("t"));
            publish("OPT-14", "FIRST_ONLY");
            await().until(() -> database.ask(
                            "SELECT revision FROM options_in_force WHERE group_id = '" + school.group + "'")
                    .equals("3"));
            change("SUSPENDED");
            blocking.rollback();
        }
        followed();
        assertThat(told()).hasSize(1);
    }

    private Answer ask() {
        Answer asked = school.askCompletely(facebook, mia);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    private void publish(String option, String value) {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.put(option, value);
        school.options(options);
    }

    private void options(String option, String value) {
        String before = revision();
        publish(option, value);
        await().until(() -> !revision().equals(before));
        followed();
    }

    private String revision() {
        return database.ask("SELECT revision FROM options_in_force WHERE group_id = '" + school.group + "'");
    }

    private void change(String status) {
        Answer account = calls.get("/api/media/accounts/" + facebook, school.as("SETTING_HEAD"));
        Answer changed = calls.put(
                "/api/media/accounts/" + facebook,
                school.as("SETTING_HEAD"),
                account.etag(),
                Map.of(
                        "platform",
                        "FACEBOOK",
                        "name",
                        account.body().path("name").asString(),
                        "address",
                        account.body().path("address").asString(),
                        "status",
                        status));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private void name(List<UUID> people) {
        Answer named = calls.put(
                "/api/media/accounts/" + facebook + "/contributors",
                school.as("SETTING_HEAD"),
                calls.get("/api/media/accounts/" + facebook, school.as("SETTING_HEAD"))
                        .etag(),
                Map.of("people", people));
        assertThat(named.status()).as(named.text()).isEqualTo(200);
    }

    private void words(String seen, String... words) {
        Answer changed = calls.put(
                school.path("/wording"),
                school.as("SETTING_HEAD"),
                seen,
                Map.of(
                        "words",
                        java.util.Arrays.stream(words)
                                .map(word -> Map.of("word", word, "weight", "NEVER"))
                                .toList(),
                        "ownContacts",
                        List.of()));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private JsonNode told() {
        followed();
        return calls.get("/api/media/notices", school.as("CONTRIBUTOR")).body().path("items");
    }

    /** Until nothing of this group is left to be told. */
    private void followed() {
        await().until(() -> database.ask("SELECT count(*) FROM ground_change WHERE group_id = '" + school.group + "'")
                .equals("0"));
    }
}
