package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
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
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Tag("MED-11")
class HistoryIT {

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
    @Tag("SEC-03")
    void tellsWhatHeldAtEachMoment() {
        String first = recordedAt(school.answers(mia, "Dana Thompson", "WEBSITE=YES"));
        String second = recordedAt(school.answers(mia, "Lee Thompson", "WEBSITE=NO"));
        Answer yes = lee();
        String third = recordedAt(yes);
        Answer withdrawn = calls.post(
                "/api/media/consents/"
                        + yes.body().path("items").get(0).path("id").asString() + "/withdrawal",
                school.as("DSL"),
                "");
        String fourth = withdrawn.body().path("withdrawnAt").asString();

        String before = Instant.parse(first).minusSeconds(1).toString();
        assertThat(websiteOn(before)).isEqualTo("NOT_ASKED");
        assertThat(websiteOn(first)).isEqualTo("CLEARED");
        assertThat(websiteOn(second)).isEqualTo("NOT_CLEARED");
        assertThat(websiteOn(third)).isEqualTo("CLEARED");
        assertThat(websiteOn(fourth)).isEqualTo("NOT_CLEARED");
        JsonNode third3 = asOf("on=" + third).body();
        assertThat(third3.path("answers")
                        .valueStream()
                        .map(row -> row.path("giver").path("name").asString() + " "
                                + row.path("state").asString()))
                .containsExactlyInAnyOrder("Dana Thompson ACTIVE", "Lee Thompson ACTIVE");
        assertThat(third3.path("answers").valueStream().noneMatch(row -> row.hasNonNull("withdrawnAt")))
                .isTrue();
        assertThat(third3.path("changes").valueStream().map(JsonNode::asString))
                .containsExactly(first, second, third, fourth);
        // What is known later changes nothing of what held earlier.
        assertThat(asOf("on=" + first + "&known=" + fourth)
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .asString())
                .isEqualTo("CLEARED");
        // And what was not known yet is left out of what was to be.
        assertThat(asOf("on=" + fourth + "&known=" + first)
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .asString())
                .isEqualTo("CLEARED");
        assertThat(database.ask("SELECT count(*) > 0 FROM audit_entry WHERE action = 'consent.history-read'"
                        + " AND group_id = '" + school.group + "'"))
                .isEqualTo("t");
    }

    @Test
    @Tag("MED-19")
    void aRestrictionAppliesToItsDaysFromWhenItWasKnown() {
        String given = recordedAt(school.answers(mia, "Dana Thompson", "WEBSITE=YES"));
        Answer restricted = calls.post(
                "/api/media/subjects/" + mia + "/restrictions",
                school.as("SETTING_HEAD"),
                Map.of("kind", "COURT_ORDER", "note", "Order of the family court", "fromOn", "2026-09-01"));
        String known = restricted.body().path("items").get(0).path("recordedAt").asString();
        assertThat(website("on=" + given + "&known=" + given)).isEqualTo("CLEARED");
        assertThat(website("on=" + given + "&known=" + known)).isEqualTo("NOT_CLEARED");
        assertThat(website("on=" + known + "&known=" + given)).isEqualTo("CLEARED");
        assertThat(website("")).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("MED-20")
    void aHoldIsPartOfWhatHeldAndIsNotNamed() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        calls.post("/api/media/subjects/" + mia + "/hold", school.as("DSL"), Map.of("reason", "A plan is in place"));
        Answer asOf = calls.get("/api/media/subjects/" + mia + "/consents/as-of", school.as("SETTING_HEAD"));
        assertThat(asOf.body().path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(asOf.text()).doesNotContainIgnoringCase("hold").doesNotContain("plan is in place");
        assertThat(asOf.body().path("changes")).hasSize(1);
    }

    @Test
    @Tag("MED-13")
    void aYesIsJudgedAtTheMomentAskedAbout() {
        Map<String, Object> form = School.form("Dana Thompson", "YES", "WEBSITE=YES");
        form.put("validUntil", School.today());
        calls.post("/api/media/subjects/" + mia + "/consents", school.as("DSL"), form);
        assertThat(website("")).isEqualTo("CLEARED");
        assertThat(website("on=" + Instant.now().plusSeconds(3 * 86_400))).isEqualTo("NOT_CLEARED");
    }

    @Test
    void nobodyKnowsWhatWillBeKnown() {
        for (String query : List.of(
                "known=" + Instant.now().plusSeconds(3600), "on=1800-01-01T00:00:00Z", "known=1800-01-01T00:00:00Z")) {
            assertThat(asOf(query).status()).as(query).isEqualTo(422);
        }
        assertThat(asOf("on=yesterday").status()).isEqualTo(400);
    }

    /** Twenty desks at once: each step is kept, in one order, and the last of it is what stands. */
    @Test
    void twentyAtOnceAreTwentyStepsOneAfterTheOther() throws Exception {
        try (ExecutorService desks = Executors.newFixedThreadPool(20)) {
            List<Callable<Answer>> entering = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String answer = i % 2 == 0 ? "WEBSITE=YES" : "WEBSITE=NO";
                entering.add(() -> school.answers(mia, "Dana Thompson", answer));
            }
            for (Future<Answer> entered : desks.invokeAll(entering)) {
                assertThat(entered.get().status()).isEqualTo(201);
            }
        }
        JsonNode changes = asOf("").body().path("changes");
        assertThat(changes).hasSize(20);
        for (JsonNode change : changes) {
            assertThat(asOf("on=" + change.asString()).body().path("answers"))
                    .as("at %s", change)
                    .hasSize(1);
        }
        assertThat(website("on=" + changes.get(19).asString())).isEqualTo(website(""));
        assertThat(database.ask("SELECT bool_and(c.superseded_at IS NULL OR c.superseded_at >= c.recorded_at)"
                        + " FROM consent c WHERE c.subject_id = '" + mia + "'"))
                .isEqualTo("t");
    }

    /** The service's own login can neither rewrite history nor the content of an answer. */
    @Test
    @Tag("SEC-08")
    void theServiceCannotRewriteWhatWasSaid() throws SQLException {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        try (Connection connection = database.connect("app");
                Statement sql = connection.createStatement()) {
            for (String statement : List.of(
                    "UPDATE consent_event SET state = 'ACTIVE'",
                    "DELETE FROM consent_event",
                    "DELETE FROM consent",
                    "UPDATE consent SET signed_on = '2026-01-01'",
                    "UPDATE consent SET recorded_at = now()",
                    "UPDATE consent SET valid_until = NULL",
                    "UPDATE consent_evidence SET digest = ''",
                    "DELETE FROM consent_evidence",
                    "UPDATE restriction SET from_on = '2026-01-01'",
                    "UPDATE giver_bar SET reason = 'x'",
                    "UPDATE ability SET assessor = 'x'",
                    "DELETE FROM subject_ending")) {
                Assertions.assertThatThrownBy(() -> sql.execute(statement))
                        .as(statement)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    @Tag("MED-13")
    void aClassMoveLeavesAnswersAsTheyAre() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        Answer moved = calls.put(
                "/api/media/subjects/" + mia,
                school.as("SETTING_HEAD"),
                "\"1\"",
                Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Thompson", "className", "Oak"));
        assertThat(moved.body().path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-13")
    void leavingAndAChangeOfCarerOpenTheQuestionAgain() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES", "PRINT=NO");
        calls.post("/api/media/subjects/" + mia + "/carer-change", school.as("SETTING_HEAD"), "");
        assertThat(website("")).isEqualTo("NOT_CLEARED");
        assertThat(asOf("").body().path("answers").valueStream().map(row -> row.path("state")
                        .asString()))
                .containsExactlyInAnyOrder("PENDING", "REFUSED");
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        assertThat(website("")).isEqualTo("CLEARED");

        Answer left = calls.post(
                "/api/media/subjects/" + mia + "/end", school.as("SETTING_HEAD"), Map.of("on", School.today()));
        assertThat(left.status()).as(left.text()).isEqualTo(200);
        assertThat(website("on=" + Instant.now().plusSeconds(3 * 86_400))).isEqualTo("NOT_CLEARED");
        String again = school.child("Mia", "Thompson", "Ash");
        assertThat(calls.get("/api/media/subjects/" + again, school.as("DSL"))
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .asString())
                .isEqualTo("NOT_ASKED");
    }

    private Answer lee() {
        Map<String, Object> form = School.form("Lee Thompson", "YES", "WEBSITE=YES");
        form.put("signedOn", School.today());
        return calls.post("/api/media/subjects/" + mia + "/consents", school.as("SETTING_HEAD"), form);
    }

    private static String recordedAt(Answer recorded) {
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.body().path("items").get(0).path("recordedAt").asString();
    }

    private String websiteOn(String on) {
        return website("on=" + on);
    }

    private String website(String query) {
        return asOf(query).body().path("purposes").path("WEBSITE").asString();
    }

    private Answer asOf(String query) {
        return calls.get("/api/media/subjects/" + mia + "/consents/as-of?" + query, school.as("DSL"));
    }
}
