package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Tag("R-14")
@Tag("R-15")
@Tag("R-16")
class ConsentIT {

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

    @BeforeEach
    void aSchoolWithAChild() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
    }

    @Test
    @Tag("MED-04")
    @Tag("MED-05")
    @Tag("MED-12")
    void eachPurposeIsAnsweredForItself() {
        Answer recorded = school.answers(mia, "Dana Thompson", "TAKING=YES", "WEBSITE=YES", "DISPLAY=NO");
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        assertThat(states(recorded)).containsExactly("ACTIVE", "ACTIVE", "REFUSED");
        JsonNode purposes = purposes();
        assertThat(purposes.path("TAKING").asString()).isEqualTo("CLEARED");
        assertThat(purposes.path("WEBSITE").asString()).isEqualTo("CLEARED");
        assertThat(purposes.path("DISPLAY").asString()).isEqualTo("NOT_CLEARED");
        assertThat(purposes.path("SOCIAL_MEDIA").asString()).isEqualTo("NOT_ASKED");
        assertThat(purposes.has("FULL_NAME")).isFalse();
    }

    @Test
    @Tag("MED-01")
    void aYesWithoutItsEvidenceWaits() {
        for (String missing : List.of("formVersion", "signedOn", "keptAt")) {
            Map<String, Object> form = School.form("Dana Thompson", "YES", "WEBSITE=YES");
            form.remove(missing);
            assertThat(states(record(form))).containsExactly("PENDING");
        }
        assertThat(states(record(School.form("Dana Thompson", "NO", "WEBSITE=YES"))))
                .containsExactly("PENDING");
        assertThat(states(record(School.form("Sam Reed", "UNKNOWN", "WEBSITE=YES"))))
                .containsExactly("PENDING");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(states(record(School.form("Dana Thompson", "YES", "WEBSITE=YES"))))
                .containsExactly("ACTIVE");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-19")
    void aNoOfOneGiverWinsAndOnlyAFullYesOfTheSameGiverReplacesIt() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        school.answers(mia, "Lee Thompson", "WEBSITE=NO");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");

        Map<String, Object> half = School.form("Lee Thompson", "YES", "WEBSITE=YES");
        half.remove("keptAt");
        Answer refused = record(half);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/answers/0");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");

        school.answers(mia, "Lee Thompson", "WEBSITE=YES");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    void whoTurnsOutNotToBeResponsibleClearsNothingAnyMore() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES", "PRINT=YES");
        record(School.form("Dana Thompson", "NO", "DISPLAY=YES"));
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(purposes().path("PRINT").asString()).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("SEC-03")
    void historyIsKeptNewestFirst() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        school.answers(mia, "Dana Thompson", "WEBSITE=NO");
        Answer again = school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        String consent = again.body().path("items").get(0).path("id").asString();
        calls.post("/api/media/consents/" + consent + "/withdrawal", school.as("DSL"), "");

        JsonNode rows = calls.get("/api/media/subjects/" + mia + "/consents", school.as("SLT"))
                .body()
                .path("items");
        assertThat(rows.valueStream().map(row -> row.path("state").asString()))
                .containsExactly("WITHDRAWN", "SUPERSEDED", "SUPERSEDED");
        assertThat(rows.get(0).path("giver").path("name").asString()).isEqualTo("Dana Thompson");
        assertThat(rows.get(0).path("keptAt").asString()).isEqualTo("Office, file 3");
        assertThat(database.ask("SELECT count(*) FROM giver WHERE group_id = '" + school.group + "'"))
                .isEqualTo("1");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'consent.read' AND group_id = '"
                        + school.group + "'"))
                .isEqualTo("1");
    }

    @Test
    void aYesIsWithdrawnOnceAndANoNever() {
        Answer given = school.answers(mia, "Dana Thompson", "WEBSITE=YES", "PRINT=NO");
        String yes = given.body().path("items").get(0).path("id").asString();
        String no = given.body().path("items").get(1).path("id").asString();
        Answer withdrawn = withdraw(yes);
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().path("state").asString()).isEqualTo("WITHDRAWN");
        for (String consent : List.of(yes, no)) {
            assertThat(withdraw(consent).status()).isEqualTo(409);
            assertThat(withdraw(consent).code()).isEqualTo("media.nothing-to-withdraw");
        }
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(withdraw(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void nobodySaysWhenAnAnswerTakesEffect() {
        for (String field : List.of("recordedAt", "validFrom", "state", "effectiveFrom", "recordedBy")) {
            Map<String, Object> form = School.form("Dana Thompson", "YES", "WEBSITE=YES");
            form.put(field, "2020-01-01T00:00:00Z");
            assertThat(record(form).status()).isEqualTo(400);
        }
        Map<String, Object> future = School.form("Dana Thompson", "YES", "WEBSITE=YES");
        future.put("signedOn", "2999-01-01");
        Answer refused = record(future);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/signedOn");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Map<String, Object> form = new HashMap<>();
        form.put("giver", Map.of("name", "", "type", "ADULT_SELF", "email", "nowhere", "responsibility", "YES"));
        form.put(
                "answers",
                List.of(
                        Map.of("purpose", "WEBSITE", "channel", "FACEBOOK", "answer", "YES"),
                        Map.of("purpose", "PRINT"),
                        Map.of("purpose", "PRINT", "answer", "NO")));
        Answer refused = record(form);
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "/giver/name",
                        "/giver/type",
                        "/giver/email",
                        "/answers/0/channel",
                        "/answers/1/answer",
                        "/answers/2");
    }

    @Test
    @Tag("MED-06")
    @Tag("R-17")
    void aFullNameIsAPermissionOfItsOwn() {
        school.answers(mia, "Dana Thompson", "SOCIAL_MEDIA=YES");
        Map<String, Object> question = School.question(facebook, mia);
        question.put("names", List.of(Map.of("subjectId", mia, "form", "FULL")));
        Answer without = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(without.body().path("verdict").asString()).isEqualTo("DENY");
        school.answers(mia, "Dana Thompson", "FULL_NAME=YES");
        Answer with = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(with.body().path("verdict").asString()).isEqualTo("NEEDS_ACTION");
        assertThat(with.body().path("people").get(0).path("showAs").asString()).isEqualTo("Mia Thompson");
    }

    @Test
    @Tag("MED-07")
    void staffAnswerForThemselves() {
        String lena = calls.post(
                        school.path("/subjects"),
                        school.as("SETTING_HEAD"),
                        Map.of("kind", "STAFF", "firstName", "Lena", "surname", "Moss"))
                .id();
        Map<String, Object> form = School.form("Lena Moss", "UNKNOWN", "SOCIAL_MEDIA=YES");
        form.put("giver", Map.of("name", "Lena Moss", "type", "ADULT_SELF", "responsibility", "UNKNOWN"));
        Answer recorded = calls.post("/api/media/subjects/" + lena + "/consents", school.as("DSL"), form);
        assertThat(states(recorded)).containsExactly("ACTIVE");
        assertThat(school.ask(facebook, lena).body().path("verdict").asString()).isEqualTo("NEEDS_ACTION");
    }

    @Test
    void consentsEndWhenTheirTimeIsUp() {
        school.answers(mia, "Dana Thompson", "SOCIAL_MEDIA=YES");
        database.change(
                "UPDATE consent SET valid_until = now() + interval '10 days' WHERE group_id = '" + school.group + "'");
        Map<String, Object> question = School.question(facebook, mia);
        assertThat(verdict(question)).isEqualTo("NEEDS_ACTION");
        question.put(
                "plannedFor",
                java.time.Instant.now().plus(java.time.Duration.ofDays(11)).toString());
        assertThat(verdict(question)).isEqualTo("DENY");
    }

    @Test
    void twentyFormsAtOnceLeaveOneAnswerStanding() throws Exception {
        try (ExecutorService desks = Executors.newFixedThreadPool(20)) {
            List<Callable<Answer>> entering = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String answer = i % 2 == 0 ? "WEBSITE=YES" : "WEBSITE=NO";
                entering.add(() -> school.answers(mia, "Dana Thompson", answer));
            }
            for (Future<Answer> entered : desks.invokeAll(entering)) {
                assertThat(entered.get().status()).as(entered.get().text()).isEqualTo(201);
            }
        }
        assertThat(database.ask("SELECT count(*) FROM consent WHERE superseded_at IS NULL AND group_id = '"
                        + school.group + "'"))
                .isEqualTo("1");
        assertThat(database.ask("SELECT version FROM subject WHERE id = '" + mia + "'"))
                .isEqualTo("21");
    }

    private String verdict(Map<String, Object> question) {
        return calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                .body()
                .path("verdict")
                .asString();
    }

    private Answer record(Map<String, Object> form) {
        return calls.post("/api/media/subjects/" + mia + "/consents", school.as("SETTING_HEAD"), form);
    }

    private Answer withdraw(String consent) {
        return calls.post("/api/media/consents/" + consent + "/withdrawal", school.as("SETTING_HEAD"), "");
    }

    private JsonNode purposes() {
        return calls.get("/api/media/subjects/" + mia, school.as("CONTRIBUTOR"))
                .body()
                .path("purposes");
    }

    private static List<String> states(Answer recorded) {
        return recorded.body()
                .path("items")
                .valueStream()
                .map(row -> row.path("state").asString())
                .toList();
    }

    @Test
    @Tag("MED-11")
    @Tag("MED-19")
    void aFormSignedBeforeANoDoesNotReplaceIt() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        assertThat(record(signed("2026-09-20", "WEBSITE=NO")).status()).isEqualTo(201);
        Answer refused = record(signed("2026-09-10", "PRINT=YES", "WEBSITE=YES"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("media.later-no");
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/answers/1");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(purposes().path("PRINT").asString())
                .as("all of a form or nothing")
                .isEqualTo("NOT_ASKED");
        // An older no does not hide the later one.
        assertThat(record(signed("2026-09-05", "WEBSITE=NO")).status()).isEqualTo(201);
        assertThat(record(signed("2026-09-10", "WEBSITE=YES")).status()).isEqualTo(409);

        assertThat(record(signed("2026-09-21", "WEBSITE=YES")).status()).isEqualTo(201);
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-11")
    void aNoWithoutADayWasSaidWhenItWasEntered() {
        Map<String, Object> no = School.form("Dana Thompson", "YES", "WEBSITE=NO");
        no.remove("signedOn");
        assertThat(record(no).status()).isEqualTo(201);
        assertThat(school.answers(mia, "Dana Thompson", "WEBSITE=YES").code()).isEqualTo("media.later-no");
        assertThat(record(signed(School.today(), "WEBSITE=YES")).status()).isEqualTo(201);
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-11")
    void aFormSignedBeforeAWithdrawalDoesNotUndoIt() {
        Answer given = school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        withdraw(given.body().path("items").get(0).path("id").asString());
        assertThat(school.answers(mia, "Dana Thompson", "WEBSITE=YES").code()).isEqualTo("media.later-no");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(record(signed(School.today(), "WEBSITE=YES")).status()).isEqualTo(201);
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    /** Two yeses and two noes of four days in each of the 24 orders in which their forms can be entered. */
    @Test
    @Tag("MED-19")
    void inNoOrderDoesAYesReplaceALaterNo() {
        List<String> forms = List.of("2026-09-01 YES", "2026-09-02 NO", "2026-09-03 YES", "2026-09-04 NO");
        int child = 0;
        for (List<String> order : orders(forms)) {
            String subject = school.child("Child" + child++, "Lind", "Oak");
            String latestNo = "";
            boolean standing = false;
            for (String form : order) {
                String[] parts = form.split(" ");
                Map<String, Object> sent = signed(parts[0], "WEBSITE=" + parts[1]);
                Answer answer = calls.post("/api/media/subjects/" + subject + "/consents", school.as("DSL"), sent);
                boolean tooOld = parts[1].equals("YES") && parts[0].compareTo(latestNo) < 0;
                assertThat(answer.status()).as("%s in %s", form, order).isEqualTo(tooOld ? 409 : 201);
                if (parts[1].equals("NO") && parts[0].compareTo(latestNo) > 0) {
                    latestNo = parts[0];
                }
                standing = tooOld ? standing : parts[1].equals("YES");
                boolean cleared = calls.get("/api/media/subjects/" + subject, school.as("CONTRIBUTOR"))
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .asString()
                        .equals("CLEARED");
                assertThat(cleared).as("%s in %s", form, order).isEqualTo(standing);
            }
        }
    }

    @Test
    @Tag("MED-13")
    void aYesWhoseTimeIsUpIsClearedOnNoList() {
        school.answers(mia, "Dana Thompson", "WEBSITE=YES");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("CLEARED");
        database.change("UPDATE consent SET valid_until = now() WHERE group_id = '" + school.group + "'");
        assertThat(purposes().path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(calls.get("/api/media/subjects/" + mia + "/consents", school.as("DSL"))
                        .body()
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-4800-01-01T00:00:00Z", "yesterday"})
    void aPlaceInTheListThatNoRowCanHaveIsMalformed(String moment) {
        String after = Base64.getUrlEncoder()
                .encodeToString((moment + "\u001f" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        Answer refused = calls.get("/api/media/subjects/" + mia + "/consents?after=" + after, school.as("DSL"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/after");
    }

    @Test
    void aGapInAListIsMalformed() {
        Map<String, Object> form = School.form("Dana Thompson", "YES");
        form.put("answers", java.util.Arrays.asList(Map.of("purpose", "PRINT", "answer", "NO"), null));
        Answer refused = record(form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/answers/1");
    }

    private static Map<String, Object> signed(String on, String... answers) {
        Map<String, Object> form = School.form("Dana Thompson", "YES", answers);
        form.put("signedOn", on);
        return form;
    }

    private static List<List<String>> orders(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new java.util.ArrayList<>();
        for (String first : of) {
            List<String> others = new java.util.ArrayList<>(of);
            others.remove(first);
            for (List<String> rest : orders(others)) {
                List<String> order = new java.util.ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }
}
