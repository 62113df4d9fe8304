package org.clearpost.media.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
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
@Tag("R-14")
@Tag("R-15")
class RosterIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;

    @BeforeEach
    void aSchool() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
    }

    @Test
    void goesByClassAndSurnamePageByPage() {
        for (String child : List.of("Mia Thompson Beech", "Zoë Adair Ash", "Kofi Ansah Beech", "Ines Ansah Beech")) {
            String[] parts = child.split(" ");
            school.child(parts[0], parts[1], parts[2]);
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = calls.get(school.path("/subjects?limit=1" + after), school.as("CONTRIBUTOR"))
                    .body();
            page.path("items").forEach(item -> listed.add(item.path("firstName").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(listed).containsExactly("Zoë", "Ines", "Kofi", "Mia");
        assertThat(calls.get(school.path("/subjects?after=nonsense"), school.as("DSL"))
                        .status())
                .isEqualTo(400);
        assertThat(calls.get(school.path("/classes"), school.as("MODERATOR")).text())
                .isEqualTo("[{\"name\":\"Ash\",\"people\":1},{\"name\":\"Beech\",\"people\":3}]");
    }

    @Test
    void findsNamesByTheirWordsWhateverTheAccents() {
        school.child("Zoë", "O'Brien", "Ash");
        school.child("Mia", "100%_Thompson", "Beech");
        assertThat(sought(Map.of("query", "zoe"))).containsExactly("Zoë");
        assertThat(sought(Map.of("query", " BRIEN zoë "))).containsExactly("Zoë");
        assertThat(sought(Map.of("query", "%"))).containsExactly("Mia");
        assertThat(sought(Map.of("query", "nobody"))).isEmpty();
        assertThat(sought(Map.of("query", "zoe", "className", "Beech"))).isEmpty();
        assertThat(sought(Map.of("query", "zoe", "kind", "STAFF"))).isEmpty();
        assertThat(sought(Map.of())).containsExactly("Zoë", "Mia");
        assertThat(found("className=Beech")).containsExactly("Mia");
        assertThat(found("kind=STAFF")).isEmpty();
    }

    @Test
    void wordsAreSoughtPageByPageAsTheListIs() {
        List.of("Ines", "Kofi", "Ama").forEach(child -> school.child(child, "Ansah", "Beech"));
        List<String> paged = new ArrayList<>();
        Map<String, Object> search = new HashMap<>(Map.of("query", "ansah", "limit", 1));
        do {
            JsonNode page = search(search).body();
            page.path("items").forEach(item -> paged.add(item.path("firstName").asString()));
            search.put("after", page.path("next").asString(""));
        } while (!search.get("after").equals(""));
        assertThat(paged).containsExactly("Ama", "Ines", "Kofi");
    }

    @Test
    @Tag("SEC-07")
    void namesStayOutOfAddresses() {
        school.child("Mia", "Thompson", "Ash");
        school.child("Kofi", "Ansah", "Beech");
        assertThat(found("query=mia")).as("an address is not read for words").containsExactly("Mia", "Kofi");
        assertThat(search(Map.of("query", "m".repeat(201)))
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/query");
        assertThat(search(Map.of("query", "mia\0")).status()).isEqualTo(422);
        assertThat(search(Map.of("query", "mia", "name", "mia")).code()).isEqualTo("kit.unknown-field");
        assertThat(search(Map.of("query", "mia", "after", "nonsense")).status()).isEqualTo(400);
    }

    @Test
    void aNumberIsForOnePersonAlone() {
        Map<String, String> child =
                Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Moss", "externalId", "A 12");
        assertThat(calls.post(school.path("/subjects"), school.as("SLT"), child).status())
                .isEqualTo(201);
        Answer second = calls.post(school.path("/subjects"), school.as("SLT"), child);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("media.external-id-taken");
    }

    @Test
    void aCorrectionNamesTheVersionSeen() {
        String mia = school.child("Mia", "Tomson", "Ash");
        Map<String, String> corrected = Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Thompson");
        String path = "/api/media/subjects/" + mia;
        assertThat(calls.put(path, school.as("DSL"), null, corrected).status()).isEqualTo(428);
        Answer done = calls.put(path, school.as("DSL"), "\"1\"", corrected);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.etag()).isEqualTo("\"2\"");
        assertThat(done.body().path("className").isNull()).isTrue();
        Answer late = calls.put(path, school.as("DSL"), "\"1\"", corrected);
        assertThat(late.status()).isEqualTo(412);
        assertThat(calls.put(
                                path,
                                school.as("DSL"),
                                "\"2\"",
                                Map.of("kind", "STAFF", "firstName", "Mia", "surname", "Thompson"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theSameEntryTwiceIsOnePerson() {
        Map<String, String> child = Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Moss");
        Answer first = calls.post(school.path("/subjects"), school.as("DSL"), "key-1", child);
        Answer second = calls.post(school.path("/subjects"), school.as("DSL"), "key-1", child);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(found("")).containsExactly("Mia");
    }

    @Test
    void whoeverHasLeftIsOnNoList() {
        String mia = school.child("Mia", "Thompson", "Ash");
        assertThat(calls.post("/api/media/subjects/" + mia + "/end", school.as("DSL"), Map.of("on", "2020-01-01"))
                        .status())
                .isEqualTo(422);
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
        assertThat(calls.post("/api/media/subjects/" + mia + "/end", school.as("DSL"), Map.of("on", today))
                        .status())
                .isEqualTo(200);
        assertThat(found("")).containsExactly("Mia");
        database.change("UPDATE subject SET ended_on = ended_on - 1 WHERE id = '" + mia + "'");
        assertThat(found("")).isEmpty();
    }

    @Test
    @Tag("MED-05")
    void socialMediaIsClearedOnlyWhereEveryLiveAccountIs() {
        String mia = school.child("Mia", "Thompson", "Ash");
        school.account("FACEBOOK", "LIVE");
        Map<String, Object> form = School.form("Dana Thompson", "YES");
        form.put("answers", List.of(Map.of("purpose", "SOCIAL_MEDIA", "channel", "FACEBOOK", "answer", "YES")));
        calls.post("/api/media/subjects/" + mia + "/consents", school.as("DSL"), form);
        assertThat(social(mia)).isEqualTo("CLEARED");
        school.account("TIKTOK", "LIVE");
        assertThat(social(mia)).isEqualTo("NOT_ASKED");
    }

    @Test
    void countsAreExactForTheHeadAndRoughForWhoOnlyWatches() {
        for (int i = 0; i < 7; i++) {
            String child = school.child("Child" + i, "Lind", "Ash");
            school.answers(child, "Parent" + i, i == 0 ? "WEBSITE=NO" : "WEBSITE=YES");
        }
        assertThat(calls.get(school.path("/coverage"), school.as("SETTING_HEAD"))
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .toString())
                .isEqualTo("{\"cleared\":6,\"notCleared\":1,\"notAsked\":0}");
        TestTokens governor = TestTokens.person(school.group, School.OTHERS).post("GOVERNOR", UUID.randomUUID());
        assertThat(calls.get(school.path("/coverage"), governor)
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .toString())
                .isEqualTo("{\"cleared\":5,\"notCleared\":null,\"notAsked\":0}");
    }

    @Test
    void aContributorSeesNoNumberOfAnotherSystem() {
        Answer entered = calls.post(
                school.path("/subjects"),
                school.as("SLT"),
                Map.of("kind", "CHILD", "firstName", "Mia", "surname", "Moss", "externalId", "A12"));
        String path = "/api/media/subjects/" + entered.id();
        assertThat(calls.get(path, school.as("CONTRIBUTOR")).text()).doesNotContain("A12");
        assertThat(calls.get(path, school.as("LINE_MANAGER")).text()).contains("A12");
    }

    private List<String> found(String filter) {
        return names(calls.get(school.path("/subjects?" + filter), school.as("CONTRIBUTOR")));
    }

    private List<String> sought(Map<String, Object> search) {
        return names(search(search));
    }

    private Answer search(Map<String, Object> search) {
        return calls.post(school.path("/subjects/search"), school.as("CONTRIBUTOR"), search);
    }

    private static List<String> names(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("firstName").asString())
                .toList();
    }

    private String social(String subject) {
        return calls.get("/api/media/subjects/" + subject, school.as("CONTRIBUTOR"))
                .body()
                .path("purposes")
                .path("SOCIAL_MEDIA")
                .asString();
    }

    @Test
    void whoeverHasLeftDoesNotComeBackByALaterLastDay() {
        String mia = school.child("Mia", "Thompson", "Ash");
        String path = "/api/media/subjects/" + mia + "/end";
        String later = java.time.LocalDate.parse(School.today()).plusDays(30).toString();
        assertThat(calls.post(path, school.as("DSL"), Map.of("on", School.today()))
                        .status())
                .isEqualTo(200);
        assertThat(calls.post(path, school.as("DSL"), Map.of("on", later)).status())
                .as("the last day may still change while it has not passed")
                .isEqualTo(200);
        database.change("UPDATE subject SET ended_on = date '" + School.today() + "' - 1 WHERE id = '" + mia + "'");
        Answer refused = calls.post(path, school.as("DSL"), Map.of("on", later));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("media.has-left");
        assertThat(found("")).isEmpty();
    }

    @Test
    void aPlaceInTheListThatNobodyHasIsMalformedOrEmpty() {
        for (String place :
                List.of("Mia", UUID.randomUUID() + "\0", "Ash\u001fMoss\u001fMia\u001f" + UUID.randomUUID())) {
            Answer refused = calls.get(school.path("/subjects?after=" + place(place)), school.as("DSL"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/after");
        }
        school.child("Mia", "Thompson", "Ash");
        UUID elsewhere = UUID.randomUUID();
        database.change("INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname) VALUES ('"
                + school.group + "', '" + elsewhere + "', gen_random_uuid(), 'CHILD', 'Ana', 'Aa')");
        for (UUID place : List.of(UUID.randomUUID(), elsewhere)) {
            assertThat(found("after=" + place(place.toString()))).isEmpty();
        }
    }

    private static String place(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPersonWhoIsLookedAtIsOnRecord() {
        String mia = school.child("Mia", "Thompson", "Ash");
        calls.get("/api/media/subjects/" + mia, school.as("DSL"));
        assertThat(database.ask("SELECT string_agg(subject_type || ' ' || subject_id || ' ' || setting_id, ';')"
                        + " FROM audit_entry WHERE action = 'subject.read' AND group_id = '" + school.group + "'"))
                .isEqualTo("subject " + mia + " " + school.setting);
    }

    @Test
    void everyListThatIsReadIsOnRecordWithoutANameOrWhatWasSearchedFor() {
        school.child("Mia", "Thompson", "Ash");
        school.child("Kofi", "Ansah", "Beech");
        found("");
        sought(Map.of("query", "thompson", "className", "Ash"));
        assertThat(read("roster.read")).isEqualTo("subjects shown=2;subjects shown=1 by=query,className");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'roster.read' AND actor_id = '"
                        + School.CONTRIBUTOR + "' AND setting_id = '" + school.setting + "'"))
                .isEqualTo("2");
    }

    private String read(String action) {
        return database.ask("SELECT string_agg(subject_type, ';' ORDER BY at) FROM audit_entry WHERE action = '"
                + action + "' AND group_id = '" + school.group + "'");
    }
}
