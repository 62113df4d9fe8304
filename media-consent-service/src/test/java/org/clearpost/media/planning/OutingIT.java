package org.clearpost.media.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.deciding.StatementLog;
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
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Import({MovableClock.Set.class, StatementLog.Set.class})
@Tag("MED-16")
class OutingIT {

    private static final String[] YES = {"TAKING=YES", "WEBSITE=YES", "SOCIAL_MEDIA=YES"};

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    StatementLog statements;

    private Calls calls;
    private School school;
    private String facebook;
    private LocalDate day;

    @BeforeEach
    void aSchoolThatPlansAnOuting() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        day = LocalDate.parse(School.today()).plusDays(30);
    }

    @Test
    void saysWhoWillBeClearedOnThatDayOnThatChannel() {
        yes("Mia", "Ash");
        String leo = school.child("Leo", "Kent", "Ash");
        school.answers(leo, "Ivy Kent", "TAKING=YES", "WEBSITE=YES", "SOCIAL_MEDIA=NO");
        school.child("Ana", "Lind", "Ash");

        JsonNode plan = plan(day, "Ash").body();

        assertThat(plan.path("counts"))
                .isEqualTo(json("{\"cleared\": 1, \"notCleared\": 1, \"notAsked\": 1}"))
                .isEqualTo(plan.path("classes").get(0).path("counts"));
        assertThat(standings(plan)).isEqualTo(Map.of("Mia", "CLEARED", "Leo", "NOT_CLEARED", "Ana", "NOT_ASKED"));
        assertThat(plan.path("on").asString()).isEqualTo(day.toString());

        String website = school.account("WEBSITE", "LIVE");
        assertThat(standings(read(day, website, "CONTRIBUTOR", "Ash").body()))
                .isEqualTo(Map.of("Mia", "CLEARED", "Leo", "CLEARED", "Ana", "NOT_ASKED"));
    }

    @Test
    @Tag("MED-10")
    void consentThatWillHaveExpiredIsTakenAsOnThatDay() {
        String mia = yes("Mia", "Ash");
        yesUntilTheEndOf(day, mia);

        assertThat(standings(plan(day, "Ash").body())).isEqualTo(Map.of("Mia", "CLEARED"));
        assertThat(standings(plan(day.plusDays(1), "Ash").body())).isEqualTo(Map.of("Mia", "NOT_CLEARED"));
    }

    /** Whoever is named as cleared must still be so when the last picture of the day is posted. */
    @Test
    void consentThatExpiresInTheCourseOfTheDayDoesNotCount() {
        String mia = yes("Mia", "Ash");
        database.change("UPDATE consent SET valid_until = '"
                + day.atTime(LocalTime.NOON).atZone(CivilDay.ZONE).toOffsetDateTime() + "' WHERE subject_id = '" + mia
                + "'");

        assertThat(standings(plan(day.minusDays(1), "Ash").body())).isEqualTo(Map.of("Mia", "CLEARED"));
        assertThat(standings(plan(day, "Ash").body())).isEqualTo(Map.of("Mia", "NOT_CLEARED"));
    }

    @Test
    void whoeverWillHaveLeftIsNotCleared() {
        String mia = yes("Mia", "Ash");
        Answer ended = calls.post(
                "/api/media/subjects/" + mia + "/end",
                school.as("SETTING_HEAD"),
                Map.of("on", day.minusDays(1).toString()));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);

        assertThat(standings(plan(day.minusDays(1), "Ash").body())).isEqualTo(Map.of("Mia", "CLEARED"));
        assertThat(standings(plan(day, "Ash").body())).isEqualTo(Map.of("Mia", "NOT_CLEARED"));
    }

    @Test
    @Tag("MED-12")
    void aHoldLooksAsARefusalToTheByte() {
        String mia = yes("Mia", "Ash");
        calls.post("/api/media/subjects/" + mia + "/hold", school.as("DSL"), Map.of("reason", "Placed away"));
        String held = bytes();
        assertThat(held).contains("NOT_CLEARED");
        calls.post("/api/media/subjects/" + mia + "/hold/lifting", school.as("DSL"), Map.of("reason", "Back home"));
        String lifted = bytes();
        Map<String, Object> refusal = School.form("Mia's mother", "YES", "SOCIAL_MEDIA=NO");
        refusal.put("signedOn", School.today());
        assertThat(calls.post("/api/media/subjects/" + mia + "/consents", school.as("SETTING_HEAD"), refusal)
                        .status())
                .isEqualTo(201);

        assertThat(bytes()).isEqualTo(held).isNotEqualTo(lifted);
    }

    @Test
    void agreesWithTheDecisionOfThatDay() {
        String mia = yes("Mia", "Ash");
        String leo = yes("Leo", "Ash");
        yesUntilTheEndOf(day.minusDays(1), leo);
        String ana = school.child("Ana", "Lind", "Ash");
        String kofi = yes("Kofi", "Ash");
        calls.post("/api/media/subjects/" + kofi + "/hold", school.as("DSL"), Map.of("reason", "Placed away"));

        Map<String, Object> question = new HashMap<>(School.question(facebook, mia, leo, ana, kofi));
        question.put(
                "plannedFor",
                day.atTime(LocalTime.NOON).atZone(CivilDay.ZONE).toInstant().toString());
        JsonNode decision = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                .body();
        Map<String, String> decided = new HashMap<>();
        decision.path("people")
                .forEach(person -> decided.put(
                        person.path("name").asString().split(" ")[0],
                        person.path("outcome").asString()));

        assertThat(standings(plan(day, "Ash").body())).isEqualTo(decided).containsValues("CLEARED", "NOT_ASKED");
    }

    @Test
    void severalClassesAreListedApartAndThoseInNoClassToo() {
        yes("Mia", "Ash, upper");
        yes("Kofi", "Beech");
        yes("Ana", "Oak");
        assertThat(calls.post(
                                school.path("/subjects"),
                                school.as("SETTING_HEAD"),
                                Map.of("kind", "STAFF", "firstName", "Ida", "surname", "Moss"))
                        .status())
                .isEqualTo(201);

        JsonNode plan = plan(day, "Beech", "Ash, upper", "", "Elm").body();

        assertThat(plan.path("classes")
                        .valueStream()
                        .map(each -> each.path("name").asString("none")
                                + " "
                                + each.path("people").size()))
                .containsExactly("none 1", "Ash, upper 1", "Beech 1", "Elm 0");
        assertThat(standings(plan)).containsOnlyKeys("Ida", "Mia", "Kofi");
    }

    @Test
    void everybodyIsReadInOneStatement() {
        yes("Mia", "Ash");
        for (int i = 0; i < 20; i++) {
            school.child("Child" + i, "Lind", "Oak");
        }
        for (String[] classes : new String[][] {{"Ash"}, {"Ash", "Oak"}}) {
            statements.clear();
            plan(day, classes);
            assertThat(statements.mentioning("consent"))
                    .as("%d classes", classes.length)
                    .hasSize(1);
        }
    }

    @Test
    void aPlanWithoutASensibleDayOrClassIsRefusedFieldByField() {
        LocalDate today = LocalDate.parse(School.today());
        assertThat(pointers(plan(today.minusDays(1)))).containsExactlyInAnyOrder("/on", "/class");
        assertThat(pointers(plan(today.plusMonths(12).plusDays(1), "Ash"))).containsExactly("/on");
        assertThat(plan(today, "Ash").status()).isEqualTo(200);
        assertThat(plan(today.plusMonths(12), "Ash").status()).isEqualTo(200);
        String base = school.path("/outing?account=" + facebook + "&class=Ash");
        for (String wrong : List.of("", "&on=soon", "&on=2026-13-01")) {
            assertThat(calls.get(base + wrong, school.as("CONTRIBUTOR")).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void anAccountOfAnotherSettingIsAsUnknownAsNone() {
        UUID theirs = UUID.randomUUID();
        database.change(
                "INSERT INTO official_account (group_id, id, setting_id, platform, name, address, status) VALUES ('"
                        + school.group + "', '" + theirs + "', '" + UUID.randomUUID()
                        + "', 'FACEBOOK', 'Elm Road', 'https://elm.example/" + theirs + "', 'LIVE')");
        Answer foreign = read(day, theirs.toString(), "CONTRIBUTOR", "Ash");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text())
                .isEqualTo(read(day, UUID.randomUUID().toString(), "CONTRIBUTOR", "Ash")
                        .text());
    }

    @Test
    @Tag("SEC-13")
    void theTableToTakeAlongHoldsNoFormula() {
        String mia = school.child("=HYPERLINK(\"http://x.example\")", "+Thompson", "Ash");
        school.answers(mia, "Dana Thompson", YES);
        String path = address("/outing/export", day, facebook, "Ash");

        Answer table = calls.get(path, school.as("CONTRIBUTOR"));
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"outing-" + day + ".csv\"");
        assertThat(table.text())
                .contains("\"Ash\",\"'+Thompson\",\"'=HYPERLINK(\"\"http://x.example\"\")\",\"Cleared\"");
    }

    @Test
    void theTableIsRefusedToWhomeverThePageIs() {
        yes("Mia", "Ash");
        String path = address("/outing/export", day, facebook, "Ash");
        assertThat(calls.get(path, school.as("CONTRIBUTOR")).status()).isEqualTo(200);
        assertThat(calls.get(path, school.as("HR")).status()).isEqualTo(403);
        TestTokens elsewhere = TestTokens.person(school.group, School.OTHERS).post("CONTRIBUTOR", UUID.randomUUID());
        assertThat(calls.get(path, elsewhere).status()).isEqualTo(404);
        assertThat(database.ask("SELECT string_agg(action || ' ' || subject_type, ';') FROM audit_entry"
                        + " WHERE action LIKE 'outing.%' AND group_id = '" + school.group + "'"))
                .isEqualTo("outing.exported outing shown=1 by=class");
    }

    @Test
    void noMoreThanTwoThousandPeopleGoAtOnce() {
        database.change("INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name)"
                + " SELECT '" + school.group + "', gen_random_uuid(), '" + school.setting
                + "', 'CHILD', 'Child' || n, 'Lind', 'Ash' FROM generate_series(1, 2000) n");
        assertThat(plan(day, "Ash").body().path("counts").path("notAsked").asInt())
                .isEqualTo(2_000);
        school.child("Ana", "Lind", "Ash");
        assertThat(pointers(plan(day, "Ash"))).containsExactly("/class");
    }

    private String yes(String first, String className) {
        String child = school.child(first, "Thompson", className);
        assertThat(school.answers(child, first + "'s mother", YES).status()).isEqualTo(201);
        return child;
    }

    private void yesUntilTheEndOf(LocalDate last, String child) {
        database.change("UPDATE consent SET valid_until = '"
                + last.plusDays(1).atStartOfDay(CivilDay.ZONE).toOffsetDateTime() + "' WHERE subject_id = '" + child
                + "'");
    }

    private Answer plan(LocalDate on, String... classes) {
        return read(on, facebook, "CONTRIBUTOR", classes);
    }

    private Answer read(LocalDate on, String account, String role, String... classes) {
        return calls.get(address("/outing", on, account, classes), school.as(role));
    }

    private String address(String path, LocalDate on, String account, String... classes) {
        return school.path(path) + "?on=" + on + "&account=" + account
                + Arrays.stream(classes)
                        .map(name -> "&class=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    /** The plan's own bytes but for the time, page and table. */
    private String bytes() {
        return plan(day, "Ash").text().replaceAll("\"checkedAt\":\"[^\"]*\"", "")
                + calls.get(address("/outing/export", day, facebook, "Ash"), school.as("CONTRIBUTOR"))
                        .text();
    }

    private static Map<String, String> standings(JsonNode plan) {
        Map<String, String> standings = new HashMap<>();
        plan.path("classes").forEach(each -> each.path("people")
                .forEach(person -> standings.put(
                        person.path("firstName").asString(),
                        person.path("clearance").asString())));
        return standings;
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asString()));
        return pointers;
    }

    private static JsonNode json(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(text);
    }
}
