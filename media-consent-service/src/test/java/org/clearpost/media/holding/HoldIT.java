package org.clearpost.media.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Two groups alike in every id. In one a child is held back, in the other the family has said no to everything. */
@ClearpostTest
@Tag("MED-20")
class HoldIT {

    private static final String[] YES = {
        "TAKING=YES", "WEBSITE=YES", "DISPLAY=YES", "SOCIAL_MEDIA=YES", "PRINT=YES", "PRESS=YES", "INTERNAL=YES"
    };
    private static final String[] NO =
            Stream.of(YES).map(answer -> answer.replace("YES", "NO")).toArray(String[]::new);
    private static final UUID FACEBOOK = id(0xf1);
    private static final UUID SITE = id(0xf2);
    private static final UUID MIA = id(0xa1);
    private static final UUID KOFI = id(0xa2);
    private static final UUID LENA = id(0xa3);

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School holding;
    private School refusing;

    @BeforeEach
    void twoGroupsAlikeInEveryId() {
        calls = new Calls(port);
        UUID setting = UUID.randomUUID();
        holding = new School(calls, neighbours, database, UUID.randomUUID(), setting);
        refusing = new School(calls, neighbours, database, UUID.randomUUID(), setting);
        for (School school : List.of(holding, refusing)) {
            fill(school);
            school.answers(KOFI.toString(), "Ama Ansah", YES);
        }
    }

    @Test
    @Tag("MED-12")
    void aChildHeldBackLooksToEverybodyElseLikeOneWhoseFamilyRefused() {
        holding.answers(MIA.toString(), "Dana Thompson", YES);
        hold(MIA, "/hold", "Placed away from home");
        refusing.answers(MIA.toString(), "Dana Thompson", NO);
        assertAlike();
    }

    @Test
    void aChildHeldBackWhoWasNeverAskedAboutLooksRefusedToo() {
        hold(MIA, "/hold", "Placed away from home");
        refusing.answers(MIA.toString(), "Dana Thompson", NO);
        assertAlike();
    }

    @Test
    void aLiftedHoldLeavesNoTrace() {
        hold(MIA, "/hold", "Placed away from home");
        hold(MIA, "/hold/lifting", "Back home");
        assertAlike();
    }

    /** The comparison above must see a difference where there is one. */
    @Test
    void aChildClearedDoesNotLookHeldBack() {
        hold(MIA, "/hold", "Placed away from home");
        refusing.answers(MIA.toString(), "Dana Thompson", YES);
        assertThat(seenBy(holding, "CONTRIBUTOR")).isNotEqualTo(seenBy(refusing, "CONTRIBUTOR"));
    }

    @Test
    void onlyASafeguardingLeadOfTheSettingSeesOrMovesAHold() {
        String path = "/api/media/subjects/" + MIA + "/hold";
        String never = "/api/media/subjects/" + UUID.randomUUID() + "/hold";
        hold(MIA, "/hold", "Placed away from home");
        for (String role :
                List.of("SETTING_HEAD", "LINE_MANAGER", "SLT", "CONTRIBUTOR", "MODERATOR", "HR", "GOVERNOR", "OSC")) {
            TestTokens caller = holding.as(role);
            assertThat(calls.get(path, caller).status()).isEqualTo(404);
            assertThat(calls.get(path, caller).text())
                    .isEqualTo(calls.get(never, caller).text());
            Answer lifting = calls.post(path + "/lifting", caller, Map.of("reason", "Let me see"));
            assertThat(lifting.status()).isEqualTo(404);
            assertThat(lifting.text())
                    .isEqualTo(calls.post(never + "/lifting", caller, Map.of("reason", "Let me see"))
                            .text());
        }
        Answer seen = calls.get(path, holding.as("DSL"));
        assertThat(seen.body().path("held").asBoolean()).isTrue();
        assertThat(seen.body().path("placements").get(0).path("reason").asString())
                .isEqualTo("Placed away from home");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'hold.read' AND group_id = '"
                        + holding.group + "'"))
                .isEqualTo("1");
    }

    @Test
    void aHoldIsPlacedOnceAndLiftedOnce() {
        String path = "/api/media/subjects/" + MIA + "/hold";
        Map<String, String> reason = Map.of("reason", "Placed away from home");
        assertThat(calls.post(path + "/lifting", holding.as("DSL"), reason).code())
                .isEqualTo("media.no-hold");
        assertThat(calls.post(path, holding.as("DSL"), reason).status()).isEqualTo(200);
        assertThat(calls.post(path, holding.as("DSL"), reason).code()).isEqualTo("media.hold-in-place");
        assertThat(calls.post(path, holding.as("DSL"), Map.of("reason", " ")).status())
                .isEqualTo(422);
        assertThat(calls.post(path + "/lifting", holding.as("DSL"), reason).status())
                .isEqualTo(200);
    }

    /** Those who see consent rows see them as they are; only the clearing says what the rows do not. */
    @Test
    void theConsentRowsOfAChildHeldBackAreAsTheyWere() {
        String path = "/api/media/subjects/" + MIA + "/consents";
        holding.answers(MIA.toString(), "Dana Thompson", YES);
        String before = calls.get(path, holding.as("SETTING_HEAD")).text();
        Answer subject = calls.get("/api/media/subjects/" + MIA, holding.as("SETTING_HEAD"));
        hold(MIA, "/hold", "Placed away from home");
        assertThat(calls.get(path, holding.as("SETTING_HEAD")).text()).isEqualTo(before);
        Answer after = calls.get("/api/media/subjects/" + MIA, holding.as("SETTING_HEAD"));
        assertThat(after.etag()).isEqualTo(subject.etag());
        assertThat(after.body().path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
    }

    private void assertAlike() {
        for (String role : List.of("CONTRIBUTOR", "MODERATOR", "EMPLOYEE", "HR", "GOVERNOR", "GROUP_ADMIN", "PARENT")) {
            Map<String, String> held = seenBy(holding, role);
            assertThat(held).as(role).isNotEmpty().isEqualTo(seenBy(refusing, role));
        }
        // The head sees counts and lists too, if not the same rows.
        for (String path : List.of("/coverage", "/classes", "/subjects")) {
            assertThat(calls.get(holding.path(path), holding.as("SETTING_HEAD")).text())
                    .isEqualTo(calls.get(refusing.path(path), refusing.as("SETTING_HEAD"))
                            .text());
        }
    }

    /** Status, headers and body of everything this role can ask, with the ids and times of decisions taken out. */
    private Map<String, String> seenBy(School school, String role) {
        TestTokens caller = role.equals("GROUP_ADMIN")
                ? TestTokens.person(school.group, School.OTHERS).post(role, null)
                : school.as(role);
        Map<String, String> seen = new TreeMap<>();
        List<String> decisions = new ArrayList<>();
        int number = 0;
        for (Map<String, Object> question : questions()) {
            Answer answer = calls.post("/api/media/decisions", caller, question);
            seen.put("decision " + number++, anonymous(answer));
            if (answer.status() == 200) {
                decisions.add(answer.id());
            }
        }
        for (String decision : decisions) {
            seen.put("decision again " + number++, anonymous(calls.get("/api/media/decisions/" + decision, caller)));
        }
        for (String path : List.of(
                "/classes",
                "/subjects",
                "/subjects?limit=1",
                "/subjects?className=Ash",
                "/subjects?kind=CHILD",
                "/coverage",
                "/outing?on=" + School.today() + "&account=" + FACEBOOK + "&class=Ash&class=Beech",
                "/accounts",
                "/decisions?limit=200")) {
            seen.put(path, anonymous(calls.get(school.path(path), caller)));
        }
        seen.put(
                "/subjects/search",
                anonymous(calls.post(school.path("/subjects/search"), caller, Map.of("query", "mia"))));
        for (UUID subject : List.of(MIA, KOFI, LENA)) {
            for (String path : List.of("", "/consents", "/hold")) {
                seen.put(subject + path, anonymous(calls.get("/api/media/subjects/" + subject + path, caller)));
            }
        }
        seen.put("account", anonymous(calls.get("/api/media/accounts/" + FACEBOOK, caller)));
        return seen;
    }

    private static List<Map<String, Object>> questions() {
        String facebook = FACEBOOK.toString();
        Map<String, Object> named = School.question(facebook, MIA.toString(), KOFI.toString());
        named.put("names", List.of(Map.of("subjectId", MIA, "form", "FULL")));
        named.put("caption", "Well done Mia Thompson and Kofi Ansah");
        Map<String, Object> blurred = new HashMap<>(School.question(facebook, KOFI.toString()));
        blurred.put("notIdentifiable", List.of(MIA));
        blurred.put("headcount", 2);
        Map<String, Object> crowd = School.question(facebook, MIA.toString());
        crowd.put("unlistedPeople", true);
        return List.of(
                School.question(facebook, MIA.toString()),
                School.question(SITE.toString(), MIA.toString(), KOFI.toString(), LENA.toString()),
                named,
                blurred,
                crowd);
    }

    private static String anonymous(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return (answer.status() + " " + headers + " " + answer.text())
                .replaceAll("\"id\":\"01[0-9a-f-]{34}\"", "\"id\":\"…\"")
                .replaceAll("(askedAt|checkedAt|plannedFor)\":\"[^\"]+\"", "$1\":\"…\"")
                .replaceAll("content-length=\\[\\d+]", "content-length=" + anonymousLength(answer));
    }

    /** A time of day without its last zero is a byte shorter. */
    private static int anonymousLength(Answer answer) {
        return answer.text()
                .replaceAll("(askedAt|checkedAt|plannedFor)\":\"[^\"]+\"", "$1\":\"…\"")
                .replaceAll("\"next\":\"[^\"]+\"", "")
                .length();
    }

    private void hold(UUID subject, String path, String reason) {
        Answer done = calls.post("/api/media/subjects/" + subject + path, holding.as("DSL"), Map.of("reason", reason));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private void fill(School school) {
        String of = "'" + school.group + "', ";
        String at = ", '" + school.setting + "', ";
        database.change(
                "INSERT INTO official_account (group_id, id, setting_id, platform, name, address, status) VALUES "
                        + "(" + of + "'" + FACEBOOK + "'" + at
                        + "'FACEBOOK', 'Oak Lane page', 'https://face.example/oak', 'LIVE'),"
                        + "(" + of + "'" + SITE + "'" + at
                        + "'WEBSITE', 'Oak Lane site', 'https://oak.example', 'LIVE')");
        database.change("INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name) VALUES "
                + "(" + of + "'" + MIA + "'" + at + "'CHILD', 'Mia', 'Thompson', 'Ash'),"
                + "(" + of + "'" + KOFI + "'" + at + "'CHILD', 'Kofi', 'Ansah', 'Ash'),"
                + "(" + of + "'" + LENA + "'" + at + "'STAFF', 'Lena', 'Moss', '')");
    }

    private static UUID id(int number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
