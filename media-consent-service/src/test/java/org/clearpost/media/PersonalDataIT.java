package org.clearpost.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clearpost.kit.feed.FeedAges;
import org.clearpost.kit.testing.Canary;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.Overheard;
import org.clearpost.kit.testing.PersonalColumns;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.families.Post;
import org.clearpost.media.families.Post.Browser;
import org.clearpost.media.importing.model.Examples;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.Pictures;
import org.clearpost.media.world.School;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mark in every personal column appears in no log, meter, trace, mail, address or feed. Everything that people do is
 * done over HTTP with the mark in every value, and afterwards every personal column really holds it.
 */
@ClearpostTest
@Import({MovableClock.Set.class, Overheard.Set.class, PersonalDataIT.Addresses.class})
@TestPropertySource(
        properties = {
            "clearpost.imports.lease=2s",
            "clearpost.imports.look=200ms",
            "logging.level.org.clearpost=debug",
            "management.defaults.metrics.export.enabled=true"
        })
@Tag("SEC-07")
class PersonalDataIT {

    private static final String ADDRESS = "address";
    private static final String HEADER = "header";
    private static final String MAIL = "mail";
    private static final String FEED = "feed";
    private static final String PROBLEM = "problem";

    private static final String HEADING =
            "Student ID,Forename,Surname,Reg,Guardian,Guardian Email,Parental responsibility,Website,Displays,Date"
                    + " signed,Form version,Form kept";

    private static final Map<String, String> WORDS_IN_ADDRESSES = Map.of(
            "after", "a place in a list, by ids and times",
            "class", "a class, which is no person",
            "className", "a class, which is no person",
            "code", "of a card, random",
            "fileName", "what a list of a school is called");

    private static final Logger log = LoggerFactory.getLogger(PersonalDataIT.class);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Hears where every request went and what came back beside the body. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        WebFilter addresses(Overheard overheard) {
            return (exchange, chain) -> {
                overheard.hear(ADDRESS, exchange.getRequest().getURI());
                exchange.getResponse().beforeCommit(() -> {
                    overheard.hear(HEADER, exchange.getResponse().getHeaders());
                    return Mono.empty();
                });
                return chain.filter(exchange);
            };
        }
    }

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

    @Autowired
    Overheard overheard;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ObservationRegistry observations;

    private final PersonalColumns columns = PersonalColumns.read();
    private final List<String> unexpected = new ArrayList<>();
    private Calls calls;
    private School school;
    private TestTokens head;
    private TestTokens dsl;
    private TestTokens contributor;
    private String facebook;
    private String host;

    @BeforeEach
    void aSchool() throws FolderException {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        head = school.as("SETTING_HEAD");
        dsl = school.as("DSL");
        contributor = school.as("CONTRIBUTOR");
        facebook = school.account("FACEBOOK", "LIVE");
        host = Canary.of(UUID.randomUUID() + ".example").toLowerCase(Locale.ROOT);
        Post.SERVER.purgeEmailFromAllMailboxes();
        overheard.listen("com.icegreen");
    }

    @AfterEach
    void listenNoMore() {
        overheard.stop();
    }

    @Test
    void everyColumnThatCanHoldWordsIsJudged() {
        assertThat(columns.unjudged(database)).isEmpty();
        database.change("ALTER TABLE restriction RENAME COLUMN note TO remark");
        try {
            assertThat(columns.unjudged(database))
                    .containsExactlyInAnyOrder(
                            "restriction.remark is not judged in personal-columns.csv",
                            "restriction.note is judged in personal-columns.csv and is not there");
        } finally {
            database.change("ALTER TABLE restriction RENAME COLUMN remark TO note");
        }
        assertThat(columns.unjudged(database)).isEmpty();
    }

    /** An address is kept by browsers and by whatever stands between: a new word in one has to be judged. */
    @Test
    void everyWordInAnAddressIsJudged() {
        Set<String> words = new TreeSet<>();
        JSON.readTree(get("/v3/api-docs", null))
                .path("paths")
                .forEach(path -> path.forEach(endpoint -> endpoint.path("parameters")
                        .valueStream()
                        .filter(parameter -> !parameter.path("in").asString().equals("header"))
                        .filter(parameter -> !parameter.path("in").asString().equals("cookie"))
                        .filter(parameter -> parameter.path("schema").toString().contains("string"))
                        .filter(parameter -> !parameter.path("schema").has("format"))
                        .filter(parameter -> !parameter.path("schema").has("enum"))
                        .forEach(parameter -> words.add(parameter.path("name").asString()))));
        assertThat(words).isEqualTo(WORDS_IN_ADDRESSES.keySet());
    }

    @Test
    void nothingPersonalIsSaidToAnybodyButTheCaller() {
        rostersAreImported();
        String mia = aChildIsEntered("mia");
        String leo = aChildIsEntered("leo");
        answersAreRecorded(mia);
        whoMayAnswerIsSettled(mia);
        staffProtect(leo);
        aFamilyAnswersByLink(mia);
        wordsAreListed();
        aPictureIsPosted(mia, leo);
        staffRead(mia);
        requestsAreRefused(mia);
        somethingBreaks(leo);
        whatOthersReadIsHeard();

        assertThat(unexpected).isEmpty();
        columns.look(database);
        assertThat(columns.notFilled()).as("personal columns without the mark").isEmpty();
        assertThat(columns.misjudged())
                .as("the mark where nothing personal is kept")
                .isEmpty();
        for (String channel :
                List.of(Overheard.LOG, Overheard.METER, Overheard.TRACE, ADDRESS, HEADER, MAIL, FEED, PROBLEM)) {
            assertThat(overheard.heard(channel)).as(channel).isPositive();
        }
        assertThat(overheard.leaks()).isEmpty();
    }

    /** Each channel given away on purpose: what was not seen to find finds nothing. */
    @Test
    void theSameFinderNoticesEachLeak() throws IOException, InterruptedException {
        String caption = Canary.of("caption");
        log.debug("asked with {}", caption);
        assertLeaked(Overheard.LOG);
        log.warn("A decision failed", new IllegalStateException("outer", new IllegalArgumentException(caption)));
        assertLeaked(Overheard.LOG);
        try (MDC.MDCCloseable said = MDC.putCloseable("child", caption)) {
            log.info("asked");
        }
        assertLeaked(Overheard.LOG);

        Counter counter = meters.counter("clearpost.control", "child", caption);
        counter.increment();
        overheard.hear(meters);
        assertLeaked(Overheard.METER);
        overheard.hear(Overheard.METER, prometheus());
        assertLeaked(Overheard.METER);
        meters.remove(counter);

        Observation.createNotStarted("control", observations)
                .highCardinalityKeyValue("child", caption)
                .observe(() -> {});
        assertLeaked(Overheard.TRACE);
        Observation failing = Observation.start("control", observations);
        failing.error(new IllegalStateException(caption));
        failing.stop();
        assertLeaked(Overheard.TRACE);

        calls.get(school.path("/subjects?className=" + caption), head);
        assertLeaked(ADDRESS);
        calls.get(
                school.path("/subjects?after="
                        + Base64.getUrlEncoder()
                                .encodeToString(("Ash\u001f" + caption).getBytes(StandardCharsets.UTF_8))),
                head);
        assertLeaked(ADDRESS);

        GreenMailUtil.sendTextEmail(
                "dana@" + host,
                "a@posts.group.example",
                "About " + caption,
                "Hello",
                Post.SERVER.getSmtp().getServerSetup());
        Post.await("dana@" + host, 1);
        mailsAreHeard();
        assertLeaked(MAIL);

        database.change("INSERT INTO outbox (group_id, id, type, subject_id, occurred_at, data) VALUES ('"
                + school.group + "', gen_random_uuid(), 'control', gen_random_uuid(), now(), '{\"name\": \"" + caption
                + "\"}')");
        theFeedIsHeard();
        assertLeaked(FEED);
        database.change("INSERT INTO audit_entry (group_id, id, actor_kind, actor_id, action, subject_type) VALUES ('"
                + school.group + "', gen_random_uuid(), 'PERSON', 'x', 'read " + caption + "', 'subject')");
        columns.look(database);
        assertThat(columns.misjudged())
                .hasSize(2)
                .anyMatch(each -> each.startsWith("audit_entry.action"))
                .anyMatch(each -> each.startsWith("outbox.data"));
        database.change("TRUNCATE outbox, audit_entry");
    }

    private void assertLeaked(String channel) {
        assertThat(overheard.leaks()).as(channel).isNotEmpty().allMatch(leak -> leak.startsWith(channel + ": "));
        overheard.listen("com.icegreen");
    }

    // --- what people do

    private void rostersAreImported() {
        breakOff(true);
        Answer uploaded = upload(
                "roster.csv",
                String.join(
                                "\r\n",
                                HEADING,
                                row("1", "kai", "Yes"),
                                row("2", "bo", Canary.of("maybe")),
                                row("3", "breakoff", "No"))
                        .getBytes(StandardCharsets.UTF_8));
        Answer previewed = ok(
                200,
                calls.put(
                        imported(uploaded, "/mapping"),
                        head,
                        null,
                        uploaded.body().path("mapping").toString()));
        assertThat(previewed.text()).contains("PREVIEWED");
        columns.look(database);
        ok(
                202,
                calls.post(
                        imported(uploaded, "/confirmation"),
                        head,
                        Map.of(
                                "confirmed",
                                true,
                                "formVersion",
                                Canary.of("form"),
                                "signedOn",
                                "2026-09-04",
                                "keptAt",
                                Canary.of("drawer"))));
        await().until(() -> database.ask(
                        "SELECT plan IS NOT NULL AND attempts > 0 FROM import_batch WHERE id = '" + uploaded.id() + "'")
                .equals("t"));
        columns.look(database);
        breakOff(false);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> calls.get(imported(uploaded, ""), head).text().contains("\"DONE\""));
        ok(200, calls.get(imported(uploaded, "/report"), head));

        Answer archive = upload("roster.zip", markedArchive());
        ok(202, calls.post(imported(archive, "/confirmation"), head, Map.of("confirmed", true)));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !calls.get(imported(archive, ""), head).text().contains("\"RUNNING\""));
        Answer thrownAway =
                upload("roster.csv", (HEADING + "\r\n" + row("4", "eve", "No")).getBytes(StandardCharsets.UTF_8));
        ok(200, calls.post(imported(thrownAway, "/discard"), head, Map.of()));
        ok(201, upload("broken.csv", ("Forename,Surname\r\n\"" + Canary.of("open")).getBytes(StandardCharsets.UTF_8)));
        ok(200, calls.get(school.path("/imports"), head));
    }

    /** A database that refuses one row says in the failure's detail what the row holds. */
    private void breakOff(boolean begin) {
        database.change(
                begin
                        ? """
                          CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
                          BEGIN
                              IF new.surname LIKE '%breakoff' THEN
                                  RAISE EXCEPTION 'cut off'
                                      USING ERRCODE = '57P01', DETAIL = 'Failing row contains ' || new.surname;
                              END IF;
                              RETURN new;
                          END $$;
                          CREATE TRIGGER break_off BEFORE INSERT ON subject FOR EACH ROW EXECUTE FUNCTION break_off();
                          """
                        : "DROP TRIGGER break_off ON subject; DROP FUNCTION break_off();");
    }

    private String row(String number, String name, String website) {
        return String.join(
                ",",
                Canary.of("upn" + number),
                Canary.of(name),
                Canary.of("moss" + name),
                Canary.of("class"),
                Canary.of("parent" + name),
                name + "@" + host,
                "Yes",
                website,
                "Yes",
                "08/09/2025",
                Canary.of("form"),
                Canary.of("office"));
    }

    private static byte[] markedArchive() {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>();
        for (String name :
                List.of("manifest", "academicSessions", "orgs", "courses", "classes", "users", "enrollments")) {
            try (InputStream in = PersonalDataIT.class.getResourceAsStream("/examples/oneroster/" + name + ".csv")) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("\\bg(\\d\\d)\\b", Canary.of("g$1"))
                        .replace("Abeni", Canary.of("abeni"));
                files.add(Map.entry(name + ".csv", text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Examples.zip(files);
    }

    private String aChildIsEntered(String name) {
        return aChildIsEntered(name, Canary.of("birch"));
    }

    private String aChildIsEntered(String name, String className) {
        Map<String, Object> child = new HashMap<>(Map.of(
                "kind", "CHILD",
                "firstName", Canary.of(name),
                "surname", Canary.of("thompson"),
                "className", Canary.of("ash"),
                "externalId", Canary.of("number" + name)));
        Answer entered = ok(201, calls.post(school.path("/subjects"), head, "key-" + name, child));
        ok(201, calls.post(school.path("/subjects"), head, "key-" + name, child));
        child.put("className", className);
        ok(200, calls.put("/api/media/subjects/" + entered.id(), head, entered.etag(), child));
        return entered.id();
    }

    private void answersAreRecorded(String child) {
        Answer scan = ok(
                201,
                calls.upload(
                        of(child, "/evidence"),
                        head,
                        ("%PDF-1.7 " + Canary.of("signature")).getBytes(StandardCharsets.UTF_8)));
        recorded(child, "dana", Map.of("evidenceId", scan.id()), "TAKING=YES", "SOCIAL_MEDIA=YES", "FULL_NAME=YES");
        recorded(child, "dana", Map.of("esignReference", Canary.of("envelope")), "WEBSITE=YES");
        Answer kept = recorded(
                child, "lee", Map.of("keptAt", Canary.of("file 3"), "validUntil", School.today()), "PRINT=YES");
        ok(
                200,
                calls.post(
                        "/api/media/consents/"
                                + kept.body().path("items").get(0).path("id").asString() + "/withdrawal",
                        head,
                        ""));
        ok(200, calls.get(of(child, "/evidence/" + scan.id() + "/content"), dsl));
    }

    private Answer recorded(String child, String giver, Map<String, Object> evidence, String... answers) {
        Map<String, Object> form = School.form("", "YES", answers);
        form.put(
                "giver",
                Map.of(
                        "name",
                        Canary.of(giver),
                        "type",
                        "PARENT",
                        "email",
                        giver + "@" + host,
                        "relation",
                        Canary.of("mum"),
                        "responsibility",
                        "YES"));
        form.put("formVersion", Canary.of("form"));
        form.remove("keptAt");
        form.putAll(evidence);
        return ok(
                201, calls.post(of(child, "/consents"), head, UUID.randomUUID().toString(), form));
    }

    private void whoMayAnswerIsSettled(String child) {
        ok(
                200,
                calls.post(
                        of(child, "/ability"),
                        dsl,
                        Map.of(
                                "assessor", Canary.of("hale"),
                                "assessedOn", "2026-09-01",
                                "reason", Canary.of("understood"))));
        ok(200, calls.post(of(child, "/ability/revocation"), dsl, Map.of("reason", Canary.of("anew"))));
        String lee = database.ask(
                "SELECT id FROM giver WHERE name = '" + Canary.of("lee") + "' AND group_id = '" + school.group + "'");
        ok(200, calls.post(of(child, "/givers/" + lee + "/bar"), dsl, Map.of("reason", Canary.of("court"))));
        ok(200, calls.post(of(child, "/givers/" + lee + "/bar/lifting"), dsl, Map.of("reason", Canary.of("ended"))));
        ok(200, calls.get(of(child, "/givers"), head));
    }

    private void staffProtect(String child) {
        Answer restricted = ok(
                200,
                calls.post(of(child, "/restrictions"), dsl, Map.of("kind", "COURT_ORDER", "note", Canary.of("order"))));
        String restriction = database.ask("SELECT id FROM restriction WHERE subject_id = '" + child + "'");
        assertThat(restricted.text()).contains(restriction);
        ok(
                200,
                calls.post(
                        of(child, "/restrictions/" + restriction + "/end"), dsl, Map.of("reason", Canary.of("over"))));
        ok(200, calls.post(of(child, "/hold"), dsl, Map.of("reason", Canary.of("refuge"))));
        ok(200, calls.get(of(child, "/hold"), dsl));
        ok(200, calls.post(of(child, "/hold/lifting"), dsl, Map.of("reason", Canary.of("home"))));
        recorded(child, "ivy", Map.of("keptAt", Canary.of("file 4")), "TAKING=YES", "SOCIAL_MEDIA=YES");
        ok(200, calls.post(of(child, "/carer-change"), dsl, ""));
        recorded(child, "foster", Map.of("keptAt", Canary.of("file 5")), "TAKING=YES", "SOCIAL_MEDIA=YES");
    }

    private void aFamilyAnswersByLink(String child) {
        String dana = "dana@" + host;
        database.change(
                "UPDATE giver SET email = '" + Canary.of("ivy") + "@exa mple' WHERE email = 'ivy@" + host + "'");
        round("ASK");
        Browser browser = new Browser(port);
        ok(202, browser.post("/links", Map.of("key", Post.await(dana, 1).key("i"))));
        ok(200, browser.open(Post.await(dana, 2).key("e")));
        ok(200, browser.get("/session"));
        Map<String, Object> form = Post.form(child, "WEBSITE=YES", "SOCIAL_MEDIA/FACEBOOK=YES");
        form.put("signedName", Canary.of("dana"));
        Answer receipt = ok(201, browser.post("/answers", form, "answer-1"));
        ok(200, browser.get("/receipts/" + receipt.id()));
        Map<String, Object> taken = Post.form(child, "WEBSITE=NO");
        taken.put("signedName", Canary.of("dana"));
        ok(201, browser.post("/answers", taken));
        heardAsProblem(
                422,
                browser.post(
                        "/answers", Map.of("signedName", Canary.of("nobody").repeat(50), "answers", List.of())));
        heardAsProblem(404, new Browser(port).post("/session", Map.of("key", Canary.of("key"))));
        ok(202, new Browser(port).post("/links", Map.of("key", Canary.of("key"))));
        Post.await(dana, 4);
        ok(204, browser.post("/session/end", Map.of()));

        clock.moveOn(Duration.ofHours(21));
        await().until(() -> feeds.connected("read-directory") && feeds.connected("read-options"));
        round("REMIND");
        ok(200, calls.get(school.path("/families?limit=1"), head));
        followed(school.path("/families?limit=1"));
        ok(200, calls.get(school.path("/outgoing-mails"), head));
        String giver =
                database.ask("SELECT id FROM giver WHERE email = '" + dana + "' AND group_id = '" + school.group + "'");
        ok(201, calls.post(school.path("/families/" + giver + "/entry"), head, Map.of("confirmed", "PHOTO_ID")));
    }

    private void round(String kind) {
        Answer started = ok(
                202,
                calls.post(school.path("/family-rounds"), head, Map.of("kind", kind, "className", Canary.of("birch"))));
        await().until(() -> calls.get("/api/media/family-rounds/" + started.id(), head)
                .text()
                .contains("\"DONE\""));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> database.ask("SELECT count(*) FROM outgoing_mail WHERE state IN ('WAITING', 'SENDING')"
                                + " AND group_id = '" + school.group + "'")
                        .equals("0"));
    }

    private void wordsAreListed() {
        ok(
                200,
                calls.put(
                        school.path("/wording"),
                        head,
                        "\"0\"",
                        Map.of(
                                "words",
                                List.of(Map.of("word", Canary.of("rude"), "weight", "WITH_REASON")),
                                "ownContacts",
                                List.of("office@" + host))));
        ok(200, calls.get(school.path("/wording"), contributor));
        Answer asked = ok(200, calls.get(school.path("/family-wordings"), head));
        ok(
                201,
                calls.post(
                        school.path("/family-wordings"),
                        head,
                        "{\"wording\":" + asked.body().path("wording") + "}"));
    }

    private void aPictureIsPosted(String mia, String leo) {
        Answer picture = ok(201, calls.upload(school.path("/pictures"), contributor, commented()));
        assertThat(picture.text()).contains("COMMENT");
        ok(200, calls.get("/api/media/pictures/" + picture.id() + "/content", contributor));

        Map<String, Object> question = School.complete(facebook, mia, leo);
        question.put("picture", picture.id());
        question.put("caption", "%s won! %s Ring %s".formatted(Canary.of("mia"), Canary.of("rude"), "07700 900123"));
        question.put("names", List.of(Map.of("subjectId", mia, "form", "FULL")));
        question.put("links", List.of("https://" + host + "/" + Canary.of("page")));
        question.put("hashtags", List.of(Canary.of("team")));
        question.put("eventName", Canary.of("gala"));
        question.put("eventDate", "2026-10-01");
        question.put("reasons", List.of(Map.of("rule", "PST-14", "reason", Canary.of("quoted"))));
        Answer everything = ok(200, calls.post("/api/media/decisions", contributor, "ask-1", question));
        for (String part : List.of("", "/replay", "/card")) {
            ok(200, calls.get("/api/media/decisions/" + everything.id() + part, dsl));
        }
        JsonNode card = calls.get("/api/media/decisions/" + everything.id() + "/card", dsl)
                .body();
        overheard.hear(ADDRESS, card.path("address").asString());
        ok(200, calls.get("/api/media/cards/" + card.path("code").asString(), contributor));
        UUID client = UUID.randomUUID();
        TestTokens scheduler =
                TestTokens.client(school.group, client).scope("decisions").post("API_CLIENT", school.setting);
        ok(200, calls.post("/api/media/access/v1/evaluation", scheduler, evaluation(client, facebook, mia)));

        Answer asked = ok(200, school.askCompletely(facebook, leo));
        Answer posted = ok(
                201,
                calls.post(
                        "/api/media/decisions/" + asked.id() + "/posted",
                        contributor,
                        Map.of("address", address("leo"), "checkedOutside", open(asked))));
        ok(
                201,
                calls.post(
                        "/api/media/published/" + posted.id() + "/corrections",
                        contributor,
                        Map.of("kind", "CORRECTED", "what", Canary.of("misspelt"))));
        ok(
                201,
                calls.post(
                        "/api/media/decisions/" + everything.id() + "/already-out",
                        contributor,
                        Map.of("address", address("mia"))));
        String yes = database.ask("SELECT id FROM consent WHERE purpose = 'SOCIAL_MEDIA' AND state = 'ACTIVE'"
                + " AND superseded_at IS NULL AND subject_id = '" + leo + "'");
        ok(200, calls.post("/api/media/consents/" + yes + "/withdrawal", head, ""));
        JsonNode takedowns = ok(200, calls.get(school.path("/takedowns"), contributor))
                .body()
                .path("items");
        assertThat(takedowns).isNotEmpty();
        takedowns.forEach(takedown -> ok(
                200,
                calls.post(
                        "/api/media/takedowns/" + takedown.path("id").asString() + "/done",
                        contributor,
                        Map.of(
                                "seenGoneAt", clock.instant().toString(),
                                "how", "SCREENSHOT",
                                "proof", Canary.of("folder")))));
        Answer notices = ok(200, calls.get("/api/media/notices", contributor));
        assertThat(notices.body().path("items")).isNotEmpty();
        notices.body()
                .path("items")
                .forEach(notice -> ok(
                        204,
                        calls.post("/api/media/notices/" + notice.path("id").asString() + "/seen", contributor, "")));
        followed(school.path("/published?limit=1"));
        followed(school.path("/decisions?limit=1"));
    }

    private static Map<String, Object> evaluation(UUID client, String account, String child) {
        Map<String, Object> question = School.question(account, child);
        question.put("caption", Canary.of("scheduled"));
        return Map.of(
                "subject", Map.of("type", "client", "id", client),
                "action", Map.of("name", "publish"),
                "resource", Map.of("type", "post", "id", Canary.of("post"), "properties", question));
    }

    private static String address(String name) {
        return "https://www.facebook.example/posts/" + Canary.of(name) + "-" + UUID.randomUUID();
    }

    private static List<String> open(Answer asked) {
        return asked.body()
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("result").asString().equals("NOT_CHECKED"))
                .map(rule -> rule.path("rule").asString())
                .toList();
    }

    /** A picture with a comment in it, right behind its first two bytes. */
    private static byte[] commented() {
        byte[] picture = Pictures.jpeg(80, 60);
        byte[] words = Canary.of("taken at home").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xFE);
        bytes.write(0);
        bytes.write(words.length + 2);
        bytes.writeBytes(words);
        bytes.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }

    private void staffRead(String child) {
        followed(school.path("/subjects?limit=1"));
        followed(school.path("/consents?limit=1&history=true"));
        followed(of(child, "/consents?limit=1"));
        followed(school.path("/lapses?limit=1"));
        followed(school.path("/accounts?limit=1"));
        for (String path : List.of("/classes", "/coverage")) {
            ok(200, calls.get(school.path(path), head));
        }
        for (String list : List.of("/subjects/search", "/consents/search", "/consents/export")) {
            String found = ok(200, calls.post(school.path(list), head, Map.of("query", Canary.of("mia"))))
                    .text();
            assertThat(found).as(list).contains(Canary.of("mia"));
        }
        // A class may stand in an address: it is no person.
        String noor = aChildIsEntered("noor", "Elm");
        String outing = "?class=Elm&account=" + facebook + "&on="
                + LocalDate.parse(School.today()).plusDays(7);
        assertThat(calls.get(school.path("/outing" + outing), contributor).text())
                .contains(Canary.of("noor"));
        ok(200, calls.get(of(noor, ""), contributor));
        ok(200, calls.get(school.path("/outing" + outing), contributor));
        ok(200, calls.get(school.path("/outing/export" + outing), contributor));
        ok(200, calls.post(school.path("/rehearsals"), head, Map.of("options", Map.of("OPT-14", "NONE"))));
        ok(200, calls.get(of(child, ""), contributor));
        ok(200, calls.get(of(child, "/consents/as-of"), head));
    }

    /** Reads a list to its end as the pages do, by the address each page gives for the next. */
    private void followed(String path) {
        Answer page = ok(200, calls.get(path, head));
        for (int i = 0; i < 20 && page.body().hasNonNull("next"); i++) {
            page = ok(200, calls.get(path + "&after=" + page.body().path("next").asString(), head));
        }
    }

    private void requestsAreRefused(String child) {
        Map<String, Object> taken = Map.of(
                "kind", "CHILD",
                "firstName", Canary.of("other"),
                "surname", Canary.of("moss"),
                "externalId", Canary.of("numbermia"));
        heardAsProblem(409, calls.post(school.path("/subjects"), head, taken));
        String subjects = school.path("/subjects");
        // Where the fault lies is said to the caller, and nobody else.
        ok(400, calls.post(subjects, head, "{\"" + Canary.of("field") + "\": 1}"));
        ok(400, calls.post(school.path("/rehearsals"), head, Map.of("options", Map.of(Canary.of("option"), 1))));
        for (String body : List.of(
                "{\"kind\": \"" + Canary.of("kind") + "\"}",
                "{\"firstName\": {\"" + Canary.of("x") + "\": 2}}",
                "{\"kind\": \"CHILD\", \"firstName\": \"\\u0000" + Canary.of("nul") + "\", \"surname\": \"x\"}",
                "{\"kind\": \"CHILD\", \"firstName\": \"" + Canary.of("long").repeat(20) + "\"}",
                Canary.of(" is no JSON"))) {
            heardAsProblem(0, calls.post(subjects, head, body));
        }
        heardAsProblem(0, calls.post(of(child, "/end"), head, Map.of("on", Canary.of("day"))));
        heardAsProblem(0, calls.post("/api/media/decisions", contributor, Map.of("accountId", Canary.of("id"))));
        heardAsProblem(
                0,
                calls.post(
                        "/api/media/decisions",
                        contributor,
                        Map.of(
                                "accountId",
                                UUID.randomUUID(),
                                "caption",
                                Canary.of("caption").repeat(2000))));
        heardAsProblem(
                0,
                calls.post(of(child, "/hold"), dsl, Map.of("reason", "The password is " + Canary.of("secret") + "1!")));
        heardAsProblem(0, calls.post(of(child, "/hold"), contributor, Map.of("reason", Canary.of("curious"))));
        heardAsProblem(
                404,
                calls.post(
                        of(UUID.randomUUID().toString(), "/ability"),
                        dsl,
                        Map.of("assessor", Canary.of("a"), "assessedOn", "2026-09-01", "reason", Canary.of("b"))));
        heardAsProblem(0, calls.put("/api/media/subjects/" + child, head, Canary.of("etag"), taken));
        heardAsProblem(
                0,
                calls.upload(of(child, "/evidence"), head, Canary.of("no form").getBytes(StandardCharsets.UTF_8)));
        heardAsProblem(
                0,
                calls.upload(
                        school.path("/pictures"),
                        contributor,
                        ("\u00ff\u00d8\u00ff" + Canary.of("broken")).getBytes(StandardCharsets.ISO_8859_1)));
        heardAsProblem(
                0,
                calls.put(
                        school.path("/wording"),
                        head,
                        "\"1\"",
                        Map.of("words", List.of(), "ownContacts", List.of(Canary.of("no contact")))));
        heardAsProblem(
                0,
                calls.post(
                        school.path("/family-rounds"),
                        head,
                        Map.of("kind", "ASK", "className", Canary.of("c").repeat(30))));
    }

    /** A failure nobody foresaw: the database refuses what was checked, and quotes the row. */
    private void somethingBreaks(String child) {
        database.change("ALTER TABLE hold ADD CONSTRAINT broken CHECK (reason NOT LIKE '%broken') NOT VALID");
        try {
            heardAsProblem(500, calls.post(of(child, "/hold"), dsl, Map.of("reason", Canary.of("broken"))));
        } finally {
            database.change("ALTER TABLE hold DROP CONSTRAINT broken");
        }
    }

    // --- what others get to read

    private void whatOthersReadIsHeard() {
        overheard.hear(meters);
        String prometheus = prometheus();
        assertThat(prometheus).contains("clearpost_decisions_total", "http_server_requests");
        overheard.hear(Overheard.METER, prometheus);
        theFeedIsHeard();
        mailsAreHeard();
    }

    private String prometheus() {
        return get("/actuator/prometheus", null);
    }

    private void theFeedIsHeard() {
        String after = "0-0";
        for (JsonNode page = feed(after); !page.path("events").isEmpty(); page = feed(after)) {
            page.path("events").forEach(event -> overheard.hear(FEED, event));
            after = page.path("next").asString();
        }
    }

    private JsonNode feed(String after) {
        return JSON.readTree(get(
                "/internal/feed?after=" + after,
                TestTokens.service("policy-service").token("media-consent-service")));
    }

    private String get(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All of each mail but the address it goes to. */
    private void mailsAreHeard() {
        for (MimeMessage mail : Post.SERVER.getReceivedMessages()) {
            overheard.hear(MAIL, GreenMailUtil.getWholeMessage(mail).replaceFirst("(?m)^To:.*\\R(?:[ \\t].*\\R)*", ""));
            try {
                overheard.hear(MAIL, mail.getSubject());
                overheard.hear(MAIL, mail.getContent());
            } catch (MessagingException | IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private Answer upload(String fileName, byte[] file) {
        return ok(201, calls.upload(school.path("/imports?fileName=" + fileName), head, file));
    }

    private static String imported(Answer of, String rest) {
        return "/api/media/imports/" + of.id() + rest;
    }

    private static String of(String child, String rest) {
        return "/api/media/subjects/" + child + rest;
    }

    private Answer ok(int status, Answer answer) {
        if (answer.status() != status) {
            unexpected.add(status + " expected: " + answer);
        }
        return answer;
    }

    /** Refused, with the status or, for 0, with any that refuses; what is said of it quotes nothing. */
    private void heardAsProblem(int status, Answer answer) {
        if (status == 0 ? answer.status() < 400 || answer.status() > 499 : answer.status() != status) {
            unexpected.add(status + " expected: " + answer);
        }
        overheard.hear(PROBLEM, answer.text());
    }
}
