package org.clearpost.media.restricting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
@Tag("MED-19")
class RestrictionIT {

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
    void aSchoolWithAChildWhoIsCleared() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        school.answers(mia, "Dana Thompson", "SOCIAL_MEDIA=YES", "WEBSITE=YES");
        assertThat(verdict(null)).isEqualTo("NEEDS_ACTION");
    }

    @Test
    void noConsentGetsPastIt() {
        String restriction = record(terms("COURT_ORDER"))
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        school.answers(mia, "Lee Thompson", "SOCIAL_MEDIA=YES");
        assertThat(verdict(null)).isEqualTo("DENY");

        Answer ended = end(restriction);
        assertThat(ended.body().path("items").get(0).path("endReason").asString())
                .as(ended.text())
                .isEqualTo("The order has ended");
        assertThat(verdict(null)).isEqualTo("NEEDS_ACTION");
        assertThat(end(restriction).code()).isEqualTo("media.restriction-ended");
        assertThat(end(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void itsDaysAreThoseOfThePlannedPost() {
        Map<String, Object> terms = terms("DISPUTE");
        LocalDate today = LocalDate.parse(School.today());
        terms.put("fromOn", today.plusDays(10).toString());
        terms.put("untilOn", today.plusDays(12).toString());
        record(terms);
        assertThat(verdict(today.plusDays(9))).isEqualTo("NEEDS_ACTION");
        assertThat(verdict(today.plusDays(10))).isEqualTo("DENY");
        assertThat(verdict(today.plusDays(12))).isEqualTo("DENY");
        assertThat(verdict(today.plusDays(13))).isEqualTo("NEEDS_ACTION");
    }

    /** A contributor gets, to the byte, what a refusal would have given: nothing tells the two apart. */
    @Test
    @Tag("MED-20")
    void itShowsAsARefusalDoes() {
        String kofi = school.child("Kofi", "Ansah", "Ash");
        school.answers(kofi, "Ama Ansah", "SOCIAL_MEDIA=NO", "WEBSITE=NO");
        record(terms("COURT_ORDER"));
        String restricted = calls.get("/api/media/subjects/" + mia, school.as("CONTRIBUTOR"))
                .body()
                .path("purposes")
                .toString();
        assertThat(restricted)
                .isEqualTo(calls.get("/api/media/subjects/" + kofi, school.as("CONTRIBUTOR"))
                        .body()
                        .path("purposes")
                        .toString()
                        .replace("NOT_ASKED", "NOT_CLEARED"));
        assertThat(person(mia, "Mia", "M. T.")).isEqualTo(person(kofi, "Kofi", "M. T."));
        assertThat(database.ask("SELECT count(DISTINCT type) FROM outbox WHERE group_id = '" + school.group
                        + "' AND type LIKE '%Clear%'"))
                .isEqualTo("1");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Answer refused = record(Map.of("fromOn", "1900-01-01", "untilOn", "2020-01-01"));
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/kind", "/note", "/fromOn", "/untilOn");
    }

    private String person(String subject, String first, String name) {
        return school.ask(facebook, subject)
                .body()
                .path("people")
                .get(0)
                .toString()
                .replace(subject, "")
                .replaceAll(first + "[^\"]*", name);
    }

    private static Map<String, Object> terms(String kind) {
        return new HashMap<>(Map.of("kind", kind, "note", "Letter of 3 September, in the safe"));
    }

    private Answer record(Map<String, Object> terms) {
        return calls.post("/api/media/subjects/" + mia + "/restrictions", school.as("SETTING_HEAD"), terms);
    }

    private Answer end(String restriction) {
        return calls.post(
                "/api/media/subjects/" + mia + "/restrictions/" + restriction + "/end",
                school.as("DSL"),
                Map.of("reason", "The order has ended"));
    }

    private String verdict(@org.jspecify.annotations.Nullable LocalDate on) {
        Map<String, Object> question = School.question(facebook, mia);
        if (on != null) {
            question.put("plannedFor", on + "T12:00:00Z");
        }
        return calls.post("/api/media/decisions", school.as("CONTRIBUTOR"), question)
                .body()
                .path("verdict")
                .asString();
    }
}
