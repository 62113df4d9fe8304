package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.clearpost.media.world.Spoken;
import org.clearpost.media.world.Spoken.Event;
import org.clearpost.media.world.Spoken.Who;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What two parents and a pupil do, done over the interface: after each step the roster says what the rules in words say. */
@ClearpostTest
@Tag("MED-03")
@Tag("MED-11")
@Tag("MED-19")
class EveryOrderIT {

    private static final int LENGTH = 8;
    private static final int ORDERS = 12;

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private static final Map<Who, String> NAMES =
            Map.of(Who.DANA, "Dana Thompson", Who.LEE, "Lee Thompson", Who.MIA, "Mia Thompson");

    @ParameterizedTest
    @ValueSource(longs = {20261121, 7, 411})
    void eachStepOfRandomOrders(long seed) {
        Random random = new Random(seed);
        Calls calls = new Calls(port);
        School school = new School(calls, neighbours, database);
        for (int i = 0; i < ORDERS; i++) {
            Event[] events = new Event[LENGTH];
            for (int step = 0; step < LENGTH; step++) {
                events[step] = Spoken.EVENTS.get(random.nextInt(Spoken.EVENTS.size()));
            }
            follow(calls, school, events);
        }
    }

    /** Each pair of things that one giver can do, in both orders: no way of one giver's answer is left to chance. */
    @Test
    void eachWayOfOneGiversAnswer() {
        Calls calls = new Calls(port);
        School school = new School(calls, neighbours, database);
        for (Who who : List.of(Who.DANA, Who.MIA)) {
            List<Event> own =
                    Spoken.EVENTS.stream().filter(event -> event.who() == who).toList();
            for (Event second : own) {
                for (Event third : own) {
                    Event first = own.getFirst();
                    follow(calls, school, first, second, third);
                }
            }
        }
    }

    private static void follow(Calls calls, School school, Event... events) {
        String subject = school.child("Mia", "Thompson", "Ash");
        Map<Who, String> givers = new HashMap<>();
        for (int step = 1; step <= events.length; step++) {
            List<Event> sofar = Arrays.asList(events).subList(0, step);
            boolean possible = Spoken.isPossible(events, step);
            Integer status = act(calls, school, subject, givers, events[step - 1]);
            if (status != null) {
                assertThat(status >= 400).as("refused after %s", sofar).isEqualTo(!possible);
            }
            String clearance = calls.get("/api/media/subjects/" + subject, school.as("CONTRIBUTOR"))
                    .body()
                    .path("purposes")
                    .path("WEBSITE")
                    .asString();
            assertThat(clearance).as("after %s", sofar).isEqualTo(Spoken.clearance(events, step));
        }
        // Nothing of it is lost: what held last is what history says holds now.
        assertThat(calls.get("/api/media/subjects/" + subject + "/consents/as-of", school.as("DSL"))
                        .body()
                        .path("purposes")
                        .path("WEBSITE")
                        .asString())
                .isEqualTo(Spoken.clearance(events, events.length));
    }

    /** The status; nothing when the event cannot be expressed, such as barring somebody who is not known yet. */
    private static @org.jspecify.annotations.Nullable Integer act(
            Calls calls, School school, String subject, Map<Who, String> givers, Event event) {
        String at = "/api/media/subjects/" + subject;
        switch (event.deed()) {
            case GRANT, REFUSE -> {
                Answer answer = calls.post(
                        at + "/consents",
                        school.as("SETTING_HEAD"),
                        form(event.who(), event.deed() == Spoken.Deed.GRANT ? "WEBSITE=YES" : "WEBSITE=NO"));
                if (answer.status() == 201) {
                    givers.put(
                            event.who(),
                            answer.body()
                                    .path("items")
                                    .get(0)
                                    .path("giver")
                                    .path("id")
                                    .asString());
                }
                return answer.status();
            }
            case WITHDRAW -> {
                String standing = standing(calls, school, at, NAMES.get(event.who()));
                return standing == null
                        ? null
                        : calls.post("/api/media/consents/" + standing + "/withdrawal", school.as("DSL"), "")
                                .status();
            }
            default -> {
                if (event.who().isPupil()) {
                    boolean judge = event.deed() == Spoken.Deed.ENTITLE;
                    return calls.post(
                                    at + (judge ? "/ability" : "/ability/revocation"),
                                    school.as("DSL"),
                                    judge
                                            ? Map.of(
                                                    "assessor", "Ms Hale",
                                                    "assessedOn", "2026-09-01",
                                                    "reason", "Understood every use")
                                            : Map.of("reason", "No longer"))
                            .status();
                }
                String giver = givers.computeIfAbsent(event.who(), who -> known(calls, school, at, who));
                boolean lift = event.deed() == Spoken.Deed.ENTITLE;
                return calls.post(
                                at + "/givers/" + giver + (lift ? "/bar/lifting" : "/bar"),
                                school.as("DSL"),
                                lift
                                        ? Map.of("reason", "Order ended")
                                        : Map.of(
                                                "reason",
                                                "Order of the court",
                                                "refusalsSetAside",
                                                event.deed() == Spoken.Deed.SET_ASIDE))
                        .status();
            }
        }
    }

    /** A parent who has said nothing about the website yet is on record by having answered something else. */
    private static String known(Calls calls, School school, String at, Who who) {
        return calls.post(at + "/consents", school.as("SETTING_HEAD"), form(who, "DISPLAY=YES"))
                .body()
                .path("items")
                .get(0)
                .path("giver")
                .path("id")
                .asString();
    }

    private static @org.jspecify.annotations.Nullable String standing(
            Calls calls, School school, String at, @org.jspecify.annotations.Nullable String name) {
        for (JsonNode row : calls.get(at + "/consents", school.as("DSL")).body().path("items")) {
            if (row.path("purpose").asString().equals("WEBSITE")
                    && row.path("giver").path("name").asString().equals(name)
                    && !row.path("state").asString().equals("SUPERSEDED")) {
                return row.path("id").asString();
            }
        }
        return null;
    }

    private static Map<String, Object> form(Who who, String answer) {
        Map<String, Object> form = School.form("", "YES", answer);
        form.put(
                "giver",
                Map.of(
                        "name",
                        NAMES.getOrDefault(who, ""),
                        "type",
                        who.isPupil() ? "PUPIL_ABLE" : "PARENT",
                        "responsibility",
                        who.isPupil() ? "UNKNOWN" : "YES"));
        form.put("signedOn", School.today());
        return form;
    }
}
