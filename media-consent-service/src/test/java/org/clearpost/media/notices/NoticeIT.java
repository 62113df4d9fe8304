package org.clearpost.media.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.SchoolThatPosts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-10")
class NoticeIT extends SchoolThatPosts {

    @Test
    @Tag("MED-13")
    void aHoldOnSomebodyRefusedAnywayTellsNobodyAnything() {
        school.answers(kofi, "Kofi's mother", "SOCIAL_MEDIA=NO");
        ask(kofi);
        calls.post("/api/media/subjects/" + kofi + "/hold", school.as("DSL"), Map.of("reason", "Court order"));
        assertThat(notices().path("unseen").asInt()).isZero();
    }

    @Test
    void theAskerIsToldThatTheAnswerHasChangedAndNothingElse() {
        Answer asked = ask(mia, kofi);
        withdraw(kofi);
        JsonNode notices = notices();
        assertThat(notices.path("unseen").asInt()).isEqualTo(1);
        JsonNode notice = notices.path("items").get(0);
        assertThat(notice.path("decisionId").asString()).isEqualTo(asked.id());
        assertThat(notice.path("sentence").asString())
                .matches("The answer to your question of \\d\\d:\\d\\d has changed: ask again\\.");
        assertThat(notices.toString()).doesNotContain("Kofi").doesNotContain(kofi);
        assertThat(calls.get("/api/media/notices", school.as("SETTING_HEAD"))
                        .body()
                        .path("items"))
                .isEmpty();
        String seen = "/api/media/notices/" + notice.path("id").asString() + "/seen";
        assertThat(calls.post(seen, school.as("SETTING_HEAD"), "").status()).isEqualTo(404);
        assertThat(calls.post(seen, school.as("CONTRIBUTOR"), "").status()).isEqualTo(204);
        assertThat(notices().path("unseen").asInt()).isZero();
    }

    @Test
    void anAnswerOfLongAgoIsNotWatchedAnyMore() {
        ask(kofi);
        moveOn(Duration.ofDays(15));
        withdraw(kofi);
        assertThat(notices().path("items")).isEmpty();
    }
}
