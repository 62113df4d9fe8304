package org.clearpost.media.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.world.Calls.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A school with a live page and two children who may be shown on it: what tests of posts and answers start from. */
public abstract class SchoolThatPosts {

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestNeighbours neighbours;

    @Autowired
    protected TestDatabase database;

    @Autowired
    protected MovableClock clock;

    protected Calls calls;
    protected School school;
    protected String facebook;
    protected String mia;
    protected String kofi;

    @BeforeEach
    void aSchoolWithTwoClearedChildren() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = cleared("Mia", "Thompson");
        kofi = cleared("Kofi", "Ansah");
    }

    /** Moves on, and waits until what other services own is fresh again. */
    protected void moveOn(Duration by) {
        clock.moveOn(by);
        await().untilAsserted(() -> assertThat(school.ask(facebook, mia).text())
                .doesNotContain("GW-03")
                .contains("ruleSet"));
    }

    protected String cleared(String first, String surname) {
        String child = school.child(first, surname, "Ash");
        Answer given = school.answers(child, first + "'s mother", "TAKING=YES", "SOCIAL_MEDIA=YES", "WEBSITE=YES");
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        return child;
    }

    protected Answer ask(String... people) {
        Answer asked = school.askCompletely(facebook, people);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    protected Answer post(Answer asked) {
        return post(asked, posted(address(), open(asked)));
    }

    protected Answer post(Answer asked, Object body) {
        return calls.post("/api/media/decisions/" + asked.id() + "/posted", school.as("CONTRIBUTOR"), body);
    }

    protected static String address() {
        return "https://www.facebook.example/posts/" + UUID.randomUUID();
    }

    protected static Map<String, Object> posted(String address, List<String> checkedOutside) {
        return Map.of("address", address, "checkedOutside", checkedOutside);
    }

    protected static List<String> open(Answer asked) {
        List<String> open = new ArrayList<>();
        asked.body().path("rules").forEach(rule -> {
            if (rule.path("result").asString().equals("NOT_CHECKED")) {
                open.add(rule.path("rule").asString());
            }
        });
        return open;
    }

    protected String social(String child) {
        return database.ask("SELECT id FROM consent WHERE subject_id = '" + child
                + "' AND purpose = 'SOCIAL_MEDIA' AND superseded_at IS NULL");
    }

    protected void withdraw(String child) {
        Answer withdrawn =
                calls.post("/api/media/consents/" + social(child) + "/withdrawal", school.as("SETTING_HEAD"), "");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    }

    protected JsonNode takedowns(String state) {
        return calls.get(school.path("/takedowns?limit=200&state=" + state), school.as("CONTRIBUTOR"))
                .body()
                .path("items");
    }

    protected JsonNode notices() {
        return calls.get("/api/media/notices", school.as("CONTRIBUTOR")).body();
    }

    protected JsonNode replay(Answer asked) {
        return calls.get("/api/media/decisions/" + asked.id() + "/replay", school.as("DSL"))
                .body();
    }

    protected String items() {
        return database.ask("SELECT count(*) FROM published_item WHERE group_id = '" + school.group + "'");
    }

    protected String decisions() {
        return database.ask("SELECT count(*) FROM decision WHERE group_id = '" + school.group + "'");
    }
}
