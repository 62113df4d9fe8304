package org.clearpost.media.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
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
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-10")
class PostingIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;
    private String kofi;

    @BeforeEach
    void aSchoolWithTwoClearedChildren() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = cleared("Mia", "Thompson");
        kofi = cleared("Kofi", "Ansah");
    }

    @Test
    @Tag("PST-27")
    void keepsWhoPostedWhatWhereAndWithWhom() {
        Answer asked = ask(mia, kofi);
        Answer posted = post(asked);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        assertThat(posted.body().path("how").asString()).isEqualTo("REGISTERED");
        assertThat(posted.body().path("postedBy").asString()).isEqualTo(School.CONTRIBUTOR.toString());
        assertThat(posted.body().path("people")).hasSize(2);
        assertThat(posted.body().path("checkedOutside").toString()).contains("PST-03");
        assertThat(posted.text()).doesNotContain("\"version\"");
        assertThat(database.ask(
                        "SELECT string_agg(p.version || ' ' || (p.version = s.version), ',') FROM published_person p"
                                + " JOIN subject s ON s.id = p.subject_id WHERE p.item_id = '" + posted.id() + "'"))
                .isEqualTo("2 true,2 true");

        Answer again = post(asked);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("media.already-registered");
        assertThat(calls.get("/api/media/decisions/" + asked.id() + "/posted", school.as("DSL"))
                        .id())
                .isEqualTo(posted.id());
        assertThat(calls.get(school.path("/published"), school.as("MODERATOR"))
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aRepeatedKeyRegistersOnce() {
        Answer asked = ask(mia);
        String key = UUID.randomUUID().toString();
        Object body = posted(address(), open(asked));
        String path = "/api/media/decisions/" + asked.id() + "/posted";
        Answer first = calls.post(path, school.as("CONTRIBUTOR"), key, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(calls.post(path, school.as("CONTRIBUTOR"), key, body).text()).isEqualTo(first.text());
    }

    @Test
    void whatIsNotCheckedHereMustBeTickedAsCheckedOutside() {
        Answer asked = ask(mia);
        List<String> allButOne = open(asked);
        allButOne.remove("PST-03");
        Answer refused = post(asked, posted(address(), allButOne));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("media.not-to-be-posted");
        assertThat(refused.body().path("present").path("verdict").asString()).isEqualTo("NEEDS_ACTION");
        assertThat(items()).isEqualTo("0");
    }

    @Test
    void aRuleThatFailsOrIsUnansweredCannotBeTickedAway() {
        String ines = school.child("Ines", "Moss", "Oak");
        Answer denied = ask(mia, ines);
        List<String> everyRule = new ArrayList<>();
        denied.body()
                .path("rules")
                .forEach(rule -> everyRule.add(rule.path("rule").asString()));
        assertThat(post(denied, posted(address(), everyRule)).status()).isEqualTo(409);

        Map<String, Object> uncounted = School.complete(facebook, mia);
        uncounted.put("picture", school.picture());
        uncounted.remove("headcount");
        Answer unanswered = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), uncounted);
        assertThat(post(unanswered, posted(address(), everyRule)).status()).isEqualTo(409);
        assertThat(items()).isEqualTo("0");
    }

    @Test
    @Tag("GW-03")
    void nothingIsRegisteredWhileSomethingCannotBeAsked() {
        Answer asked = ask(mia);
        neighbours.policies().silent(true);
        try {
            clock.moveOn(Duration.ofSeconds(40));
            List<String> ticked = open(asked);
            ticked.addAll(List.of("GW-03", "PST-06", "MED-21"));
            Answer refused = post(asked, posted(address(), ticked));
            assertThat(refused.status()).as(refused.text()).isIn(409, 503);
            assertThat(items()).isEqualTo("0");
        } finally {
            neighbours.policies().silent(false);
            await().untilAsserted(() -> assertThat(school.ask(facebook, mia).text())
                    .doesNotContain("GW-03")
                    .contains("ruleSet"));
        }
    }

    @Test
    void theAddressIsOneOfTheAccounts() {
        Answer asked = ask(mia);
        for (String address : List.of(
                "https://facebook.example.evil.example/1", "ftp://facebook.example/1", "javascript:alert(1)", "")) {
            Answer refused = post(asked, posted(address, open(asked)));
            assertThat(refused.status()).as(address).isEqualTo(422);
            assertThat(refused.text()).contains("/address");
        }
    }

    @Test
    @Tag("MED-11")
    void aWithdrawalBetweenAskingAndPostingIsSeen() {
        Answer asked = ask(mia, kofi);
        withdraw(kofi);
        Answer refused = post(asked);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("present").path("verdict").asString()).isEqualTo("DENY");
        assertThat(refused.body()
                        .path("present")
                        .path("people")
                        .get(1)
                        .path("outcome")
                        .asString())
                .isEqualTo("NOT_CLEARED");
        assertThat(refused.text()).doesNotContain("WITHDRAWN");
        assertThat(items()).isEqualTo("0");

        Answer out = calls.post(
                "/api/media/decisions/" + asked.id() + "/already-out",
                school.as("CONTRIBUTOR"),
                Map.of("address", address()));
        assertThat(out.status()).as(out.text()).isEqualTo(201);
        JsonNode takedown = takedowns("OPEN").get(0);
        assertThat(takedown.path("id").asString())
                .isEqualTo(out.body().path("openTakedown").asString());
        assertThat(takedown.path("cause").asString()).isEqualTo("OUT_UNCHECKED");
        assertThat(takedown.path("people").toString()).isEqualTo("[\"Kofi Ansah\"]");
    }

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
        clock.moveOn(Duration.ofHours(25));
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
    @Tag("MED-13")
    void aHoldOnSomebodyRefusedAnywayTellsNobodyAnything() {
        school.answers(kofi, "Kofi's mother", "SOCIAL_MEDIA=NO");
        ask(kofi);
        calls.post("/api/media/subjects/" + kofi + "/hold", school.as("DSL"), Map.of("reason", "Court order"));
        assertThat(notices().path("unseen").asInt()).isZero();
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

    @Test
    @Tag("PST-27")
    void isDoneOnlyWithProof() {
        post(ask(mia));
        withdraw(mia);
        String path =
                "/api/media/takedowns/" + takedowns("OPEN").get(0).path("id").asString();
        String now = clock.instant().toString();
        for (Map<String, Object> proof : List.<Map<String, Object>>of(
                Map.of("how", "SCREENSHOT", "proof", "Folder 3"),
                Map.of("seenGoneAt", now, "how", "SCREENSHOT"),
                Map.of("seenGoneAt", now, "proof", "Folder 3"),
                Map.of("seenGoneAt", "2026-01-01T00:00:00Z", "how", "SCREENSHOT", "proof", "Folder 3"),
                Map.of(
                        "seenGoneAt",
                        clock.instant().plusSeconds(600).toString(),
                        "how",
                        "SCREENSHOT",
                        "proof",
                        "Folder 3"))) {
            assertThat(calls.post(path + "/done", school.as("CONTRIBUTOR"), proof)
                            .status())
                    .isEqualTo(422);
        }
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
        clock.moveOn(Duration.ofDays(15));
        await().untilAsserted(() -> assertThat(school.ask(facebook, mia).text())
                .doesNotContain("GW-03")
                .contains("ruleSet"));
        withdraw(kofi);
        assertThat(notices().path("items")).isEmpty();
    }

    /** Fails without FOR SHARE in {@link PostRepository#lock}. */
    @Test
    @Tag("MED-11")
    void waitsForAWithdrawalThatIsUnderWay() throws Exception {
        Answer asked = ask(mia);
        Answer posted;
        try (Connection withdrawing = database.connect("postgres");
                Statement sql = withdrawing.createStatement()) {
            withdrawing.setAutoCommit(false);
            sql.executeUpdate("UPDATE subject SET version = version + 1 WHERE id = '" + mia + "'");
            sql.executeUpdate(
                    "UPDATE consent SET state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by = recorded_by,"
                            + " revision = revision + 1 WHERE subject_id = '" + mia + "'");
            CompletableFuture<Answer> posting = CompletableFuture.supplyAsync(() -> post(asked));
            await().until(() -> posting.isDone()
                    || database.ask("SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                            .equals("t"));
            withdrawing.commit();
            posted = posting.get();
        }
        assertThat(posted.status()).as(posted.text()).isEqualTo(409);
        assertThat(items()).isEqualTo("0");
    }

    @Test
    @Tag("MED-11")
    void ofAPostAndAWithdrawalAtOnceNeitherMissesTheOther() throws Exception {
        int rounds = 30;
        int registered = 0;
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < rounds; i++) {
                String child = cleared("Child" + i, "Lind");
                Answer asked = ask(child);
                String consent = social(child);
                Future<Answer> posting = callers.submit(() -> post(asked));
                Future<Answer> withdrawing = callers.submit(() ->
                        calls.post("/api/media/consents/" + consent + "/withdrawal", school.as("SETTING_HEAD"), ""));
                assertThat(withdrawing.get().status()).isEqualTo(200);
                if (posting.get().status() == 201) {
                    registered++;
                } else {
                    assertThat(posting.get().code()).isEqualTo("media.not-to-be-posted");
                }
                assertThat(post(asked).status()).isEqualTo(409);
            }
        }
        assertThat(items()).isEqualTo(Integer.toString(registered));
        assertThat(takedowns("OPEN")).hasSize(registered);
    }

    @Test
    void aYearLaterTheAnswerReplaysToTheByte() {
        Answer asked = ask(mia, kofi);
        withdraw(kofi);
        clock.moveOn(Duration.ofDays(365));
        String path = "/api/media/decisions/" + asked.id();
        assertThat(calls.get(path, school.as("CONTRIBUTOR")).text()).isEqualTo(asked.text());
        JsonNode replay = calls.get(path + "/replay", school.as("SETTING_HEAD")).body();
        assertThat(replay.path("mismatches")).isEmpty();
        assertThat(replay.path("same").asBoolean()).isTrue();
        assertThat(replay.path("ruleSet").asString())
                .isEqualTo(asked.body().path("ruleSet").asString());
    }

    @Test
    void aReplayNamesWhatWasTamperedWith() {
        for (Map.Entry<String, String> tampering : Map.of(
                        "facts", "replace(facts, 'ACTIVE', 'PENDING')",
                        "request", "replace(request, '\"headcount\":1', '\"headcount\":2')",
                        "answer", "replace(answer, 'Not yet', 'Yes now')")
                .entrySet()) {
            Answer asked = ask(mia);
            database.change("UPDATE decision SET " + tampering.getKey() + " = " + tampering.getValue() + " WHERE id = '"
                    + asked.id() + "'");
            JsonNode replay = replay(asked);
            assertThat(replay.path("same").asBoolean()).isFalse();
            String part = tampering.getKey().equals("request")
                    ? "QUESTION"
                    : tampering.getKey().toUpperCase(java.util.Locale.ROOT);
            assertThat(replay.path("mismatches").toString())
                    .contains("\"part\":\"" + part + "\"")
                    .contains("\"part\":\"ANSWER\"");
        }
    }

    @Test
    void aReplayNamesARowThatIsNotWhatWasRead() {
        Answer asked = ask(mia);
        String consent = social(mia);
        database.change("UPDATE consent SET purpose = 'PRESS', channel = NULL WHERE id = '" + consent + "'");
        assertThat(replay(asked).path("mismatches").toString()).contains("/consents/" + consent);
    }

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

    private String cleared(String first, String surname) {
        String child = school.child(first, surname, "Ash");
        Answer given = school.answers(child, first + "'s mother", "TAKING=YES", "SOCIAL_MEDIA=YES", "WEBSITE=YES");
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        return child;
    }

    private Answer ask(String... people) {
        Answer asked = school.askCompletely(facebook, people);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    private Answer post(Answer asked) {
        return post(asked, posted(address(), open(asked)));
    }

    private Answer post(Answer asked, Object body) {
        return calls.post("/api/media/decisions/" + asked.id() + "/posted", school.as("CONTRIBUTOR"), body);
    }

    private static String address() {
        return "https://www.facebook.example/posts/" + UUID.randomUUID();
    }

    private static Map<String, Object> posted(String address, List<String> checkedOutside) {
        return Map.of("address", address, "checkedOutside", checkedOutside);
    }

    private static List<String> open(Answer asked) {
        List<String> open = new ArrayList<>();
        asked.body().path("rules").forEach(rule -> {
            if (rule.path("result").asString().equals("NOT_CHECKED")) {
                open.add(rule.path("rule").asString());
            }
        });
        return open;
    }

    private String social(String child) {
        return database.ask("SELECT id FROM consent WHERE subject_id = '" + child
                + "' AND purpose = 'SOCIAL_MEDIA' AND superseded_at IS NULL");
    }

    private void withdraw(String child) {
        Answer withdrawn =
                calls.post("/api/media/consents/" + social(child) + "/withdrawal", school.as("SETTING_HEAD"), "");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    }

    private JsonNode takedowns(String state) {
        return calls.get(school.path("/takedowns?limit=200&state=" + state), school.as("CONTRIBUTOR"))
                .body()
                .path("items");
    }

    private JsonNode notices() {
        return calls.get("/api/media/notices", school.as("CONTRIBUTOR")).body();
    }

    private JsonNode replay(Answer asked) {
        return calls.get("/api/media/decisions/" + asked.id() + "/replay", school.as("DSL"))
                .body();
    }

    /** All of a takedown but its ids, its times and the name. */
    private String shape(JsonNode takedown, String name) {
        ObjectNode shape = (ObjectNode) json.readTree(takedown.toString());
        for (String own : List.of("id", "itemId", "decisionId", "address", "openedAt", "dueAt", "postedAt")) {
            shape.put(own, "");
        }
        return shape.toString().replace(name, "somebody");
    }

    private String items() {
        return database.ask("SELECT count(*) FROM published_item WHERE group_id = '" + school.group + "'");
    }

    private String decisions() {
        return database.ask("SELECT count(*) FROM decision WHERE group_id = '" + school.group + "'");
    }
}
