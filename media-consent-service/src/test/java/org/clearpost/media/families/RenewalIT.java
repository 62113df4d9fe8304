package org.clearpost.media.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.edge.CivilDay;
import org.clearpost.media.families.Post.Browser;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From the forecast to the renewed answer: those whose yes is going to lapse are asked, each once. */
@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("MED-13")
@Tag("MED-23")
class RenewalIT {

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Post.configure(properties);
    }

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    FeedAges feeds;

    private Calls calls;
    private School school;
    private String mia;
    private String dana;

    @BeforeEach
    void aSchoolWithAYesThatIsGoingToLapse() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        await().until(() -> feeds.connected("read-directory") && feeds.connected("read-options"));
        school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        dana = address("dana");
        yes(mia, parent("Dana Thompson", dana), 20, "WEBSITE=YES", "DISPLAY=YES");
    }

    @Test
    void asksTheFamiliesOfWhatLapsesAndNobodyElse() {
        String leo = school.child("Leo", "Thompson", "Birch");
        yes(leo, parent("Dana Thompson", dana), null, "WEBSITE=YES");
        String eva = address("eva");
        yes(school.child("Zoë", "Lind", "Oak"), parent("Eva Lind", eva), 200, "WEBSITE=YES");
        yes(school.child("Kai", "Moss", "Oak"), parent("Robin Moss", null), 30, "WEBSITE=YES");
        String gone = school.child("Ivy", "Reed", "Oak");
        yes(gone, parent("Sam Reed", address("sam")), 30, "WEBSITE=YES");
        database.change("UPDATE subject SET ended_on = current_date - 5 WHERE id = '" + gone + "'");
        Answer rosa = calls.post(
                school.path("/subjects"),
                school.as("SETTING_HEAD"),
                Map.of("kind", "STAFF", "firstName", "Rosa", "surname", "Hale"));
        yes(rosa.id(), Map.of("name", "Rosa Hale", "type", "ADULT_SELF", "responsibility", "YES"), 30, "WEBSITE=YES");

        assertThat(preview("")).isEqualTo("families=1 children=1 askedLately=0 withoutAddress=1 onForm=1");
        assertThat(ways()).containsExactly("Mia MAIL -", "Mia MAIL -", "Kai CODE -", "Rosa FORM -");
        JsonNode round = renew(90);
        assertThat(round.path("kind").asString()).isEqualTo("RENEW");
        assertThat(round.path("state").asString()).isEqualTo("DONE");
        assertThat(round.path("until").asString()).isEqualTo(day(90));
        assertThat(round.path("total").asInt()).isEqualTo(2);
        assertThat(round.path("mailed").asInt()).isEqualTo(1);
        assertThat(round.path("withoutAddress").asInt()).isEqualTo(1);
        Post.await(dana, 1);
        assertThat(ways()).containsExactly("Mia MAIL asked", "Mia MAIL asked", "Kai CODE asked", "Rosa FORM -");
        assertThat(preview("")).isEqualTo("families=0 children=0 askedLately=1 withoutAddress=1 onForm=1");
        assertThat(mails()).isEqualTo("1");
        assertThat(Post.to(eva)).isEmpty();

        // A longer look ahead asks those it adds, and them alone.
        assertThat(preview("?until=" + day(200)))
                .isEqualTo("families=1 children=1 askedLately=1 withoutAddress=1 onForm=1");
        assertThat(renew(200).path("mailed").asInt()).isEqualTo(1);
        Post.await(eva, 1);
        assertThat(mails()).isEqualTo("2");
    }

    @Test
    void aSecondPressWritesToNobodyAgainUntilAMonthHasPassed() {
        renew(90);
        JsonNode second = renew(90);
        assertThat(second.path("total").asInt()).isZero();
        assertThat(mails()).isEqualTo("1");
        clock.moveOn(Duration.ofDays(29));
        await().until(() -> feeds.connected("read-directory"));
        assertThat(renew(90).path("mailed").asInt()).isZero();
        clock.moveOn(Duration.ofDays(2));
        await().until(() -> feeds.connected("read-directory"));
        assertThat(preview("")).startsWith("families=1 children=1");
        assertThat(renew(90).path("mailed").asInt()).isEqualTo(1);
        assertThat(mails()).isEqualTo("2");
    }

    @Test
    void whoWasJustAskedByAnyRoundIsNotWrittenToAgain() {
        Answer asked = calls.post(school.path("/family-rounds"), school.as("SETTING_HEAD"), Map.of("kind", "ASK"));
        await().until(() -> calls.get("/api/media/family-rounds/" + asked.id(), school.as("DSL"))
                .body()
                .path("state")
                .asString()
                .equals("DONE"));
        assertThat(preview("")).startsWith("families=0 children=0 askedLately=1");
        assertThat(renew(90).path("total").asInt()).isZero();
        assertThat(mails()).isEqualTo("1");
    }

    @Test
    void theSameKeyIsTheSameRound() {
        String key = UUID.randomUUID().toString();
        Map<String, String> request = Map.of("kind", "RENEW", "until", day(90));
        Answer first = calls.post(school.path("/family-rounds"), school.as("SETTING_HEAD"), key, request);
        Answer again = calls.post(school.path("/family-rounds"), school.as("SETTING_HEAD"), key, request);
        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(database.ask("SELECT count(*) FROM family_round WHERE group_id = '" + school.group + "'"))
                .isEqualTo("1");
    }

    @Test
    void ofManyWhoPressAtOnceOneWrites() throws Exception {
        for (int i = 0; i < 12; i++) {
            yes(
                    school.child("Child" + i, "Elm", "Elm"),
                    parent("Parent " + i, address("p" + i)),
                    10 + i,
                    "WEBSITE=YES");
        }
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            List<Future<JsonNode>> pressing = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int ahead = 60 + i;
                pressing.add(desks.submit(() -> renew(ahead)));
            }
            int mailed = 0;
            for (Future<JsonNode> each : pressing) {
                mailed += each.get().path("mailed").asInt();
            }
            assertThat(mailed).isEqualTo(13);
        }
        assertThat(database.ask("SELECT count(*) || '/' || count(DISTINCT giver_id) FROM outgoing_mail"
                        + " WHERE group_id = '" + school.group + "'"))
                .isEqualTo("13/13");
    }

    @Test
    void whatIsGivenAgainByLinkIsNoLongerAmongWhatLapses() {
        renew(90);
        Browser browser = new Browser(port);
        browser.post("/links", Map.of("key", Post.await(dana, 1).key("i")));
        assertThat(browser.open(Post.await(dana, 2).key("e")).status()).isEqualTo(200);
        Answer given = browser.post("/answers", Post.form(mia, "WEBSITE=YES", "DISPLAY=NO"));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(ways()).isEmpty();
        assertThat(preview("")).isEqualTo("families=0 children=0 askedLately=0 withoutAddress=0 onForm=0");
    }

    @Test
    void aRenewalNamesADayThatCanBeAndNoClass() {
        for (Map<String, String> wrong : List.of(
                Map.of("kind", "RENEW", "until", "2020-01-01"),
                Map.of("kind", "RENEW", "until", "2199-01-01"),
                Map.of("kind", "RENEW", "until", day(90), "className", "Ash"),
                Map.of("kind", "ASK", "until", day(90)))) {
            Answer refused = calls.post(school.path("/family-rounds"), school.as("SETTING_HEAD"), wrong);
            assertThat(refused.status()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(calls.get(school.path("/lapses/families?until=2020-01-01"), school.as("DSL"))
                        .status())
                .isEqualTo(422);
        assertThat(mails()).isEqualTo("0");
    }

    private String address(String name) {
        return name + "@" + UUID.randomUUID() + ".example";
    }

    private static Map<String, String> parent(String name, @Nullable String email) {
        Map<String, String> giver =
                new HashMap<>(Map.of("name", name, "type", "PARENT", "relation", "Parent", "responsibility", "YES"));
        if (email != null) {
            giver.put("email", email);
        }
        return giver;
    }

    private void yes(String child, Map<String, String> giver, @Nullable Integer days, String... answers) {
        Map<String, Object> form = School.form("", "YES", answers);
        form.put("giver", giver);
        if (days != null) {
            form.put("validUntil", day(days));
        }
        Answer entered = calls.post("/api/media/subjects/" + child + "/consents", school.as("SETTING_HEAD"), form);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
    }

    private String day(int ahead) {
        LocalDate today = CivilDay.of(clock.instant());
        return today.plusDays(ahead).toString();
    }

    private JsonNode renew(int ahead) {
        Answer started = calls.post(
                school.path("/family-rounds"), school.as("SETTING_HEAD"), Map.of("kind", "RENEW", "until", day(ahead)));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.body();
    }

    private String preview(String query) {
        Answer preview = calls.get(school.path("/lapses/families" + query), school.as("LINE_MANAGER"));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.body().path("restDays").asInt()).isEqualTo(30);
        return List.of("families", "children", "askedLately", "withoutAddress", "onForm").stream()
                .map(each -> each + "=" + preview.body().path(each).asInt())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private List<String> ways() {
        return calls.get(school.path("/lapses?limit=200"), school.as("DSL"))
                .body()
                .path("items")
                .valueStream()
                .map(row -> row.path("firstName").asString() + " "
                        + row.path("way").asString() + (row.hasNonNull("askedAt") ? " asked" : " -"))
                .toList();
    }

    private String mails() {
        return database.ask(
                "SELECT count(*) FROM outgoing_mail WHERE kind = 'INVITATION' AND group_id = '" + school.group + "'");
    }
}
