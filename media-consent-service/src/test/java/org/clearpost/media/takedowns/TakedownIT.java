package org.clearpost.media.takedowns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.clearpost.media.world.SchoolThatPosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-10")
class TakedownIT extends SchoolThatPosts {

    @Autowired
    JsonMapper json;

    @Test
    @Tag("MED-11")
    @Tag("PST-27")
    void aWithdrawalHasEveryPostTakenDownThatShowsThePerson() {
        post(ask(mia, kofi));
        Answer alone = post(ask(mia));
        withdraw(kofi);
        JsonNode open = takedowns("OPEN");
        assertThat(open).hasSize(1);
        JsonNode takedown = open.get(0);
        assertThat(takedown.path("cause").asString()).isEqualTo("NOT_CLEARED");
        assertThat(takedown.path("people").toString()).isEqualTo("[\"Kofi Ansah\"]");
        assertThat(Duration.between(
                        Instant.parse(takedown.path("openedAt").asString()),
                        Instant.parse(takedown.path("dueAt").asString())))
                .isEqualTo(Duration.ofHours(24));
        assertThat(takedown.path("itemId").asString()).isNotEqualTo(alone.id());

        withdraw(mia);
        assertThat(takedowns("OPEN")).hasSize(2);
        assertThat(takedowns("OPEN").get(0).path("people")).hasSize(2);
        assertThat(takedowns("OVERDUE")).isEmpty();
        moveOn(Duration.ofHours(25));
        assertThat(takedowns("OVERDUE")).hasSize(2);
        assertThat(calls.get(school.path("/takedowns/counts"), school.as("CONTRIBUTOR"))
                        .text())
                .isEqualTo("{\"open\":2,\"overdue\":2}");
    }

    @Test
    @Tag("MED-11")
    void anAnswerAboutAnotherUseTakesNothingDown() {
        post(ask(mia));
        school.answers(mia, "Dana Thompson", "PRINT=NO");
        assertThat(takedowns("OPEN")).isEmpty();
        school.answers(mia, "Dana Thompson", "TAKING=NO");
        assertThat(takedowns("OPEN")).hasSize(1);
    }

    @Test
    @Tag("MED-13")
    void aTakedownForAHoldLooksLikeOneForAWithdrawal() {
        post(ask(mia));
        post(ask(kofi));
        withdraw(mia);
        Answer held = calls.post(
                "/api/media/subjects/" + kofi + "/hold", school.as("DSL"), Map.of("reason", "Court order, marker-7f"));
        assertThat(held.status()).as(held.text()).isEqualTo(200);
        JsonNode open = takedowns("OPEN");
        assertThat(open).hasSize(2);
        assertThat(shape(open.get(1), "Kofi Ansah")).isEqualTo(shape(open.get(0), "Mia Thompson"));
        assertThat(open.toString()).doesNotContain("marker-7f");
        JsonNode notices = notices();
        assertThat(notices.path("items").get(0).path("sentence"))
                .isEqualTo(notices.path("items").get(1).path("sentence"));
    }

    @Test
    @Tag("MED-17")
    void aColleagueIsTakenDownWhenSheAsks() {
        Answer made = calls.post(
                school.path("/subjects"),
                school.as("SETTING_HEAD"),
                Map.of("kind", "STAFF", "firstName", "Rosa", "surname", "Lind"));
        String rosa = made.id();
        Map<String, Object> form = School.form("Rosa Lind", "YES", "TAKING=YES", "SOCIAL_MEDIA=YES");
        form.put("giver", Map.of("name", "Rosa Lind", "type", "ADULT_SELF", "responsibility", "YES"));
        calls.post("/api/media/subjects/" + rosa + "/consents", school.as("SETTING_HEAD"), form);
        Answer posted = post(ask(rosa));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        withdraw(rosa);
        assertThat(takedowns("OPEN").get(0).path("people").toString()).isEqualTo("[\"Rosa Lind\"]");
    }

    /** Who saw it gone, when, how and what they saw: without any of them it is not done. */
    @ParameterizedTest
    @Tag("PST-27")
    @CsvSource({
        "      , SCREENSHOT, Folder 3, /seenGoneAt",
        "before, SCREENSHOT, Folder 3, /seenGoneAt",
        "later , SCREENSHOT, Folder 3, /seenGoneAt",
        "now   ,           , Folder 3, /how",
        "now   , SCREENSHOT,         , /proof"
    })
    void isNotDoneWithHalfAProof(@Nullable String when, @Nullable String how, @Nullable String words, String wrong) {
        post(ask(mia));
        withdraw(mia);
        JsonNode takedown = takedowns("OPEN").get(0);
        Map<String, Object> proof = new HashMap<>();
        if (when != null) {
            Instant opened = Instant.parse(takedown.path("openedAt").asString());
            proof.put(
                    "seenGoneAt",
                    switch (when) {
                        case "before" -> opened.minusSeconds(1).toString();
                        case "later" -> clock.instant().plusSeconds(600).toString();
                        default -> clock.instant().toString();
                    });
        }
        proof.put("how", how);
        proof.put("proof", words);
        Answer refused = calls.post(
                "/api/media/takedowns/" + takedown.path("id").asString() + "/done", school.as("CONTRIBUTOR"), proof);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly(wrong);
        assertThat(takedowns("OPEN")).hasSize(1);
    }

    @Test
    @Tag("PST-27")
    void isDoneOnceByWhoeverSawItGone() {
        post(ask(mia));
        withdraw(mia);
        String path =
                "/api/media/takedowns/" + takedowns("OPEN").get(0).path("id").asString();
        String now = clock.instant().toString();
        Map<String, Object> proof = Map.of("seenGoneAt", now, "how", "OPENED_THE_ADDRESS", "proof", "404 at 10:14");
        Answer done = calls.post(path + "/done", school.as("CONTRIBUTOR"), proof);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.body().path("state").asString()).isEqualTo("DONE");
        assertThat(done.body().path("proof").path("seenBy").asString()).isEqualTo(School.CONTRIBUTOR.toString());
        assertThat(calls.post(path + "/done", school.as("CONTRIBUTOR"), proof).code())
                .isEqualTo("media.takedown-done");
        assertThat(takedowns("OPEN")).isEmpty();
        assertThat(takedowns("DONE")).hasSize(1);
        for (String table : List.of("takedown", "published_item", "notice", "post_correction")) {
            assertThat(database.ask(
                            "SELECT has_table_privilege('" + database.name() + "_app', '" + table + "', 'DELETE')"))
                    .isEqualTo("f");
        }
    }

    @Test
    @Tag("PST-23")
    void aRetractionIsOnlyRemovedWhenSomebodyHasSeenItGone() {
        String item = post(ask(mia)).id();
        String path = "/api/media/published/" + item;
        assertThat(calls.post(
                                path + "/corrections",
                                school.as("CONTRIBUTOR"),
                                Map.of("kind", "CORRECTED", "what", "The date was wrong."))
                        .body()
                        .path("openTakedown")
                        .isNull())
                .isTrue();
        Answer retracted = calls.post(
                path + "/corrections",
                school.as("CONTRIBUTOR"),
                Map.of("kind", "RETRACTED", "what", "The match was called off."));
        assertThat(retracted.body().path("corrections")).hasSize(2);
        assertThat(retracted.body().path("actuallyRemoved").asBoolean()).isFalse();
        calls.post(
                "/api/media/takedowns/" + retracted.body().path("openTakedown").asString() + "/done",
                school.as("CONTRIBUTOR"),
                Map.of("seenGoneAt", clock.instant().toString(), "how", "SCREENSHOT", "proof", "Folder 3"));
        assertThat(calls.get(path, school.as("SETTING_HEAD"))
                        .body()
                        .path("actuallyRemoved")
                        .asBoolean())
                .isTrue();
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
