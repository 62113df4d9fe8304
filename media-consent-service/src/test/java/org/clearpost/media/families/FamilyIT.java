package org.clearpost.media.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.media.families.Post.Arrived;
import org.clearpost.media.families.Post.Browser;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From the question to the receipt and back again, through a real mail server. */
@ClearpostTest
@Import({MovableClock.Set.class, Statements.Set.class})
@ExtendWith(OutputCaptureExtension.class)
@Tag("MED-23")
class FamilyIT {

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
    Statements statements;

    @Autowired
    AskFamilies families;

    @Autowired
    FeedAges feeds;

    private Calls calls;
    private School school;
    private String facebook;
    private String mia;
    private String leo;
    private String address;

    @BeforeEach
    void aParentOfTwo() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        facebook = school.account("FACEBOOK", "LIVE");
        mia = school.child("Mia", "Thompson", "Ash");
        leo = school.child("Leo", "Thompson", "Birch");
        address = "dana@" + UUID.randomUUID() + ".example";
        parent(mia, "Dana Thompson", address, "YES");
        parent(leo, "Dana Thompson", address, "YES");
    }

    @Test
    @Tag("MED-03")
    @Tag("MED-11")
    void aParentDecidesForTwoChildrenAndWithdrawsTheSameWay() {
        Browser browser = letIn();
        JsonNode page = browser.get("/session").body();
        assertThat(page.path("setting").asString()).isEqualTo("Oak Lane School");
        assertThat(page.path("children").valueStream().map(child -> child.path("firstName")
                        .asString()))
                .containsExactly("Leo", "Mia");
        assertThat(page.toString()).doesNotContain("Thompson").doesNotContain("Ash");
        assertThat(page.path("questions").valueStream().map(JsonNode::toString))
                .contains("{\"purpose\":\"SOCIAL_MEDIA\",\"channel\":\"FACEBOOK\"}")
                .hasSize(8);

        Answer given = browser.post(
                "/answers", Post.form(List.of(mia, leo), "TAKING=YES", "SOCIAL_MEDIA/FACEBOOK=YES", "PRESS=NO"));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(given.body().path("answers").size()).isEqualTo(6);
        assertThat(given.body().path("signedName").asString()).isEqualTo("Dana Thompson");
        assertThat(given.body().path("language").asString()).isEqualTo("CY");
        assertThat(browser.get("/receipts/" + given.id()).body()).isEqualTo(given.body());
        assertThat(cleared(mia)).isTrue();
        assertThat(cleared(leo)).isTrue();
        assertThat(database.ask(
                        "SELECT form_version || '; ' || kept_at FROM consent WHERE state = 'ACTIVE' AND subject_id = '"
                                + mia + "' LIMIT 1"))
                .isEqualTo("Family form 1 (cy); Signed by link, receipt "
                        + given.body().path("reference").asString());
        Arrived receipt = Post.await(address, 3);
        assertThat(receipt.subject()).startsWith("A receipt from Oak Lane School is waiting");

        Answer taken = browser.post("/answers", Post.form(mia, "SOCIAL_MEDIA/FACEBOOK=NO"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(cleared(mia)).isFalse();
        assertThat(cleared(leo)).isTrue();
        assertThat(database.ask(
                        "SELECT state FROM consent WHERE purpose = 'SOCIAL_MEDIA' AND subject_id = '" + mia + "'"))
                .isEqualTo("WITHDRAWN");
        assertThat(status()).isEqualTo("ANSWERED");
    }

    @Test
    @Tag("SEC-15")
    void mailsAndLogsSayNothingOfTheChildren(CapturedOutput output) {
        letIn().post("/answers", Post.form(mia, "TAKING=YES", "WEBSITE=NO"));
        Post.await(address, 3);
        for (Arrived mail : Post.to(address)) {
            assertThat(mail.subject()).contains("Oak Lane School");
            assertThat(mail.subject() + mail.text())
                    .doesNotContainIgnoringCase("Mia")
                    .doesNotContain("Leo", "Thompson", "Ash", "Birch", "photograph");
        }
        String ours = output.getAll()
                .lines()
                .filter(line -> !line.contains("greenmail"))
                .collect(java.util.stream.Collectors.joining());
        assertThat(ours).doesNotContain(address, "Thompson");
    }

    /** An answer about one platform ends what was once said of social media in general. */
    @Test
    void anAnswerForOneChannelReplacesTheGeneralOne() {
        school.answers(mia, "Dana Thompson", "SOCIAL_MEDIA=NO", "TAKING=YES");
        assertThat(cleared(mia)).isFalse();
        letIn().post("/answers", Post.form(mia, "SOCIAL_MEDIA/FACEBOOK=YES"));
        assertThat(cleared(mia)).isTrue();
        String instagram = school.account("INSTAGRAM", "LIVE");
        assertThat(school.ask(instagram, mia).body().path("verdict").asString()).isNotEqualTo("PERMIT");
        assertThat(standing(instagram, mia)).isEqualTo("NOT_ASKED");
    }

    @Test
    void anAnswerNeedsTheNameTheDeclarationTheWordsAndAQuestionThatIsAsked() {
        Browser browser = letIn();
        for (Map.Entry<String, Object> wrong :
                Map.<String, Object>of("signedName", " ", "declared", false).entrySet()) {
            Map<String, Object> form = Post.form(mia, "WEBSITE=YES");
            form.put(wrong.getKey(), wrong.getValue());
            Answer refused = browser.post("/answers", form);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/" + wrong.getKey());
        }
        assertThat(browser.post("/answers", Post.form(mia, "SOCIAL_MEDIA/TIKTOK=YES"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/answers", Post.form(mia, "WEBSITE=YES", "WEBSITE=NO"))
                        .status())
                .isEqualTo(422);
        Map<String, Object> old = Post.form(mia, "WEBSITE=YES");
        old.put("wordingVersion", 7);
        assertThat(browser.post("/answers", old).code()).isEqualTo("media.wording-changed");
        Map<String, Object> backdated = Post.form(mia, "WEBSITE=YES");
        backdated.put("recordedAt", "2020-01-01T00:00:00Z");
        assertThat(browser.post("/answers", backdated).status()).isEqualTo(400);
        assertThat(database.ask("SELECT count(*) FROM consent WHERE form_version LIKE 'Family%' AND group_id = '"
                        + school.group + "'"))
                .isEqualTo("0");
    }

    @Test
    void anotherFamilysChildIsAnUnknownChild() {
        String other = school.child("Kai", "Moss", "Ash");
        parent(other, "Robin Moss", "robin@" + UUID.randomUUID() + ".example", "YES");
        Browser browser = letIn();
        Answer foreign = browser.post("/answers", Post.form(other, "WEBSITE=YES"));
        Answer unknown = browser.post("/answers", Post.form(UUID.randomUUID().toString(), "WEBSITE=YES"));
        assertThat(foreign.status()).isEqualTo(404);
        assertAlike(foreign, unknown);
    }

    @Test
    void aSentAnswerSentAgainIsTheSameAnswer() {
        Browser browser = letIn();
        Map<String, Object> form = Post.form(List.of(mia, leo), "WEBSITE=YES");
        Answer first = browser.post("/answers", form, "key-1");
        Answer again = browser.post("/answers", form, "key-1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(database.ask("SELECT count(*) FROM family_receipt WHERE group_id = '" + school.group + "'"))
                .isEqualTo("1");
    }

    @Test
    void twoTabsAnswerAtOnceAndEachQuestionHasOneAnswer() throws Exception {
        Browser first = letIn();
        Browser second = letIn();
        List<Answer> all = atOnce(
                12,
                i -> () -> (i % 2 == 0 ? first : second)
                        .post(
                                "/answers",
                                Post.form(
                                        i % 3 == 0 ? List.of(leo, mia) : List.of(mia, leo),
                                        "WEBSITE=" + (i % 2 == 0 ? "YES" : "NO"),
                                        "TAKING=YES")));
        assertThat(all)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(database.ask("SELECT max(n) FROM (SELECT count(*) AS n FROM consent WHERE superseded_at IS NULL AND"
                        + " group_id = '"
                        + school.group + "' GROUP BY subject_id, giver_id, purpose, channel) AS each"))
                .isEqualTo("1");
    }

    @Test
    void aSettingsOwnWordsAreAVersionAndOldOnesAreKept() {
        letIn();
        Answer before = calls.get(school.path("/family-wordings"), school.as("SETTING_HEAD"));
        assertThat(before.body().path("version").asInt()).isEqualTo(1);
        String changed = before.body()
                .path("wording")
                .toString()
                .replace("We would like to take", "This autumn we would like to take");
        Answer after =
                calls.post(school.path("/family-wordings"), school.as("SETTING_HEAD"), "{\"wording\":" + changed + "}");
        assertThat(after.status()).as(after.text()).isEqualTo(201);
        assertThat(after.body().path("version").asInt()).isEqualTo(2);
        Answer nameless = calls.post(
                school.path("/family-wordings"),
                school.as("SETTING_HEAD"),
                "{\"wording\":" + changed.replace("on our website", "").replace("{child}?", "your child?") + "}");
        assertThat(nameless.status()).isEqualTo(422);
        Browser browser = letIn();
        assertThat(browser.get("/session").text()).contains("This autumn").contains("\"wordingVersion\":2");
        assertThat(database.ask("SELECT count(*) FROM family_wording WHERE group_id = '" + school.group + "'"))
                .isEqualTo("4");
    }

    @Test
    void onlyThoseWhoHaveNotAnsweredAreRemindedAndNobodyTwiceWithinADay() {
        String quiet = "robin@" + UUID.randomUUID() + ".example";
        parent(mia, "Robin Thompson", quiet, "YES");
        letIn().post("/answers", Post.form(mia, "TAKING=YES"));
        Post.await(address, 3);
        Post.await(quiet, 1);
        assertThat(round("REMIND", null).path("mailed").asInt()).isZero();
        clock.moveOn(Duration.ofHours(21));
        // A feed last heard of 21 hours ago is silent until it is read again.
        await().until(() -> feeds.connected("read-directory"));
        JsonNode reminded = round("REMIND", null);
        assertThat(reminded.path("mailed").asInt()).isEqualTo(1);
        assertThat(Post.await(quiet, 2).subject()).startsWith("Oak Lane School still asks");
        assertThat(Post.to(address)).hasSize(3);
        assertThat(round("REMIND", null).path("mailed").asInt()).isZero();
    }

    @Test
    void staffSeeWhoHasNoAddressAndWhoseMailsComeBack() {
        parent(leo, "Sam Reed", null, "YES");
        parent(leo, "Ida Fox", "ida.fox@exa mple", "YES");
        parent(leo, "Max Gone", "max@gone.example", "UNKNOWN");
        JsonNode done = round("ASK", "Birch");
        assertThat(done.path("total").asInt()).isEqualTo(3);
        assertThat(done.path("withoutAddress").asInt()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(statuses())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Dana Thompson", "ASKED", "Sam Reed", "NO_ADDRESS", "Ida Fox", "BOUNCED")));
        JsonNode counts =
                calls.get(school.path("/families"), school.as("DSL")).body().path("counts");
        assertThat(counts.path("NO_ADDRESS").asInt()).isEqualTo(1);
        assertThat(calls.get(school.path("/families?status=BOUNCED&limit=1"), school.as("SLT"))
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void manyFamiliesAreAskedOnceEachHoweverManyWork() throws Exception {
        database.change(
                """
                WITH made AS (SELECT i, gen_random_uuid() AS child, gen_random_uuid() AS giver FROM generate_series(1, 950) i),
                children AS (INSERT INTO subject (group_id, id, setting_id, kind, first_name, surname, class_name)
                             SELECT '%1$s', child, '%2$s', 'CHILD', 'Child', 'No ' || i, 'Elm' FROM made),
                givers AS (INSERT INTO giver (group_id, id, setting_id, name, type, email)
                           SELECT '%1$s', giver, '%2$s', 'Parent ' || i, 'PARENT',
                                  CASE WHEN i %% 10 = 0 THEN NULL ELSE 'p' || i || '@' || '%2$s' || '.example' END FROM made)
                SELECT 1
                """
                        .formatted(school.group, school.setting));
        database.change(
                """
                INSERT INTO subject_giver (group_id, subject_id, giver_id, responsibility)
                SELECT s.group_id, s.id, g.id, 'YES' FROM subject s
                  JOIN giver g ON g.group_id = s.group_id AND g.name = 'Parent ' || substr(s.surname, 4)
                 WHERE s.group_id = '%s' AND s.class_name = 'Elm'
                """
                        .formatted(school.group));
        Answer started = calls.post(
                school.path("/family-rounds"), school.as("SETTING_HEAD"), Map.of("kind", "ASK", "className", "Elm"));
        assertThat(started.body().path("total").asInt()).isEqualTo(950);
        atOnce(4, i -> () -> {
            families.work().block();
            return started;
        });
        JsonNode done = awaitRound(started.id());
        assertThat(done.path("done").asInt()).isEqualTo(950);
        assertThat(done.path("mailed").asInt()).isEqualTo(855);
        assertThat(done.path("withoutAddress").asInt()).isEqualTo(95);
        assertThat(database.ask(
                        "SELECT count(*) || '/' || count(DISTINCT giver_id) FROM outgoing_mail WHERE group_id = '"
                                + school.group + "'"))
                .isEqualTo("855/855");
        database.change("UPDATE outgoing_mail SET state = 'SENT' WHERE state = 'WAITING' AND group_id = '"
                + school.group + "'");
    }

    @Test
    void aMailThatDoesNotGoOutIsTriedAgainWithALinkOfItsOwn() {
        database.change("INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, attempts, due_at,"
                + " created_at) SELECT group_id, gen_random_uuid(), setting_id, id, 'INVITATION', 'SENDING', 1,"
                + " now() - interval '1 s', now() FROM giver WHERE email = '" + address + "'");
        assertThat(Post.await(address, 1).key("i")).hasSize(64);
        assertThat(database.ask("SELECT attempts FROM outgoing_mail WHERE group_id = '" + school.group + "'"))
                .isEqualTo("2");
    }

    @Test
    void withAMailServerNobodyReadsAFamilysMail() {
        round("ASK", null);
        Post.await(address, 1);
        Answer box = calls.get(school.path("/outgoing-mails"), school.as("SETTING_HEAD"));
        assertThat(box.body().path("server").asBoolean()).isTrue();
        assertThat(box.body().path("items").size()).isZero();
        String mail = database.ask("SELECT id FROM outgoing_mail WHERE group_id = '" + school.group + "'");
        assertThat(calls.post("/api/media/outgoing-mails/" + mail + "/opening", school.as("SETTING_HEAD"), "")
                        .code())
                .isEqualTo("media.no-outbox");
    }

    @Test
    void atCollectionTimeACodeLetsOneFamilyInOnceSomebodyHasSeenWhoTheyAre() {
        String giver = giver("Dana Thompson");
        String path = school.path("/families/" + giver + "/entry");
        assertThat(calls.post(path, school.as("SETTING_HEAD"), Map.of()).status())
                .isEqualTo(422);
        Answer shown = calls.post(path, school.as("SETTING_HEAD"), Map.of("confirmed", "PHOTO_ID"));
        assertThat(shown.status()).as(shown.text()).isEqualTo(201);
        String key = shown.body().path("link").asString().replaceAll("^.*#e=", "");
        assertThat(new Browser(port).open(key).status()).isEqualTo(200);
        assertThat(new Browser(port).open(key).status()).isEqualTo(404);
        assertThat(database.ask(
                        "SELECT confirmed_how || confirmed_by FROM family_key WHERE giver_id = '" + giver + "'"))
                .isEqualTo("PHOTO_ID" + School.OTHERS);
        parent(mia, "Max Gone", "max@gone.example", "UNKNOWN");
        assertThat(calls.post(
                                school.path("/families/" + giver("Max Gone") + "/entry"),
                                school.as("DSL"),
                                Map.of("confirmed", "KNOWN_IN_PERSON"))
                        .code())
                .isEqualTo("media.not-responsible");
    }

    // --- attacks on links: the table in docs

    @Test
    @Tag("SEC-01")
    void unknownExpiredUsedAndBarredLinksLookAlikeAndChangeNothing() {
        Browser browser = new Browser(port);
        String other = "robin@" + UUID.randomUUID() + ".example";
        parent(leo, "Robin Moss", other, "YES");
        round("ASK", null);
        String lapsed = Post.await(other, 1).key("i");
        database.change("UPDATE family_key SET expires_at = now() - interval '1 s' WHERE hash = sha256('" + lapsed
                + "'::bytea)");
        String invitation = Post.await(address, 1).key("i");
        browser.post("/links", Map.of("key", invitation));
        String used = Post.await(address, 2).key("e");
        Answer opened = browser.open(used);
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        String session = browser.session();
        Answer accepted = browser.post("/links", Map.of("key", invitation));
        String barred = Post.await(address, 3).key("e");
        browser.post("/links", Map.of("key", invitation));
        String expired = Post.await(address, 4).key("e");
        database.change(
                "UPDATE family_key SET made_at = now() - interval '30 min', expires_at = now() - interval '20 min'"
                        + " WHERE hash = sha256('" + expired + "'::bytea)");
        String guessed = guess();

        Map<String, Runnable> before = new HashMap<>();
        before.put(
                barred,
                () -> database.change("UPDATE subject_giver SET barred_at = now() WHERE giver_id = '"
                        + giver("Dana Thompson") + "'"));
        List<Answer> refused = new ArrayList<>();
        List<Integer> counted = new ArrayList<>();
        for (String key : List.of(guessed, expired, used, invitation, "nonsense", barred)) {
            before.getOrDefault(key, () -> {}).run();
            String rows = rows();
            statements.clear();
            refused.add(new Browser(port).open(key));
            counted.add(statements.ofRequests());
            assertThat(rows()).as(key).isEqualTo(rows);
        }
        assertThat(refused).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        refused.forEach(answer -> assertAlike(answer, refused.getFirst()));
        assertThat(counted).containsOnly(counted.getFirst());

        // The button of an invitation: one answer for everybody, and for the barred parent no mail.
        List<Integer> pressed = new ArrayList<>();
        for (String key : List.of(guess(), "nonsense", lapsed, used, invitation)) {
            String rows = rows();
            statements.clear();
            Answer answer = new Browser(port).post("/links", Map.of("key", key));
            pressed.add(statements.ofRequests());
            assertAlike(answer, accepted);
            assertThat(rows()).isEqualTo(rows);
        }
        assertThat(pressed).containsOnly(pressed.getFirst());

        // A session that was open goes the same way, and so does what is known of it.
        for (@Nullable String cookie : new @Nullable String[] {session, guess(), null}) {
            Answer view = new Browser(port).with(cookie).get("/session");
            Answer answer = new Browser(port).with(cookie).post("/answers", Post.form(mia, "TAKING=YES"));
            assertAlike(view, refused.getFirst());
            assertAlike(answer, refused.getFirst());
        }
    }

    @Test
    void aForwardedInvitationOnlyWritesToTheAddressOnFile() {
        round("ASK", null);
        String invitation = Post.await(address, 1).key("i");
        Browser stranger = new Browser(port);
        assertThat(stranger.post("/links", Map.of("key", invitation)).text()).isEqualTo("{\"accepted\":true}");
        assertThat(stranger.session()).isNull();
        assertThat(stranger.open(invitation).status()).isEqualTo(404);
        assertThat(Post.await(address, 2).key("e")).isNotEqualTo(invitation);
    }

    @Test
    void aButtonPressedAgainAndAgainDoesNotFloodTheAddress() {
        round("ASK", null);
        String invitation = Post.await(address, 1).key("i");
        Browser browser = new Browser(port);
        for (int i = 0; i < 9; i++) {
            assertThat(browser.post("/links", Map.of("key", invitation)).status())
                    .isEqualTo(202);
        }
        assertThat(database.ask(
                        "SELECT count(*) FROM outgoing_mail WHERE kind = 'LINK' AND group_id = '" + school.group + "'"))
                .isEqualTo("5");
    }

    @Test
    void aMailScannerThatGetsEverythingUsesNothingUp() {
        round("ASK", null);
        String invitation = Post.await(address, 1).key("i");
        new Browser(port).post("/links", Map.of("key", invitation));
        String entry = Post.await(address, 2).key("e");
        String rows = rows();
        for (String path : List.of(
                "/session", "/session?key=" + entry, "/links?key=" + invitation, "/session/" + entry, "/answers")) {
            assertThat(new Browser(port).get(path).status()).isGreaterThanOrEqualTo(400);
        }
        assertThat(rows()).isEqualTo(rows);
        assertThat(new Browser(port).open(entry).status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoUseOneLinkAtOnceOneIsLetIn() throws Exception {
        round("ASK", null);
        new Browser(port).post("/links", Map.of("key", Post.await(address, 1).key("i")));
        String entry = Post.await(address, 2).key("e");
        List<Answer> all = atOnce(16, i -> () -> new Browser(port).open(entry));
        assertThat(all.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(all.stream().filter(answer -> answer.status() == 404)).hasSize(15);
    }

    @Test
    void aSessionEndsWithTheResponsibilityItRestsOn() {
        Browser browser = letIn();
        assertThat(browser.get("/session").status()).isEqualTo(200);
        parent(mia, "Dana Thompson", address, "NO");
        assertThat(browser.get("/session").body().path("children").size()).isEqualTo(1);
        assertThat(browser.post("/answers", Post.form(mia, "WEBSITE=YES")).status())
                .isEqualTo(404);
        parent(leo, "Dana Thompson", address, "NO");
        assertAlike(browser.get("/session"), new Browser(port).with(guess()).get("/session"));
        assertThat(browser.post("/answers", Post.form(leo, "WEBSITE=YES")).status())
                .isEqualTo(404);
    }

    @Test
    void aSessionEndsAfterHalfAnHourAndWhenItIsLeft() {
        Browser browser = letIn();
        Browser left = letIn();
        String session = left.session();
        assertThat(left.post("/session/end", Map.of()).status()).isEqualTo(204);
        Answer unknown = new Browser(port).with(guess()).get("/session");
        assertAlike(new Browser(port).with(session).get("/session"), unknown);
        assertThat(browser.get("/session").status()).isEqualTo(200);
        clock.moveOn(Duration.ofMinutes(31));
        assertAlike(browser.get("/session"), unknown);
        await().until(() -> feeds.connected("read-directory"));
        assertAlike(browser.post("/answers", Post.form(mia, "TAKING=YES")), unknown);
    }

    @Test
    void aLinkSentTooLateIsNotSentAtAll() {
        round("ASK", null);
        Post.await(address, 1);
        database.change(
                "INSERT INTO outgoing_mail (group_id, id, setting_id, giver_id, kind, state, due_at, created_at)"
                        + " SELECT group_id, gen_random_uuid(), setting_id, id, 'LINK', 'WAITING', now(), now() - interval"
                        + " '11 min' FROM giver WHERE email = '" + address + "'");
        await().until(() -> database.ask("SELECT count(*) FROM outgoing_mail WHERE state = 'GIVEN_UP' AND group_id = '"
                        + school.group + "'")
                .equals("1"));
        assertThat(Post.to(address)).hasSize(1);
    }

    @Test
    void theCookieGoesToTheFamilyPathsAloneAndNoScriptReadsIt() {
        round("ASK", null);
        new Browser(port).post("/links", Map.of("key", Post.await(address, 1).key("i")));
        Answer opened = new Browser(port).open(Post.await(address, 2).key("e"));
        String cookie = opened.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie)
                .startsWith("__Secure-clearpost-family=")
                .contains("Path=/api/family;", "Max-Age=1800", "Secure", "HttpOnly", "SameSite=Strict");
        String key = cookie.replaceAll("^[^=]+=([^;]*);.*$", "$1");
        assertThat(database.ask("SELECT count(*) FROM family_session WHERE hash = sha256('" + key + "'::bytea)"))
                .isEqualTo("1");
    }

    private Browser letIn() {
        int before = Post.to(address).size();
        round("ASK", null);
        String invitation = Post.await(address, before + 1).key("i");
        Browser browser = new Browser(port);
        assertThat(browser.post("/links", Map.of("key", invitation)).status()).isEqualTo(202);
        Answer opened = browser.open(Post.await(address, before + 2).key("e"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        return browser;
    }

    private void parent(String child, String name, @Nullable String email, String responsibility) {
        Map<String, Object> giver = new HashMap<>(
                Map.of("name", name, "type", "PARENT", "relation", "Parent", "responsibility", responsibility));
        String wellFormed = email != null && email.contains(" ") ? "later@" + UUID.randomUUID() + ".example" : email;
        if (wellFormed != null) {
            giver.put("email", wellFormed);
        }
        Answer answer = calls.post(
                "/api/media/subjects/" + child + "/consents",
                school.as("SETTING_HEAD"),
                Map.of("giver", giver, "answers", List.of(Map.of("purpose", "INTERNAL", "answer", "NO"))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        if (email != null && !email.equals(wellFormed)) {
            database.change("UPDATE giver SET email = '" + email + "' WHERE email = '" + wellFormed + "'");
        }
    }

    private JsonNode round(String kind, @Nullable String className) {
        Map<String, Object> request = new HashMap<>(Map.of("kind", kind));
        if (className != null) {
            request.put("className", className);
        }
        Answer started = calls.post(school.path("/family-rounds"), school.as("SETTING_HEAD"), request);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return awaitRound(started.id());
    }

    private JsonNode awaitRound(String round) {
        await().until(() -> roundNow(round).path("state").asString().equals("DONE"));
        return roundNow(round);
    }

    private JsonNode roundNow(String round) {
        return calls.get("/api/media/family-rounds/" + round, school.as("LINE_MANAGER"))
                .body();
    }

    private Map<String, String> statuses() {
        Map<String, String> statuses = new HashMap<>();
        calls.get(school.path("/families?className=Birch"), school.as("SETTING_HEAD"))
                .body()
                .path("items")
                .forEach(family -> statuses.put(
                        family.path("name").asString(), family.path("status").asString()));
        return statuses;
    }

    private String status() {
        return String.valueOf(statuses().get("Dana Thompson"));
    }

    private boolean cleared(String child) {
        return standing(facebook, child).equals("CLEARED");
    }

    private String standing(String account, String child) {
        return school.ask(account, child)
                .body()
                .path("people")
                .get(0)
                .path("outcome")
                .asString();
    }

    private String giver(String name) {
        return database.ask("SELECT id FROM giver WHERE name = '" + name + "' AND group_id = '" + school.group + "'");
    }

    private String guess() {
        return org.clearpost.media.families.model.LinkKey.fresh(school.group).text();
    }

    /** Every row of the families' tables and of the consents. */
    private String rows() {
        StringBuilder all = new StringBuilder();
        for (String table :
                List.of("family_key", "family_session", "family_receipt", "family_ask", "consent", "audit_entry")) {
            all.append(database.ask("SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM " + table
                    + " t WHERE group_id = '" + school.group + "'"));
        }
        return all + database.ask("SELECT count(*) FROM outgoing_mail WHERE group_id = '" + school.group + "'");
    }

    private static void assertAlike(Answer one, Answer other) {
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(lines(one.headers())).isEqualTo(lines(other.headers()));
    }

    private static Map<String, List<String>> lines(HttpHeaders headers) {
        Map<String, List<String>> lines = new HashMap<>(headers.map());
        lines.remove("date");
        return lines;
    }

    private interface Numbered {
        Callable<Answer> of(int i);
    }

    private static List<Answer> atOnce(int many, Numbered work) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<Answer> one = work.of(i);
                running.add(threads.submit(() -> {
                    gate.await();
                    return one.call();
                }));
            }
            gate.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
