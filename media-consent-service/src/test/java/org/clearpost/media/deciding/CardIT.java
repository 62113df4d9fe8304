package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.clearpost.media.world.SchoolThatPosts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-10")
class CardIT extends SchoolThatPosts {

    @Test
    void aCardNamesNobodyAndAsksAgain() {
        Answer asked = ask(mia);
        Answer card = calls.get("/api/media/decisions/" + asked.id() + "/card", school.as("CONTRIBUTOR"));
        String code = card.body().path("code").asString();
        assertThat(code).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        assertThat(card.body().path("svg").asString()).startsWith("<svg").doesNotContain("<script");
        assertThat(card.text()).doesNotContain("Mia");
        assertThat(card.body().path("address").asString()).endsWith("/d/" + code);

        String path =
                "/api/media/cards/" + code.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        assertThat(calls.get(path, school.as("MODERATOR"))
                        .body()
                        .path("stillSo")
                        .asBoolean())
                .isTrue();
        String before = decisions();
        withdraw(mia);
        Answer checked = calls.get(path, school.as("MODERATOR"));
        assertThat(checked.body().path("stillSo").asBoolean()).isFalse();
        assertThat(checked.body().path("verdict").asString()).isEqualTo("DENY");
        assertThat(checked.text()).doesNotContain("Mia");
        assertThat(decisions()).isEqualTo(before);
        assertThat(calls.get("/api/media/cards/00000-00000", school.as("MODERATOR"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSchedulerAsksInTheWordsOfAuthZen() {
        UUID client = UUID.randomUUID();
        TestTokens scheduler =
                TestTokens.client(school.group, client).scope("decisions").post("API_CLIENT", school.setting);
        Map<String, Object> request = new HashMap<>();
        request.put("subject", Map.of("type", "client", "id", client));
        request.put("action", Map.of("name", "publish"));
        request.put("resource", Map.of("type", "post", "id", "17", "properties", School.question(facebook, mia)));
        Answer answer = calls.post("/api/media/access/v1/evaluation", scheduler, request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("decision").asBoolean(true)).isFalse();
        assertThat(answer.body().path("context").path("verdict").asString()).isEqualTo("NEEDS_ACTION");
        assertThat(answer.body().path("context").path("reasons").toString()).contains("PST-03");
        assertThat(calls.get(
                                "/api/media/decisions/"
                                        + answer.body()
                                                .path("context")
                                                .path("id")
                                                .asString(),
                                scheduler)
                        .status())
                .isEqualTo(200);

        Answer several = calls.post(
                "/api/media/access/v1/evaluations",
                scheduler,
                Map.of(
                        "subject",
                        request.get("subject"),
                        "action",
                        request.get("action"),
                        "evaluations",
                        List.of(
                                Map.of("resource", request.get("resource")),
                                Map.of("resource", request.get("resource")))));
        assertThat(several.body().path("evaluations")).as(several.text()).hasSize(2);

        request.put("subject", Map.of("type", "client", "id", UUID.randomUUID()));
        assertThat(calls.post("/api/media/access/v1/evaluation", scheduler, request)
                        .status())
                .isEqualTo(422);
    }
}
