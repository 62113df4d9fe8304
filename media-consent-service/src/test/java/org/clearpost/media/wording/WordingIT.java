package org.clearpost.media.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.model.Wording;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Tag("PST-14")
class WordingIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;
    private String path;

    @BeforeEach
    void aSchool() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        path = school.path("/wording");
    }

    @Test
    void aSettingGoesByTheStarterListUntilItMakesItsOwn() {
        Answer starter = calls.get(path, school.as("CONTRIBUTOR"));
        assertThat(starter.etag()).isEqualTo("\"0\"");
        assertThat(starter.body().path("words")).hasSize(Wording.STARTER.size());

        Answer own = calls.put(path, school.as("SETTING_HEAD"), "\"0\"", list("blast"));
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        assertThat(own.etag()).isEqualTo("\"1\"");
        assertThat(calls.get(path, school.as("MODERATOR")).text()).isEqualTo(own.text());
        assertThat(calls.put(path, school.as("SLT"), "\"0\"", list("bother")).status())
                .isEqualTo(412);
        assertThat(calls.put(path, school.as("SLT"), null, list("bother")).status())
                .isEqualTo(428);
        assertThat(calls.put(path, school.as("SLT"), "\"1\"", list("bother")).etag())
                .isEqualTo("\"2\"");
    }

    @Test
    void decisionsGoByTheListFromTheNextQuestionOn() {
        String account = school.account("WEBSITE", "LIVE");
        assertThat(said(account).path("result").asString()).isEqualTo("ASK");
        calls.put(path, school.as("SETTING_HEAD"), "\"0\"", list("blast"));
        assertThat(said(account).path("result").asString()).isEqualTo("FAIL");
        assertThat(said(account).path("sentence").asString()).endsWith("\"blast\".");
    }

    @Test
    void aWordThatCouldNotBeFoundAndAContactThatIsNoneAreRefused() {
        Answer refused = calls.put(
                path,
                school.as("SETTING_HEAD"),
                "\"0\"",
                Map.of(
                        "words",
                        List.of(
                                Map.of("word", "...", "weight", "NEVER"),
                                Map.of("word", "blast", "weight", "NEVER"),
                                Map.of("word", "Blast", "weight", "NEVER"),
                                Map.of("word", "bother")),
                        "ownContacts",
                        List.of("the office")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactly("/words/0/word", "/words/2/word", "/words/3/weight", "/ownContacts/0");
        assertThat(calls.put(path, school.as("SETTING_HEAD"), "\"0\"", Map.of("words", Arrays.asList((Object) null)))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode said(String account) {
        Map<String, Object> question = School.question(account);
        question.put("caption", "Blast, it rains");
        return calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                .body()
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals("PST-14"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> list(String word) {
        return Map.of("words", List.of(Map.of("word", word, "weight", "NEVER")), "ownContacts", List.of());
    }
}
