package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.model.Decision;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ClearpostTest
@Import({MovableClock.Set.class, StatementLog.Set.class})
@Tag("MED-09")
class DecisionIT {

    private static final String[] EVERYTHING = {"TAKING=YES", "WEBSITE=YES", "SOCIAL_MEDIA=YES"};

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    StatementLog statements;

    @Autowired
    JsonMapper json;

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;
    private String kofi;

    @BeforeEach
    void aSchoolWithTwoChildren() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        kofi = school.child("Kofi", "Ansah", "Beech");
        assertThat(school.answers(mia, "Dana Thompson", EVERYTHING).status()).isEqualTo(201);
    }

    @AfterEach
    void letTheFeedsSpeak() {
        neighbours.identity().silent(false);
        neighbours.policies().silent(false);
        await().untilAsserted(() -> assertThat(school.ask(facebook, mia).text())
                .doesNotContain("GW-03")
                .contains("ruleSet"));
    }

    @Test
    @Tag("MED-01")
    @Tag("PST-05")
    void saysWhoIsClearedAndWhatIsStillOpen() {
        JsonNode decision = school.ask(facebook, mia).body();
        assertThat(decision.path("verdict").asString()).isEqualTo("NEEDS_ACTION");
        assertThat(decision.path("sentence").asString()).startsWith("Not yet. Everybody listed is cleared; ");
        assertThat(decision.path("people").get(0).path("outcome").asString()).isEqualTo("CLEARED");
        assertThat(decision.path("people").get(0).path("showAs").asString()).isEqualTo("Mia T.");
        assertThat(rule(decision, "PST-06").path("because").path("value").asString())
                .isEqualTo("FIRST_INITIAL");

        JsonNode refused = school.ask(facebook, mia, kofi).body();
        assertThat(refused.path("verdict").asString()).isEqualTo("DENY");
        assertThat(refused.path("sentence").asString())
                .isEqualTo("No. Kofi Ansah is not cleared for social media (Facebook).");
    }

    @Test
    @Tag("PST-01")
    @Tag("MED-14")
    void onlyAnAccountOnTheRegisterCanBeAskedAbout() {
        assertThat(school.ask(UUID.randomUUID().toString(), mia).status()).isEqualTo(404);
        String planned = school.account("INSTAGRAM", "APPROVED");
        assertThat(school.ask(planned, mia).body().path("verdict").asString()).isEqualTo("DENY");
    }

    @Test
    @Tag("MED-09")
    void aPersonOfAnotherSettingIsNobodyWeKnow() {
        School sibling = new School(calls, neighbours, database);
        String elsewhere = sibling.child("Ines", "Moss", "Oak");
        String never = UUID.randomUUID().toString();
        for (String id : List.of(elsewhere, never)) {
            assertThat(school.ask(facebook, id).body().path("people").get(0))
                    .isEqualTo(json.readTree(
                            """
                            {"subjectId":"%s","name":null,"outcome":"NOT_KNOWN","showAs":null,
                             "sentence":"This setting does not know this person, so: not cleared."}
                            """
                                    .formatted(id)));
        }
    }

    @Test
    void isShownAgainAsItWasToTheByte() {
        Answer asked = school.ask(facebook, mia, kofi);
        String path = "/api/media/decisions/" + asked.id();
        assertThat(calls.get(path, school.as("DSL")).text()).isEqualTo(asked.text());

        school.answers(kofi, "Ama Ansah", EVERYTHING);
        assertThat(calls.get(path, school.as("CONTRIBUTOR")).text()).isEqualTo(asked.text());
        assertThat(school.ask(facebook, mia, kofi).body().path("verdict").asString())
                .isEqualTo("NEEDS_ACTION");
    }

    @Test
    void canBeWorkedOutAgainFromWhatWasKept() {
        Answer asked = school.ask(facebook, mia, kofi);
        String where = " FROM decision WHERE id = '" + asked.id() + "'";
        Question question = json.readValue(database.ask("SELECT request" + where), Question.class);
        StoredFacts facts = json.readValue(database.ask("SELECT facts" + where), StoredFacts.class);
        DecisionView kept = json.readValue(asked.text(), DecisionView.class);
        assertThat(kept.ruleSet()).isEqualTo(RuleSet.CURRENT.version());

        Decision again = MayWePost.decide(question, facts.facts(), RuleSet.CURRENT);
        assertThat(json.writeValueAsString(DecisionView.of(
                        kept.id(),
                        facts.account(),
                        kept.askedAt(),
                        kept.plannedFor(),
                        question,
                        RuleSet.CURRENT,
                        again)))
                .isEqualTo(asked.text());
    }

    @Test
    void readsTheConsentOfEverybodyInOneStatement() {
        List<String> children = new ArrayList<>(List.of(mia));
        for (int i = 0; i < 20; i++) {
            children.add(school.child("Child" + i, "Lind", "Oak"));
        }
        for (int people : new int[] {1, 21}) {
            statements.clear();
            school.ask(facebook, children.subList(0, people).toArray(String[]::new));
            assertThat(statements.mentioning("consent")).as("%d people", people).hasSize(1);
            assertThat(statements.all()).as("%d people", people).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void fiftyIdenticalQuestionsAtOnceAreOne() throws Exception {
        Map<String, Object> question = School.question(facebook, mia);
        String key = UUID.randomUUID().toString();
        Set<String> answers = new TreeSet<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(50)) {
            List<Callable<Answer>> asking = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                asking.add(() -> calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question));
            }
            for (Future<Answer> asked : callers.invokeAll(asking)) {
                answers.add(asked.get().status() + " " + asked.get().text());
            }
        }
        assertThat(answers).hasSize(1).first().asString().startsWith("200 ");
        assertThat(decisions()).isEqualTo("1");

        Answer reused =
                calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, School.question(facebook, mia, kofi));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("kit.key-reused");
    }

    @Test
    @Tag("GW-03")
    void aRepeatedQuestionIsNeverAnsweredWithAClearanceThatHasEnded() {
        Map<String, Object> question = School.question(facebook, mia);
        String key = UUID.randomUUID().toString();
        Answer first = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question);
        assertThat(first.status()).isEqualTo(200);
        assertThat(calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question)
                        .text())
                .isEqualTo(first.text());

        school.answers(mia, "Dana Thompson", "SOCIAL_MEDIA=NO");

        Answer repeated = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question);
        assertThat(repeated.status()).isEqualTo(409);
        assertThat(repeated.code()).isEqualTo("media.answer-outdated");
    }

    @Test
    void whoMayNotKnowOfADecisionIsToldThereIsNone() {
        String path = "/api/media/decisions/" + school.ask(facebook, mia).id();
        String never = "/api/media/decisions/" + UUID.randomUUID();
        TestTokens elsewhere = TestTokens.person(school.group, School.OTHERS).post("CONTRIBUTOR", UUID.randomUUID());
        TestTokens otherGroup =
                TestTokens.person(UUID.randomUUID(), School.OTHERS).post("CONTRIBUTOR", school.setting);
        for (TestTokens caller : List.of(elsewhere, otherGroup, school.as("HR"))) {
            Answer hidden = calls.get(path, caller);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.text()).isEqualTo(calls.get(never, caller).text());
        }
    }

    @Test
    @Tag("GW-03")
    @Tag("OPT-14")
    void withoutTheOptionsTheAnswerSaysSoAndIsNeverAYes() {
        neighbours.policies().silent(true);
        await().during(Duration.ofMillis(700)).until(() -> true);
        clock.moveOn(Duration.ofSeconds(31));
        await().untilAsserted(() -> {
            Answer answer = school.ask(facebook, mia);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.body().path("verdict").asString()).isEqualTo("NEEDS_ACTION");
            assertThat(rule(answer.body(), "GW-03").path("sentence").asString())
                    .isEqualTo("Could not ask in the last 30 seconds: the options this setting has chosen.");
            assertThat(rule(answer.body(), "PST-06").path("result").asString()).isEqualTo("NOT_CHECKED");
        });
    }

    @Test
    @Tag("GW-03")
    void withoutTheDirectoryNothingIsDecidedAndNothingWritten() {
        String before = decisions();
        neighbours.identity().silent(true);
        await().during(Duration.ofMillis(700)).until(() -> true);
        clock.moveOn(Duration.ofSeconds(31));
        await().untilAsserted(
                        () -> assertThat(school.ask(facebook, mia).status()).isEqualTo(503));
        assertThat(school.answers(kofi, "Ama Ansah", EVERYTHING).status()).isEqualTo(503);
        assertThat(decisions()).isEqualTo(before);
        assertThat(calls.get(school.path("/subjects"), school.as("CONTRIBUTOR")).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("OPT-14")
    @Tag("OPT-16")
    void aChangedOptionIsTheReasonGiven() {
        school.options(Map.of("OPT-14", "NONE"));
        await().untilAsserted(() -> assertThat(rule(school.ask(facebook, mia).body(), "PST-06")
                        .path("because")
                        .path("value")
                        .asString())
                .isEqualTo("NONE"));
        Map<String, Object> crowd = School.question(facebook, mia);
        crowd.put("headcount", 9);
        assertThat(rule(
                                calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), crowd)
                                        .body(),
                                "MED-21")
                        .path("sentence")
                        .asString())
                .contains("OPT-16");
        school.options(Map.of());
        await().untilAsserted(() -> {
            JsonNode unset = rule(school.ask(facebook, mia).body(), "PST-06");
            assertThat(unset.path("result").asString()).isEqualTo("ASK");
            assertThat(unset.path("sentence").asString()).contains("OPT-14");
        });
    }

    @Test
    void aWithdrawalThatWasAnsweredIsKnownToTheNextQuestion() {
        for (int i = 0; i < 40; i++) {
            Map<String, Object> form = School.form("Dana Thompson", "YES", "SOCIAL_MEDIA=YES");
            form.put("signedOn", School.today());
            Answer given = calls.post("/api/media/subjects/" + mia + "/consents", school.as("SETTING_HEAD"), form);
            assertThat(outcome(school.ask(facebook, mia))).isEqualTo("CLEARED");
            String consent = given.body().path("items").get(0).path("id").asString();
            Answer withdrawn =
                    calls.post("/api/media/consents/" + consent + "/withdrawal", school.as("LINE_MANAGER"), "");
            assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
            assertThat(outcome(school.ask(facebook, mia))).isEqualTo("NOT_CLEARED");
        }
    }

    @Test
    void whateverContradictsItselfIsRefusedFieldByField() {
        Map<String, Object> question = School.question(facebook, mia, mia);
        question.put("notIdentifiable", List.of(mia));
        question.put("nobody", true);
        question.put("plannedFor", "2020-01-01T10:00:00Z");
        question.put("headcount", -1);
        Answer refused = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/people/1", "/notIdentifiable/0", "/nobody", "/headcount", "/plannedFor");
        assertThat(decisions()).isEqualTo("0");
    }

    @Test
    void noMoreThanTwoHundredPeopleAreMentionedInOneQuestion() {
        Map<String, Object> question = School.question(facebook);
        question.put("nobody", false);
        question.put("people", ids(150));
        question.put("notIdentifiable", ids(51));
        Answer refused = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/people");
        question.put("notIdentifiable", ids(50));
        assertThat(calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBigQuestionIsAnsweredBesideTheThreadsThatServeRequests() {
        Map<String, Object> question = School.question(facebook, mia);
        question.put("notIdentifiable", ids(59));
        question.put("headcount", 60);
        question.put("caption", "Well done Mia Thompson! ".repeat(400));
        String key = UUID.randomUUID().toString();
        Answer asked = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.body().path("verdict").asString()).isEqualTo("DENY");
        assertThat(decisions()).isEqualTo("1");
        assertThat(calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), key, question)
                        .text())
                .isEqualTo(asked.text());
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("deciding-"));
    }

    private static List<String> ids(int count) {
        return java.util.stream.Stream.generate(() -> UUID.randomUUID().toString())
                .limit(count)
                .toList();
    }

    @Test
    void noFieldThatTheServiceKnowsItselfIsTaken() {
        for (String field : List.of("askedAt", "askedBy", "settingId", "verdict", "group")) {
            Map<String, Object> question = School.question(facebook, mia);
            question.put(field, "2020-01-01T10:00:00Z");
            Answer refused = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("kit.unknown-field");
        }
    }

    @Test
    void anApiClientAsksForItsOwnSettingAlone() {
        TestTokens client = TestTokens.client(school.group, UUID.randomUUID())
                .scope("decisions")
                .post("API_CLIENT", school.setting);
        assertThat(calls.post("/api/media/decisions", client, School.question(facebook, mia))
                        .status())
                .isEqualTo(200);
        TestTokens elsewhere = TestTokens.client(school.group, UUID.randomUUID())
                .scope("decisions")
                .post("API_CLIENT", UUID.randomUUID());
        assertThat(calls.post("/api/media/decisions", elsewhere, School.question(facebook, mia))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void decisionsAreListedNewestFirstPageByPage() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.addFirst(school.ask(facebook, mia).id());
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = calls.get(school.path("/decisions?limit=2" + after), school.as("MODERATOR"))
                    .body();
            page.path("items").forEach(item -> listed.add(item.path("id").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(listed).isEqualTo(asked);
    }

    @Test
    @Tag("PST-07")
    @Tag("GDE-12")
    @Tag("IMG-02")
    void whatIsSaidOfThePostAnswersItsRules() {
        JsonNode unsaid = school.ask(facebook, mia).body();
        for (String id : List.of("PST-07", "PST-08", "PST-13", "PST-18", "PST-19", "IMG-02", "IMG-08")) {
            assertThat(rule(unsaid, id).path("result").asString()).as(id).isEqualTo("ASK");
        }
        JsonNode decision = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), complete())
                .body();
        assertThat(decision.path("rules")
                        .valueStream()
                        .filter(rule -> rule.path("result").asString().equals("ASK"))
                        .map(rule -> rule.path("rule").asString()))
                .as("a picture that was not cleaned here")
                .containsExactly("IMG-08", "PST-30");
        assertThat(decision.path("verdict").asString()).isEqualTo("NEEDS_ACTION");
    }

    @Test
    @Tag("PST-13")
    @Tag("PST-14")
    void anEditOfTheWordsTellsWhatChangesInThem() {
        Map<String, Object> question = complete();
        question.put("caption", "Come along!\nRing 07700 900123, damn shit.");
        question.put("links", List.of("https://oak.example", "tel:+447700900123"));
        JsonNode remedies = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                .body()
                .path("remedies");
        assertThat(remedies.get(0).path("text"))
                .isEqualTo(
                        json.readTree(
                                """
                        {"caption":{"from":17,"to":29,"with":""},"links":["https://oak.example"]}
                        """));
        assertThat(remedies.get(1).path("text"))
                .isEqualTo(
                        json.readTree(
                                """
                        {"caption":{"from":36,"to":40,"with":""}}
                        """));
        assertThat(remedies.get(2).has("text")).isFalse();
    }

    @Test
    void whatIsConfirmedIsReadStrictly() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "confirmations", List.of("EVERYTHING"),
                        "device", "MINE",
                        "selfCheck", Map.of("fine", true),
                        "picture", "newest",
                        "reasons", Arrays.asList((Object) null))
                .entrySet()) {
            Map<String, Object> question = School.question(facebook, mia);
            question.put(wrong.getKey(), wrong.getValue());
            assertThat(calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                            .status())
                    .as("%s", wrong)
                    .isEqualTo(400);
        }
        Map<String, Object> question = School.question(facebook, mia);
        question.put("confirmations", Arrays.asList("NEUTRAL", null));
        assertThat(calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("SEC-09")
    void aReasonIsForARuleThatAsksForOneAndHoldsNoPassword() {
        Map<String, Object> question = School.question(facebook, mia);
        question.put(
                "reasons",
                List.of(
                        Map.of("rule", "PST-05", "reason", "I know her mother"),
                        Map.of("rule", "PST-14", "reason", "The password is hunter2")));
        Answer refused = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactly("/reasons/0/rule", "/reasons/1/reason");
    }

    private Map<String, Object> complete() {
        return School.complete(facebook, mia);
    }

    private String decisions() {
        return database.ask("SELECT count(*) FROM decision WHERE group_id = '" + school.group + "'");
    }

    private static String outcome(Answer decision) {
        return decision.body().path("people").get(0).path("outcome").asString();
    }

    private static JsonNode rule(JsonNode decision, String id) {
        return decision.path("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + id + " in " + decision));
    }

    @Test
    void aListOfDecisionsThatIsReadIsOnRecord() {
        school.ask(facebook, mia);
        calls.get(school.path("/decisions"), school.as("MODERATOR"));
        assertThat(database.ask("SELECT string_agg(subject_type || ' ' || setting_id, ';') FROM audit_entry"
                        + " WHERE action = 'decisions.read' AND group_id = '" + school.group + "'"))
                .isEqualTo("decisions shown=1 " + school.setting);
    }

    @Test
    void aGapInAListIsMalformed() {
        for (String list : List.of("people", "notIdentifiable", "names", "links", "hashtags")) {
            Map<String, Object> question = School.question(facebook, mia);
            question.put(list, java.util.Collections.singletonList(null));
            Answer refused = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question);
            assertThat(refused.status()).as(list).isEqualTo(400);
            assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/" + list + "/0");
        }
    }
}
