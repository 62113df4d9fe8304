package org.clearpost.media.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.importing.Uploads;
import org.clearpost.media.model.Facts;
import org.clearpost.media.model.MayWePost;
import org.clearpost.media.model.Question;
import org.clearpost.media.model.RuleSet;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.clearpost.media.world.SchoolThatPosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-09")
class ReplayIT extends SchoolThatPosts {

    private static final String SEALED_ANEW =
            "digests = concat_ws(' ', encode(sha256(convert_to(request, 'UTF8')), 'hex'),"
                    + " encode(sha256(convert_to(facts, 'UTF8')), 'hex'), encode(sha256(convert_to(answer, 'UTF8')), 'hex'))";

    @Autowired
    JsonMapper json;

    @Test
    @Tag("MED-11")
    @Tag("MED-19")
    void aYearLaterTheAnswerReplaysToTheByte() {
        Answer first = ask(mia, kofi);
        withdraw(kofi);
        Answer second = ask(mia, kofi);
        for (Change change : Change.values()) {
            if (change != Change.WITHDRAWN && change != Change.HELD) {
                make(change);
            }
        }
        moveOn(Duration.ofDays(365));
        for (Answer asked : List.of(first, second)) {
            String path = "/api/media/decisions/" + asked.id();
            assertThat(calls.get(path, school.as("CONTRIBUTOR")).text()).isEqualTo(asked.text());
            JsonNode replay =
                    calls.get(path + "/replay", school.as("SETTING_HEAD")).body();
            assertThat(replay.path("mismatches")).isEmpty();
            assertThat(replay.path("same").asBoolean()).isTrue();
            assertThat(replay.path("ruleSet").asString())
                    .isEqualTo(asked.body().path("ruleSet").asString());
            assertThat(basis(replay))
                    .isEqualTo(Map.of(
                            "PEOPLE", "ROWS",
                            "ACCOUNTS", "ROWS",
                            "OPTIONS", "ROWS",
                            "WORDING", "SEALED",
                            "NAMES", "SEALED",
                            "SETTING", "SEALED",
                            "PICTURE", "SEALED"));
            assertThat(replay.path("notChecked").toString()).contains("PST-03").doesNotContain("PST-05");
        }
    }

    /** A journal that lags behind the version of its person tells what came later as if it had been read. */
    @Test
    @Tag("MED-11")
    void anImportAfterwardsChangesNothing() {
        Uploads uploads = new Uploads(port);
        String website = school.account("WEBSITE", "LIVE");
        String line = "P-1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,,08/09/2025,Form 3,Office";
        uploads.run(school, school.as("SETTING_HEAD"), Uploads.HEADING, line);
        String kai =
                database.ask("SELECT id FROM subject WHERE first_name = 'Kai' AND group_id = '" + school.group + "'");
        Map<String, Answer> asked = new LinkedHashMap<>();
        asked.put("CLEARED", school.ask(website, kai));
        uploads.run(
                school,
                school.as("SETTING_HEAD"),
                Uploads.HEADING,
                line.replace("Oak", "Elm").replace("Yes,Yes", "No,"));
        asked.put("waiting", school.ask(website, kai));
        uploads.run(
                school,
                school.as("SETTING_HEAD"),
                Uploads.HEADING,
                "P-1,Kai,Moss,Elm,Ann Moss,ann@family.example,,No,,,,");
        asked.put("refused", school.ask(website, kai));
        assertThat(asked.get("CLEARED").text()).contains("\"CLEARED\"");
        assertThat(asked.get("waiting").text()).contains("NOT_CLEARED");
        assertThat(database.ask(
                        "SELECT string_agg(state || ' ' || subject_version, ', ' ORDER BY seq) FROM consent_event"
                                + " WHERE subject_id = '" + kai + "'"))
                .isEqualTo("ACTIVE 2, PENDING 3, PENDING 4, REFUSED 4");
        asked.forEach((then, answer) ->
                assertThat(replay(answer).path("mismatches")).as(then).isEmpty());
    }

    @Test
    void aReplayNamesWhatWasTamperedWith() {
        for (Map.Entry<String, String> tampering : Map.of(
                        "facts", "replace(facts, 'ACTIVE', 'PENDING')",
                        "request", "replace(request, '\"headcount\":1', '\"headcount\":2')",
                        "answer", "replace(answer, 'Not yet', 'Yes now')")
                .entrySet()) {
            Answer asked = ask(mia);
            change(asked, tampering.getKey() + " = " + tampering.getValue());
            JsonNode replay = replay(asked);
            assertThat(replay.path("same").asBoolean()).isFalse();
            String part = tampering.getKey().equals("request")
                    ? "QUESTION"
                    : tampering.getKey().toUpperCase(Locale.ROOT);
            assertThat(replay.path("mismatches").toString())
                    .contains("\"part\":\"" + part + "\"")
                    .contains(part.equals("FACTS") ? "\"part\":\"ROWS\"" : "\"part\":\"ANSWER\"");
        }
    }

    /** Whoever owns the database can seal what they have changed; the rows still tell otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    replace(facts, '- ACTIVE', '- PENDING')                       | /people/mia/consents/social/state
                    replace(facts, '- ACTIVE -', '- ACTIVE 2026-01-01T00:00:00Z') | /people/mia/consents/social/validUntil
                    replace(facts, 'SOCIAL_MEDIA -', 'SOCIAL_MEDIA FACEBOOK')     | /people/mia/consents/social/channel
                    replace(facts, ' 1 SOCIAL_MEDIA', ' 2 SOCIAL_MEDIA')          | /people/mia/consents/social/revision
                    replace(facts, 'SOCIAL_MEDIA', 'WEBSITE')                     | /people/mia/consents/social/purpose
                    replace(regexp_replace(facts, '"[^"]*SOCIAL_MEDIA[^"]*",?', ''), ',]', ']') | /people/mia/consents/social
                    replace(facts, '"held":false', '"held":true')                 | /people/mia/standing
                    replace(facts, '"restrictions":[]', '"restrictions":["2026-09-01 -"]') | /people/mia/standing
                    replace(facts, '"endedOn":null', '"endedOn":"2026-09-01"')    | /people/mia/endedOn
                    replace(facts, '"version":2,"held"', '"version":9,"held"')    | /people/mia/version
                    replace(facts, '"status":"LIVE"', '"status":"CLOSED"')        | /account
                    replace(facts, 'FIRST_INITIAL', 'FULL')                       | /options
                    replace(facts, '"optionsRevision":1', '"optionsRevision":7')  | /optionsRevision
                    """)
    void aFactThatWasChangedAndSealedAnewIsFoundByTheRows(String facts, String where) {
        Answer asked = ask(mia);
        String before = database.ask("SELECT facts FROM decision WHERE id = '" + asked.id() + "'");
        change(asked, "facts = " + facts);
        change(asked, SEALED_ANEW);
        assertThat(database.ask("SELECT facts FROM decision WHERE id = '" + asked.id() + "'"))
                .isNotEqualTo(before);
        JsonNode replay = replay(asked);
        assertThat(replay.path("same").asBoolean()).isFalse();
        assertThat(replay.path("mismatches").valueStream().map(each -> each.path("part")
                        .asString()))
                .containsOnly("ROWS");
        assertThat(replay.path("mismatches").valueStream().map(each -> each.path("where")
                        .asString()))
                .contains(where.replace("mia", mia).replace("social", social(mia)));
    }

    @Test
    void aNoThatWasTakenOutOfFactsAndAnswerComesBackFromTheRows() {
        withdraw(kofi);
        Answer asked = ask(kofi);
        Answer yes = ask(mia);
        change(asked, "facts = replace(facts, 'WITHDRAWN', 'ACTIVE')");
        change(
                asked,
                "answer = replace(replace((SELECT answer FROM decision WHERE id = '" + yes.id() + "'), '" + mia + "', '"
                        + kofi + "'), '" + yes.id() + "', '" + asked.id() + "')");
        change(asked, SEALED_ANEW);
        JsonNode mismatches = replay(asked).path("mismatches");
        assertThat(mismatches.toString())
                .contains("/people/" + kofi + "/consents/" + social(kofi) + "/state")
                .contains("\"part\":\"ANSWER\",\"where\":\"/verdict\"");
    }

    /** Whoever lowers the version that was read, to leave out what came last, is found by when that was written. */
    @Test
    void aVersionThatWasNoLongerTrueIsFoundByItsTime() {
        moveOn(Duration.ofHours(2));
        withdraw(kofi);
        moveOn(Duration.ofHours(2));
        Answer asked = ask(kofi);
        change(
                asked,
                "facts = replace(replace(replace(facts, 'WITHDRAWN', 'ACTIVE'), '\"version\":3,\"held\"',"
                        + " '\"version\":2,\"held\"'), ' 2 SOCIAL_MEDIA', ' 1 SOCIAL_MEDIA')");
        change(asked, SEALED_ANEW);
        assertThat(where(replay(asked))).contains("/people/" + kofi + "/version");
    }

    @Test
    void somebodyWhoWasTakenOutOfTheFactsIsMissed() {
        moveOn(Duration.ofHours(2));
        Answer asked = ask(mia, kofi);
        String facts = database.ask("SELECT facts FROM decision WHERE id = '" + asked.id() + "'");
        ObjectNode without = (ObjectNode) json.readTree(facts);
        without.set(
                "people",
                json.valueToTree(without.path("people")
                        .valueStream()
                        .filter(person -> !person.path("id").asString().equals(kofi))
                        .toList()));
        keep(asked, "facts", without.toString());
        change(asked, SEALED_ANEW);
        assertThat(where(replay(asked))).contains("/people/" + kofi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE consent_event SET state = 'REFUSED' WHERE consent_id = '%s'",
                "UPDATE consent_event SET state = 'none of ours' WHERE consent_id = '%s'",
                "UPDATE consent_event SET superseded = true WHERE consent_id = '%s'",
                "UPDATE consent_event SET subject_version = 9 WHERE consent_id = '%s'",
                "UPDATE consent_event SET known_at = known_at + interval '2 hours' WHERE consent_id = '%s'",
                "DELETE FROM consent_event WHERE consent_id = '%s'",
                "UPDATE consent SET purpose = 'PRESS', channel = NULL WHERE id = '%s'"
            })
    void aRowOfTheJournalThatWasTamperedWithIsFoundByTheFacts(String tampering) {
        Answer asked = ask(mia);
        assertThat(replay(asked).path("same").asBoolean()).isTrue();
        database.change(tampering.formatted(social(mia)));
        assertThat(where(replay(asked))).anyMatch(where -> where.startsWith("/people/" + mia));
    }

    /** As with every answer: what stands against somebody is not told apart from a refusal, nor named. */
    @Test
    @Tag("MED-20")
    void aHoldThatWasTamperedWithIsNotNamed() {
        calls.post("/api/media/subjects/" + mia + "/hold", school.as("DSL"), Map.of("reason", "Placed away"));
        Answer asked = ask(mia);
        assertThat(replay(asked).path("same").asBoolean()).isTrue();
        assertThat(replay(asked).toString()).doesNotContainIgnoringCase("hold").doesNotContainIgnoringCase("held");
        database.change("UPDATE hold SET placed_version = 9 WHERE subject_id = '" + mia + "'");
        JsonNode replay = replay(asked);
        assertThat(where(replay)).contains("/people/" + mia + "/standing");
        assertThat(replay.toString()).doesNotContainIgnoringCase("hold").doesNotContainIgnoringCase("held");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-1", "2026-11-2", "2026-11-3", "2026-11-4"})
    void anAnswerIsWorkedOutFromTheRowsByTheRulesThatGaveIt(String version) {
        Answer asked = answeredBy(version, mia, kofi);
        withdraw(mia);
        JsonNode replay = replay(asked);
        assertThat(replay.path("mismatches")).isEmpty();
        assertThat(replay.path("ruleSet").asString()).isEqualTo(version);
        assertThat(basis(replay)).containsEntry("PEOPLE", "ROWS");

        change(asked, "facts = replace(facts, 'ACTIVE', 'REFUSED')");
        change(asked, SEALED_ANEW);
        assertThat(where(replay(asked))).anyMatch(where -> where.startsWith("/people/" + mia));
    }

    @Test
    void theRulesOfAnotherVersionAnswerOtherwiseFromTheSameRows() {
        Answer asked = answeredBy("2026-11-1", mia);
        change(asked, "rule_set = '2026-11-4'");
        assertThat(replay(asked).path("mismatches").toString())
                .contains("/ruleSet")
                .contains("/rules");
    }

    @Test
    void aDecisionOfBeforeVersionsWereNotedGoesByItsSealedCopyAndSaysSo() {
        Answer asked = ask(mia, kofi);
        change(asked, "rows_noted = false");
        withdraw(kofi);
        JsonNode replay = replay(asked);
        assertThat(replay.path("mismatches")).isEmpty();
        assertThat(basis(replay)).containsEntry("PEOPLE", "SEALED");
        database.change("UPDATE consent SET purpose = 'PRESS', channel = NULL WHERE id = '" + social(mia) + "'");
        assertThat(where(replay(asked))).anyMatch(where -> where.startsWith("/people/" + mia + "/consents/"));
    }

    @Test
    void aDecisionAskedAfterOneWithNotedVersionsCannotPassForAnOldOne() {
        ask(mia);
        Answer asked = ask(mia);
        change(asked, "rows_noted = false, facts = replace(facts, 'ACTIVE', 'PENDING')");
        change(asked, SEALED_ANEW);
        JsonNode replay = replay(asked);
        assertThat(basis(replay)).containsEntry("PEOPLE", "ROWS");
        assertThat(where(replay)).contains("/people/" + mia + "/consents/" + social(mia) + "/state");
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    @Tag("MED-11")
    void aChangeAfterwardsLeavesTheAnswerAsItWas(Change change) {
        Answer asked = ask(mia, kofi);
        assertThat(replay(asked).path("mismatches")).isEmpty();
        make(change);
        assertThat(replay(asked).path("mismatches")).isEmpty();
        assertThat(replay(ask(mia, kofi)).path("mismatches")).isEmpty();
    }

    /** Of everything that a decision reads, something comes, goes or is put otherwise. */
    enum Change {
        WITHDRAWN,
        REFUSED_BY_ANOTHER,
        HELD,
        HELD_NO_MORE,
        RESTRICTED,
        RENAMED_AND_MOVED,
        LEAVING,
        WORDS_CHOSEN,
        OPTIONS_CHANGED,
        ANOTHER_ACCOUNT,
        ACCOUNT_RENAMED
    }

    private void make(Change change) {
        TestTokens head = school.as("SETTING_HEAD");
        TestTokens safeguarding = school.as("DSL");
        @Nullable Answer made =
                switch (change) {
                    case WITHDRAWN -> {
                        withdraw(mia);
                        yield null;
                    }
                    case REFUSED_BY_ANOTHER -> school.answers(mia, "Mia's father", "SOCIAL_MEDIA=NO", "TAKING=NO");
                    case HELD ->
                        calls.post(
                                "/api/media/subjects/" + mia + "/hold", safeguarding, Map.of("reason", "Placed away"));
                    case HELD_NO_MORE -> {
                        make(Change.HELD);
                        yield calls.post(
                                "/api/media/subjects/" + mia + "/hold/lifting",
                                safeguarding,
                                Map.of("reason", "Back home"));
                    }
                    case RESTRICTED ->
                        calls.post(
                                "/api/media/subjects/" + mia + "/restrictions",
                                head,
                                Map.of("kind", "COURT_ORDER", "note", "An order", "fromOn", "2026-09-01"));
                    case RENAMED_AND_MOVED ->
                        calls.put(
                                "/api/media/subjects/" + mia,
                                head,
                                "\"1\"",
                                Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Lind", "className", "Elm"));
                    case LEAVING ->
                        calls.post(
                                "/api/media/subjects/" + kofi + "/end",
                                head,
                                Map.of(
                                        "on",
                                        CivilDay.of(clock.instant())
                                                .plusDays(200)
                                                .toString()));
                    case WORDS_CHOSEN ->
                        calls.put(
                                school.path("/wording"),
                                head,
                                "\"0\"",
                                Map.of(
                                        "words",
                                        List.of(Map.of("word", "blast", "weight", "NEVER")),
                                        "ownContacts",
                                        List.of()));
                    case OPTIONS_CHANGED -> {
                        school.options(Map.of("OPT-14", "NONE"));
                        await().untilAsserted(() -> assertThat(
                                        database.ask("SELECT revision FROM options_in_force WHERE group_id = '"
                                                + school.group + "'"))
                                .isEqualTo("2"));
                        yield null;
                    }
                    case ANOTHER_ACCOUNT -> {
                        school.account("WEBSITE", "LIVE");
                        yield null;
                    }
                    case ACCOUNT_RENAMED -> {
                        Answer seen = calls.get("/api/media/accounts/" + facebook, head);
                        yield calls.put(
                                "/api/media/accounts/" + facebook,
                                head,
                                seen.etag(),
                                Map.of(
                                        "platform",
                                        "FACEBOOK",
                                        "name",
                                        "Oak Lane, new",
                                        "address",
                                        seen.body().path("address").asString(),
                                        "status",
                                        "SUSPENDED"));
                    }
                };
        if (made != null) {
            assertThat(made.status()).as(made.text()).isBetween(200, 201);
        }
    }

    /** The same question and facts, answered as the code of that version did. */
    private Answer answeredBy(String version, String... people) {
        Map<String, Object> worded = School.complete(facebook, people);
        worded.put("caption", "Sports day is on Friday");
        Answer asked = calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), worded);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String of = " FROM decision WHERE id = '" + asked.id() + "'";
        Question question = json.readValue(database.ask("SELECT request" + of), Question.class);
        Facts facts = json.readValue(database.ask("SELECT facts" + of), StoredFacts.class)
                .facts();
        DecisionView now = json.readValue(asked.text(), DecisionView.class);
        RuleSet rules = RuleSet.find(version).orElseThrow();
        keep(
                asked,
                "answer",
                json.writeValueAsString(DecisionView.of(
                        UUID.fromString(asked.id()),
                        facts.account(),
                        now.askedAt(),
                        question.plannedFor(),
                        question,
                        rules,
                        MayWePost.decide(question, facts, rules))));
        change(asked, "rule_set = '" + version + "'");
        change(asked, SEALED_ANEW);
        return asked;
    }

    private void change(Answer asked, String how) {
        database.change("UPDATE decision SET " + how + " WHERE id = '" + asked.id() + "'");
    }

    private void keep(Answer asked, String column, String text) {
        try (Connection owner = database.connect("postgres");
                PreparedStatement update =
                        owner.prepareStatement("UPDATE decision SET " + column + " = ? WHERE id = ?")) {
            update.setString(1, text);
            update.setObject(2, UUID.fromString(asked.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> where(JsonNode replay) {
        return replay.path("mismatches")
                .valueStream()
                .map(each -> each.path("where").asString())
                .toList();
    }

    private static Map<String, String> basis(JsonNode replay) {
        Map<String, String> basis = new HashMap<>();
        replay.path("basis")
                .forEach(each -> basis.put(
                        each.path("fact").asString(), each.path("from").asString()));
        return basis;
    }
}
