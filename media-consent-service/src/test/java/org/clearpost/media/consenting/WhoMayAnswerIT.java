package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClearpostTest
class WhoMayAnswerIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;
    private String mia;

    @BeforeEach
    void aSchoolWithAChild() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        mia = school.child("Mia", "Thompson", "Ash");
    }

    @Test
    @Tag("MED-03")
    void aPupilAnswersOnlyWhileTheirAbilityIsJudged() {
        assertThat(state(pupil("WEBSITE=YES"))).isEqualTo("PENDING");
        Answer judged = judge(Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Understood it"));
        assertThat(judged.body().path("able").asBoolean()).as(judged.text()).isTrue();
        assertThat(website()).as("the judgement is no answer").isEqualTo("NOT_CLEARED");
        assertThat(state(pupil("WEBSITE=YES"))).isEqualTo("ACTIVE");
        assertThat(website()).isEqualTo("CLEARED");
        assertThat(judge(Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Again"))
                        .code())
                .isEqualTo("media.already-judged");

        Answer revoked = calls.post(path("/ability/revocation"), school.as("DSL"), Map.of("reason", "Judged anew"));
        assertThat(revoked.body().path("judgements").get(0).path("revokeReason").asString())
                .isEqualTo("Judged anew");
        assertThat(website()).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("MED-03")
    @Tag("MED-19")
    void anAblePupilsNoWinsOverBothParents() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        school.answers(mia, "Lee Thompson", "WEBSITE=YES");
        judge(Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Understood it"));
        pupil("WEBSITE=NO");
        assertThat(website()).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("MED-03")
    void ageIsNoJudgement() {
        Map<String, Object> aged = new HashMap<>(
                Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Is thirteen", "age", 13));
        assertThat(judge(aged).code()).isEqualTo("kit.unknown-field");
        Answer refused = judge(Map.of("assessedOn", "2999-01-01"));
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/assessor", "/assessedOn", "/reason");
        String lena = calls.post(
                        school.path("/subjects"),
                        school.as("SETTING_HEAD"),
                        Map.of("kind", "STAFF", "firstName", "Lena", "surname", "Moss"))
                .id();
        assertThat(calls.post(
                                "/api/media/subjects/" + lena + "/ability",
                                school.as("DSL"),
                                Map.of("assessor", "Ms Hale", "assessedOn", "2026-09-01", "reason", "Able"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("MED-19")
    void whoIsBarredClearsNothing() {
        Answer given = school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        String dana = giver(given);
        Answer barred =
                calls.post(path("/givers/" + dana + "/bar"), school.as("DSL"), Map.of("reason", "Order of the court"));
        assertThat(barred.body().path("givers").get(0).path("barred").asBoolean())
                .as(barred.text())
                .isTrue();
        assertThat(website()).isEqualTo("NOT_CLEARED");
        assertThat(state(school.answers(mia, "Dana Thompson", "WEBSITE=YES"))).isEqualTo("PENDING");
        assertThat(calls.post(path("/givers/" + dana + "/bar"), school.as("DSL"), Map.of("reason", "Again"))
                        .code())
                .isEqualTo("media.already-barred");

        calls.post(path("/givers/" + dana + "/bar/lifting"), school.as("DSL"), Map.of("reason", "Order ended"));
        assertThat(website()).as("lifting a bar is no answer").isEqualTo("NOT_CLEARED");
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        assertThat(website()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-19")
    void aBarAloneSetsNoRefusalAside() {
        String dana = giver(school.answers(mia, "Dana Thompson", "WEBSITE=NO"));
        school.answers(mia, "Lee Thompson", "WEBSITE=YES");
        calls.post(path("/givers/" + dana + "/bar"), school.as("DSL"), Map.of("reason", "Moved away"));
        assertThat(website()).isEqualTo("NOT_CLEARED");
        calls.post(path("/givers/" + dana + "/bar/lifting"), school.as("DSL"), Map.of("reason", "Wrong"));
        calls.post(
                path("/givers/" + dana + "/bar"),
                school.as("DSL"),
                Map.of("reason", "Order of the court", "refusalsSetAside", true));
        assertThat(website()).isEqualTo("CLEARED");
        assertThat(database.ask("SELECT string_agg(refusals_set_aside::text, ' ' ORDER BY barred_at) FROM giver_bar"
                        + " WHERE subject_id = '" + mia + "'"))
                .isEqualTo("false true");
    }

    @Test
    @Tag("SEC-01")
    void nobodyBarsAGiverOfSomebodyElseOrAPupil() {
        String kofi = school.child("Kofi", "Ansah", "Ash");
        String ama = giver(school.answers(kofi, "Ama Ansah", "WEBSITE=YES"));
        String pupil = giver(pupil("WEBSITE=NO"));
        for (String giver : new String[] {ama, pupil}) {
            assertThat(calls.post(path("/givers/" + giver + "/bar"), school.as("DSL"), Map.of("reason", "For a test"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private Answer judge(Map<String, Object> judgement) {
        return calls.post(path("/ability"), school.as("SETTING_HEAD"), judgement);
    }

    private Answer pupil(String answer) {
        Map<String, Object> form = School.form("", "UNKNOWN", answer);
        form.put("giver", Map.of("name", "Mia Thompson", "type", "PUPIL_ABLE", "responsibility", "UNKNOWN"));
        return calls.post(path("/consents"), school.as("SETTING_HEAD"), form);
    }

    private static String giver(Answer recorded) {
        return recorded.body().path("items").get(0).path("giver").path("id").asString();
    }

    private static String state(Answer recorded) {
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.body().path("items").get(0).path("state").asString();
    }

    private String website() {
        return calls.get("/api/media/subjects/" + mia, school.as("CONTRIBUTOR"))
                .body()
                .path("purposes")
                .path("WEBSITE")
                .asString();
    }

    private String path(String rest) {
        return "/api/media/subjects/" + mia + rest;
    }
}
