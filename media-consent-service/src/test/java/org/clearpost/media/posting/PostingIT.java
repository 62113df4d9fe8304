package org.clearpost.media.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.clearpost.media.world.SchoolThatPosts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-10")
class PostingIT extends SchoolThatPosts {

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
}
