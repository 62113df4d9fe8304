package org.clearpost.media.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.ClearpostTest;
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
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Tag("OPT-14")
@Tag("OPT-16")
class RehearsalIT {

    private static final Map<String, String> AS_IT_IS =
            Map.of("OPT-14", "FIRST_INITIAL", "OPT-16", "EACH_IDENTIFIABLE");
    private static final Map<String, String> NO_NAMES = Map.of("OPT-14", "NONE");

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;
    private String kofi;

    /** With one name shown, within what is allowed. */
    private Answer named;

    /** With nobody named. */
    private Answer unnamed;

    /** With somebody who is not cleared. */
    private Answer refused;

    @BeforeEach
    void aSchoolThatHasAskedThreeTimes() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        kofi = school.child("Kofi", "Ansah", "Ash");
        assertThat(school.answers(mia, "Dana Thompson", "TAKING=YES", "SOCIAL_MEDIA=YES")
                        .status())
                .isEqualTo(201);
        Map<String, Object> question = School.question(facebook, mia);
        question.put("names", List.of(Map.of("subjectId", mia, "form", "FIRST_ONLY")));
        named = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        unnamed = school.ask(facebook, mia);
        refused = school.ask(facebook, mia, kofi);
        assertThat(verdict(named)).isEqualTo("NEEDS_ACTION");
        assertThat(verdict(unnamed)).isEqualTo("NEEDS_ACTION");
        assertThat(verdict(refused)).isEqualTo("DENY");
    }

    @Test
    void theSameOptionsChangeNothing() {
        JsonNode rehearsal = rehearse(AS_IT_IS).body();
        assertThat(rehearsal.path("decisions").asInt()).isEqualTo(3);
        assertThat(rehearsal.path("differently").asInt()).isZero();
        assertThat(rehearsal.path("otherwise").asInt()).isZero();
        assertThat(rehearsal.path("unreadable").asInt()).isZero();
        assertThat(rehearsal.path("more").asBoolean()).isFalse();
        assertThat(rehearsal.path("examples")).isEmpty();
        assertThat(outcomes(rehearsal)).containsExactly("NEEDS_ACTION>NEEDS_ACTION 2", "DENY>DENY 1");
    }

    @Test
    void aValueThatForbidsOneOfThemChangesExactlyThatOne() {
        JsonNode rehearsal = rehearse(NO_NAMES).body();
        assertThat(rehearsal.path("differently").asInt()).isEqualTo(1);
        assertThat(outcomes(rehearsal))
                .containsExactly("NEEDS_ACTION>NEEDS_ACTION 1", "NEEDS_ACTION>DENY 1", "DENY>DENY 1");
        assertThat(rehearsal.path("examples")).hasSize(1);
        JsonNode example = rehearsal.path("examples").get(0);
        assertThat(example.path("decisionId").asString()).isEqualTo(named.id());
        assertThat(example.path("before").path("sentence").asString())
                .isEqualTo(named.body().path("sentence").asString());
        assertThat(example.path("after").path("verdict").asString()).isEqualTo("DENY");
        assertThat(example.path("after").path("sentence").asString())
                .isEqualTo("No. A name is shown further than this setting allows.");
    }

    @Test
    void anOptionTakenBackLeavesTheVerdictAndChangesWhatIsFound() {
        JsonNode rehearsal = rehearse(Collections.singletonMap("OPT-14", null)).body();
        assertThat(rehearsal.path("differently").asInt()).isZero();
        assertThat(rehearsal.path("otherwise").asInt()).isEqualTo(3);
    }

    @Test
    void restsOnTheFactsOfThenAndNotOnThoseOfNow() {
        Map<String, Object> form = School.form("Dana Thompson", "YES", "SOCIAL_MEDIA=NO");
        form.put("signedOn", School.today());
        calls.post("/api/media/subjects/" + mia + "/consents", school.as("SETTING_HEAD"), form);
        school.answers(kofi, "Ama Ansah", "TAKING=YES", "SOCIAL_MEDIA=YES");
        assertThat(verdict(school.ask(facebook, mia))).isEqualTo("DENY");

        assertThat(outcomes(rehearse(AS_IT_IS).body())).containsExactly("NEEDS_ACTION>NEEDS_ACTION 2", "DENY>DENY 2");
    }

    @Test
    void goesByTheRulesThatGaveTheAnswer() {
        Map<String, Object> question = School.question(facebook, mia);
        question.put("caption", "Sports day");
        Answer worded = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(rehearse(AS_IT_IS).body().path("otherwise").asInt()).isZero();

        // By the first rules a text without a full name passed.
        database.change("UPDATE decision SET rule_set = '2026-11-1' WHERE id = '" + worded.id() + "'");
        assertThat(rehearse(AS_IT_IS).body().path("otherwise").asInt()).isEqualTo(1);

        database.change("UPDATE decision SET rule_set = 'none of ours' WHERE id = '" + worded.id() + "'");
        database.change("UPDATE decision SET facts = '{}' WHERE id = '" + refused.id() + "'");
        JsonNode rehearsal = rehearse(AS_IT_IS).body();
        assertThat(rehearsal.path("decisions").asInt()).isEqualTo(2);
        assertThat(rehearsal.path("unreadable").asInt()).isEqualTo(2);
    }

    @Test
    void looksNinetyDaysBackAndNoFurther() {
        asked(named, 89);
        asked(refused, 91);
        JsonNode rehearsal = rehearse(NO_NAMES).body();
        assertThat(rehearsal.path("decisions").asInt()).isEqualTo(2);
        assertThat(rehearsal.path("differently").asInt()).isEqualTo(1);
        assertThat(rehearsal.path("more").asBoolean()).isFalse();
    }

    @Test
    void theNewestAreTheExamplesAndThereAreNoMoreThanTwenty() {
        copies(named, 160);
        JsonNode rehearsal = rehearse(NO_NAMES).body();
        assertThat(rehearsal.path("decisions").asInt()).isEqualTo(163);
        assertThat(rehearsal.path("differently").asInt()).isEqualTo(161);
        assertThat(rehearsal.path("examples")).hasSize(20);
        assertThat(rehearsal.path("examples").get(0).path("decisionId").asString())
                .isEqualTo(named.id());
        List<String> times = rehearsal
                .path("examples")
                .valueStream()
                .map(example -> example.path("askedAt").asString())
                .toList();
        assertThat(times).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void noMoreThanTwoThousandAreWorkedOutAndItSaysThatThereWereMore() {
        copies(unnamed, 2_100);
        JsonNode rehearsal = rehearse(AS_IT_IS).body();
        assertThat(rehearsal.path("decisions").asInt()).isBetween(1, 2_000);
        assertThat(rehearsal.path("more").asBoolean()).isTrue();
        assertThat(rehearsal.path("differently").asInt()).isZero();
    }

    @Test
    void nothingOfItIsKeptButThatItWasDone() {
        String kept = "SELECT (SELECT string_agg(md5(d::text), ',' ORDER BY id) FROM decision d)"
                + " || (SELECT string_agg(md5(o::text), ',' ORDER BY group_id, setting_id) FROM options_in_force o)"
                + " || (SELECT count(*) FROM outbox)";
        String before = database.ask(kept);
        rehearse(NO_NAMES);
        assertThat(database.ask(kept)).isEqualTo(before);
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'options.rehearsed' AND setting_id = '"
                        + school.setting + "'"))
                .isEqualTo("1");
    }

    @Test
    void aGroupAdminReadsHowManyAndNotWhich() {
        TestTokens admin = TestTokens.person(school.group, School.OTHERS).post("GROUP_ADMIN", null);
        JsonNode rehearsal = rehearse(admin, NO_NAMES).body();
        assertThat(rehearsal.path("differently").asInt()).isEqualTo(1);
        assertThat(rehearsal.path("examples").isNull()).isTrue();
        assertThat(rehearsal.toString()).doesNotContain("Mia").doesNotContain(named.id());
    }

    @Test
    void theDecisionsOfOneSettingAloneAreRehearsed() {
        database.change(
                "UPDATE decision SET setting_id = '" + UUID.randomUUID() + "' WHERE id = '" + refused.id() + "'");
        assertThat(outcomes(rehearse(AS_IT_IS).body())).containsExactly("NEEDS_ACTION>NEEDS_ACTION 2");
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        Answer unknown = rehearse(Map.of("OPT-99", "NONE"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("kit.unknown-field");
        assertThat(unknown.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/options/OPT-99");
        Answer wrong = rehearse(Map.of("OPT-14", "FULL"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/options/OPT-14");
        assertThat(rehearse(Map.of()).status()).isEqualTo(422);
        for (String body :
                List.of("{}", "{\"options\": null}", "{\"options\": []}", "{\"options\": {}, \"days\": 9}")) {
            assertThat(calls.post(school.path("/rehearsals"), school.as("SETTING_HEAD"), body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    private Answer rehearse(Map<String, String> options) {
        return rehearse(school.as("SETTING_HEAD"), options);
    }

    private Answer rehearse(TestTokens caller, Map<String, String> options) {
        return calls.post(school.path("/rehearsals"), caller, Map.of("options", options));
    }

    private void asked(Answer decision, int daysAgo) {
        database.change("UPDATE decision SET asked_at = now() - interval '" + daysAgo + " days' WHERE id = '"
                + decision.id() + "'");
    }

    /** The same decision again and again, each asked a second before the last. */
    private void copies(Answer decision, int copies) {
        database.change("INSERT INTO decision (group_id, id, setting_id, account_id, asked_by, asked_at, planned_for,"
                + " verdict, rule_set, request, facts, answer)"
                + " SELECT group_id, gen_random_uuid(), setting_id, account_id, asked_by,"
                + " asked_at - n * interval '1 second', planned_for, verdict, rule_set, request, facts, answer"
                + " FROM decision, generate_series(1, " + copies + ") n WHERE id = '" + decision.id() + "'");
    }

    private static String verdict(Answer decision) {
        assertThat(decision.status()).as(decision.text()).isEqualTo(200);
        return decision.body().path("verdict").asString();
    }

    private static List<String> outcomes(JsonNode rehearsal) {
        return rehearsal
                .path("outcomes")
                .valueStream()
                .map(outcome -> outcome.path("before").asString() + ">"
                        + outcome.path("after").asString() + " "
                        + outcome.path("count").asInt())
                .toList();
    }
}
