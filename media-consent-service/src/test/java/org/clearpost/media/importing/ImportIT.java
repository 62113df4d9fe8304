package org.clearpost.media.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.importing.model.Examples;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of children and consents, from the upload to the roster, on a real database. */
@ClearpostTest
@Import(MovableClock.Set.class)
@TestPropertySource(properties = {"clearpost.imports.lease=2s", "clearpost.imports.look=200ms"})
@Tag("MED-01")
class ImportIT {

    private static final Logger log = LoggerFactory.getLogger(ImportIT.class);
    private static final String EVIDENCE = ",08/09/2025,Form 3,Office";

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    MeterRegistry meters;

    private Calls calls;
    private Uploads uploads;
    private School school;
    private TestTokens head;

    @BeforeEach
    void aSchool() {
        calls = new Calls(port);
        uploads = new Uploads(port);
        school = new School(calls, neighbours, database);
        head = school.as("SETTING_HEAD");
    }

    @Test
    @Tag("MED-05")
    @Tag("MED-12")
    @Tag("MED-16")
    void theExampleFileBecomesTheRoster() {
        Answer uploaded = uploads.upload(school, head, "arbor-consents.csv", Examples.arborConsents());
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        JsonNode first = uploaded.body();
        assertThat(first.path("state").asString()).isEqualTo("NEEDS_MAPPING");
        assertThat(first.path("encoding").asString()).isEqualTo("UTF-8");
        assertThat(first.path("headingRow").asInt()).isEqualTo(2);
        assertThat(first.path("columns").get(9).path("samples").get(0).asString())
                .isEqualTo("Granted");
        assertThat(stored()).as("nothing before the confirmation").isZero();

        Answer previewed = calls.put(
                Uploads.path(uploaded, "/mapping"),
                head,
                null,
                first.path("mapping").toString());
        assertThat(previewed.status()).as(previewed.text()).isEqualTo(200);
        JsonNode preview = previewed.body().path("preview");
        assertThat(previewed.body().path("state").asString()).isEqualTo("PREVIEWED");
        assertThat(numbers(preview, "rows", "people", "accepted", "rejected", "skipped"))
                .containsExactly(27, 20, 21, 6, 1);
        assertThat(numbers(preview.path("answers"), "active", "pending", "refused", "none"))
                .containsExactly(32, 12, 8, 11);
        assertThat(preview.path("findings").get(0).path("message").asString()).isNotEmpty();

        assertThat(uploads.confirm(previewed, head).status()).isEqualTo(202);
        JsonNode done = uploads.ended(uploaded, head);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(numbers(done.path("progress"), "done", "total")).containsExactly(20, 20);
        assertThat(numbers(done.path("result"), "created", "active", "pending", "refused", "failed"))
                .containsExactly(20, 32, 12, 8, 0);
        assertThat(ask("SELECT string_agg(state || ' ' || n, ', ' ORDER BY state) FROM (SELECT c.state, count(*) AS n"
                        + " FROM consent c WHERE c.group_id = '%s' GROUP BY c.state) AS counted"))
                .isEqualTo("ACTIVE 32, PENDING 12, REFUSED 8");

        JsonNode quentin = onRoster("Quentin");
        assertThat(quentin.path("className").asString()).isEqualTo("Herons");
        assertThat(quentin.path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(quentin.path("purposes").path("DISPLAY").asString()).isEqualTo("CLEARED");
        assertThat(quentin.path("purposes").path("PRESS").asString()).isEqualTo("NOT_ASKED");
        assertThat(onRoster("Laila").path("purposes").path("WEBSITE").asString())
                .isEqualTo("NOT_ASKED");
        assertThat(onRoster("George").path("purposes").path("WEBSITE").asString())
                .isEqualTo("NOT_CLEARED");
        assertThat(ask("SELECT content IS NULL AND plan IS NULL AND columns::text NOT LIKE '%%Granted%%'"
                        + " FROM import_batch WHERE group_id = '%s'"))
                .isEqualTo("t");
        assertThat(meters.get("clearpost.imports")
                        .tag("outcome", "DONE")
                        .counter()
                        .count())
                .isPositive();
        assertThat(ask("SELECT string_agg(DISTINCT action, ' ' ORDER BY action) FROM audit_entry WHERE group_id = '%s'"
                        + " AND subject_type = 'import'"))
                .isEqualTo("import.confirmed import.finished import.mapped import.part-stored import.uploaded");
    }

    @Test
    void theMappingIsRememberedAndTheSameFileTellsNothingNew() {
        uploads.run(school, head, "arbor-consents.csv", Examples.arborConsents());
        String versions = ask(
                "SELECT string_agg(version || '/' || revision, ' ' ORDER BY id) FROM subject WHERE group_id = '%s'");
        String rows = ask("SELECT count(*) FROM consent WHERE group_id = '%s'");

        Answer again = uploads.upload(school, head, "arbor-consents.csv", Examples.arborConsents());
        assertThat(again.body().path("remembered").asBoolean()).isTrue();
        assertThat(again.body().path("state").asString()).isEqualTo("PREVIEWED");
        // The child without a number cannot be told from a second one of that name.
        assertThat(numbers(again.body().path("preview"), "people", "accepted", "rejected"))
                .containsExactly(19, 20, 7);
        uploads.confirm(again, head);
        JsonNode done = uploads.ended(again, head);

        assertThat(numbers(done.path("result"), "created", "changed", "unchanged", "active"))
                .containsExactly(0, 0, 19, 0);
        assertThat(ask("SELECT string_agg(version || '/' || revision, ' ' ORDER BY id) FROM subject WHERE"
                        + " group_id = '%s'"))
                .isEqualTo(versions);
        assertThat(ask("SELECT count(*) FROM consent WHERE group_id = '%s'")).isEqualTo(rows);
    }

    @Test
    @Tag("MED-11")
    @Tag("MED-12")
    void aStoredNoStaysSilenceChangesNothingAndANewNoActsAtOnce() {
        String yes = "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,Yes" + EVIDENCE;
        uploads.run(school, head, Uploads.HEADING, yes);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
        String kai = onRoster("Kai").path("id").asString();
        int before = version(kai);

        uploads.run(
                school, head, Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,,Pending" + EVIDENCE);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
        assertThat(version(kai)).isEqualTo(before);

        uploads.run(school, head, Uploads.HEADING, "1,Kai,Moss,Elm,Ann Moss,ann@family.example,,No,Yes,,,");
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        assertThat(onRoster("Kai").path("purposes").path("DISPLAY").asString())
                .as("a yes without evidence does not displace one that counts")
                .isEqualTo("CLEARED");
        assertThat(onRoster("Kai").path("className").asString()).isEqualTo("Elm");
        assertThat(version(kai)).isEqualTo(before + 1);

        JsonNode done = uploads.run(
                school,
                head,
                Uploads.HEADING,
                yes.replace("08/09/2025", "01/09/2026").replace("Oak", "Elm"));
        assertThat(done.path("result").path("kept").asInt()).isEqualTo(1);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("MED-03")
    void whoTurnsOutNotToBeResponsibleNoLongerCounts() {
        uploads.run(school, head, Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes," + EVIDENCE);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
        uploads.run(school, head, Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,No,," + EVIDENCE);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        // And a file does not overrule that.
        uploads.run(school, head, Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes," + EVIDENCE);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
    }

    @Test
    @Tag("MED-02")
    void whatIsSaidOfTheWholeBatchCompletesTheAnswers() {
        Answer previewed = uploads.preview(
                school,
                head,
                "roster.csv",
                Uploads.bytes(Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,,,,"));
        assertThat(previewed
                        .body()
                        .path("preview")
                        .path("answers")
                        .path("pending")
                        .asInt())
                .isEqualTo(1);
        Answer refused = calls.post(
                Uploads.path(previewed, "/confirmation"), head, Map.of("confirmed", true, "signedOn", "2999-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        Answer unconfirmed = calls.post(Uploads.path(previewed, "/confirmation"), head, Map.of());
        assertThat(unconfirmed.status()).isEqualTo(422);
        calls.post(
                Uploads.path(previewed, "/confirmation"),
                head,
                Map.of("confirmed", true, "formVersion", "Form 3", "signedOn", "2026-09-04", "keptAt", "Office"));
        assertThat(uploads.ended(previewed, head).path("result").path("active").asInt())
                .isEqualTo(1);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    void anImportIsConfirmedOnce() {
        Answer previewed = uploads.preview(school, head, "arbor-consents.csv", Examples.arborConsents());
        String path = Uploads.path(previewed, "/confirmation");
        List<Integer> statuses = Stream.of("a", "b", "c", "d")
                .map(key -> CompletableFuture.supplyAsync(() ->
                        calls.post(path, head, key, Map.of("confirmed", true)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(202, 409, 409, 409);
        uploads.ended(previewed, head);
        assertThat(calls.post(path, head, Map.of("confirmed", true)).code())
                .isEqualTo("media.import-already-confirmed");
        assertThat(ask("SELECT count(*) FROM audit_entry WHERE action = 'import.confirmed' AND group_id = '%s'"))
                .isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM subject WHERE group_id = '%s'")).isEqualTo("20");
    }

    @Test
    void aRepeatedCommandHasOneEffect() {
        String path = school.path("/imports?fileName=a.csv");
        Answer first = uploads.upload(path, head, "key-1", Examples.arborConsents());
        Answer second = uploads.upload(path, head, "key-1", Examples.arborConsents());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(uploads.upload(path, head, "key-1", Examples.oneRoster()).code())
                .isEqualTo("kit.key-reused");
        assertThat(ask("SELECT count(*) FROM import_batch WHERE group_id = '%s'"))
                .isEqualTo("1");

        Answer previewed = calls.put(
                Uploads.path(first, "/mapping"),
                head,
                null,
                first.body().path("mapping").toString());
        String confirmation = Uploads.path(previewed, "/confirmation");
        assertThat(calls.post(confirmation, head, "key-2", Map.of("confirmed", true))
                        .status())
                .isEqualTo(202);
        assertThat(calls.post(confirmation, head, "key-2", Map.of("confirmed", true))
                        .status())
                .isEqualTo(202);
        uploads.ended(first, head);
    }

    @Test
    void aOneRosterArchiveNeedsNoMapping() {
        JsonNode done = uploads.run(school, head, "roster.zip", Examples.oneRoster());
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(numbers(done.path("result"), "created", "active")).containsExactly(13, 0);
        assertThat(ask("SELECT count(*) FROM giver WHERE group_id = '%s'")).isEqualTo("11");
        assertThat(ask("SELECT count(*) FROM subject_giver WHERE responsibility = 'UNKNOWN' AND group_id = '%s'"))
                .isEqualTo("12");
    }

    @Test
    void siblingsShareAGiverAlreadyOnRecord() {
        uploads.run(school, head, Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes," + EVIDENCE);
        uploads.run(school, head, Uploads.HEADING, "2,Kit,Moss,Elm,ann moss,ANN@family.example,Yes,Yes," + EVIDENCE);
        assertThat(ask("SELECT count(*) FROM giver WHERE group_id = '%s'")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM subject_giver WHERE group_id = '%s'"))
                .isEqualTo("2");
    }

    @Test
    @Tag("SEC-13")
    void hostileFilesAreRefusedAndNothingOfThemIsKept() {
        Map<String, byte[]> corpus = new HashMap<>();
        corpus.put("nul.csv", Uploads.bytes("Forename,Surname,Reg", "Ka\0i,Moss,Oak"));
        corpus.put(
                "ctf.csv",
                Uploads.bytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM"
                        + " \"file:///etc/passwd\">]><CTfile>&e;</CTfile>"));
        corpus.put("cell.csv", Uploads.bytes("Forename,Surname", "x".repeat(9_000_000)));
        corpus.put("wide.csv", Uploads.bytes("Forename" + ",".repeat(100_000)));
        corpus.put("quote.csv", Uploads.bytes("Forename,Surname,Reg", "Kai,Moss,Oak", "\"Ann,Lee,Oak"));
        corpus.put("bomb.zip", Examples.zip(List.of(Map.entry("users.csv", new byte[60 * 1024 * 1024]))));
        corpus.put("path.zip", Examples.zip(List.of(Map.entry("../../../etc/cron.d/users2.csv", new byte[] {'a'}))));
        corpus.put("empty.csv", new byte[0]);
        corpus.forEach((name, content) -> {
            Answer answer = uploads.upload(school, head, name, content);
            assertThat(answer.status()).as(name + answer.text()).isEqualTo(201);
            assertThat(answer.body().path("state").asString()).as(name).isEqualTo("REFUSED");
            assertThat(answer.body().path("refusal").path("sentence").asString())
                    .as(name)
                    .isNotEmpty();
        });
        assertThat(ask("SELECT count(*) FROM import_batch WHERE content IS NOT NULL AND group_id = '%s'"))
                .isEqualTo("0");
        Answer tooLarge = uploads.upload(school, head, "large.csv", new byte[10 * 1024 * 1024 + 1]);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.code()).isEqualTo("kit.too-large");
        assertThat(uploads.confirm(uploads.upload(school, head, "empty.csv", new byte[0]), head)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theReportIsTheImportersAloneAndCarriesNoFormula() {
        Answer previewed = uploads.preview(
                school,
                head,
                "roster.csv",
                Uploads.bytes(
                        "Name,Room,Website",
                        "=HYPERLINK(1),Oak,",
                        "\"Moss, Kai\",Oak,\"=cmd|' /C calc'!A0\"",
                        "+Lee Ann,Oak,",
                        "\"Fir, Bo\",Oak,"));
        Answer report = calls.get(Uploads.path(previewed, "/report"), head);
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment"));
        assertThat(report.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(report.text().lines().skip(1)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContainPattern("(^|,)\"?[=+@-]"));

        for (TestTokens other : List.of(
                TestTokens.person(school.group, UUID.randomUUID()).post("SETTING_HEAD", school.setting),
                TestTokens.person(school.group, UUID.randomUUID()).post("GROUP_ADMIN", null),
                TestTokens.person(school.group, School.OTHERS).post("CONTRIBUTOR", school.setting))) {
            assertThat(calls.get(Uploads.path(previewed, ""), other).status()).isEqualTo(404);
            assertThat(calls.get(Uploads.path(previewed, "/report"), other).status())
                    .isEqualTo(404);
            assertThat(calls.post(Uploads.path(previewed, "/discard"), other, Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(uploads.confirm(previewed, other).status()).isEqualTo(404);
        }
        assertThat(ask("SELECT count(*) FROM audit_entry WHERE action = 'import.report-read' AND group_id = '%s'"))
                .isEqualTo("1");
    }

    @Test
    void aDiscardedFileIsGone() {
        Answer uploaded = uploads.upload(school, head, "a.csv", Examples.arborConsents());
        Answer discarded = calls.post(Uploads.path(uploaded, "/discard"), head, Map.of());
        assertThat(discarded.body().path("state").asString()).isEqualTo("DISCARDED");
        assertThat(ask("SELECT count(*) FROM import_batch WHERE content IS NOT NULL AND group_id = '%s'"))
                .isEqualTo("0");
        assertThat(calls.post(Uploads.path(uploaded, "/discard"), head, Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(calls.put(
                                Uploads.path(uploaded, "/mapping"),
                                head,
                                null,
                                uploaded.body().path("mapping").toString())
                        .code())
                .isEqualTo("media.import-not-open");
    }

    @Test
    void aFileNobodyConfirmsIsForgottenAfterADay() {
        Answer previewed = uploads.preview(school, head, "a.csv", Examples.arborConsents());
        clock.moveOn(Duration.ofHours(25));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        ask("SELECT state || (content IS NULL) || (findings IS NULL) || columns::text"
                                + " FROM import_batch WHERE group_id = '%s'"))
                .isEqualTo("DISCARDEDtruetrue[]"));
        assertThat(calls.get(Uploads.path(previewed, ""), head)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("DISCARDED");
    }

    @Test
    void aMappingThatOverreachesIsExplained() {
        Answer uploaded =
                uploads.upload(school, head, "a.csv", Uploads.bytes("Forename,Surname,Reg,Photos", "Kai,Moss,Oak,Yes"));
        Answer refused = calls.put(
                Uploads.path(uploaded, "/mapping"),
                head,
                null,
                Map.of(
                        "columns",
                        List.of(
                                Map.of("index", 0, "target", "FIRST_NAME"),
                                Map.of("index", 1, "target", "SURNAME"),
                                Map.of("index", 3, "target", "CONSENT", "purpose", "WEBSITE"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/columns/2/purpose");
        assertThat(uploads.confirm(uploaded, head).code()).isEqualTo("media.import-not-previewed");
    }

    @Test
    void theOrderOfDatesIsAskedFor() {
        Answer asked = uploads.preview(
                school,
                head,
                "a.csv",
                Uploads.bytes(Uploads.HEADING, "1,Kai,Moss,Oak,Ann Moss,,Yes,Yes,,12/19/2025,Form 3,Office"));
        assertThat(asked.body().path("state").asString()).isEqualTo("NEEDS_MAPPING");
        assertThat(asked.body().path("question").path("code").asString()).isEqualTo("DATE_ORDER");
        Answer answered = calls.put(
                Uploads.path(asked, "/mapping"),
                head,
                null,
                asked.body().path("mapping").toString().replace("\"dateOrder\":null", "\"dateOrder\":\"MONTH_FIRST\""));
        assertThat(answered.body().path("state").asString()).as(answered.text()).isEqualTo("PREVIEWED");
        assertThat(answered.body()
                        .path("preview")
                        .path("answers")
                        .path("active")
                        .asInt())
                .isEqualTo(1);

        uploads.confirm(answered, head);
        uploads.ended(answered, head);
        Answer dayFirst = uploads.upload(
                school,
                head,
                "b.csv",
                Uploads.bytes(Uploads.HEADING, "2,Bo,Fir,Oak,Ida Fir,,Yes,Yes,,19/12/2025,Form 3,Office"));
        assertThat(dayFirst.body().path("remembered").asBoolean()).isTrue();
        assertThat(numbers(dayFirst.body().path("preview"), "accepted", "rejected"))
                .as("the remembered order is not forced on a file of another")
                .containsExactly(1, 0);
    }

    @Test
    void anImportThatWasCutOffGoesOnWhereItWasAndNothingIsHalfStored() {
        database.change(
                """
                CREATE OR REPLACE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF new.surname = 'Breakoff' THEN RAISE EXCEPTION 'cut off' USING ERRCODE = '57P01'; END IF;
                    RETURN new;
                END $$;
                CREATE OR REPLACE TRIGGER break_off BEFORE INSERT ON subject FOR EACH ROW EXECUTE FUNCTION break_off();
                """);
        Answer previewed = uploads.preview(school, head, "roster.csv", roster(2_500, 2_300));
        assertThat(uploads.confirm(previewed, head).status()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ask("SELECT done FROM import_batch WHERE group_id = '%s'"))
                        .isEqualTo("2000"));
        assertThat(ask("SELECT count(*) FROM subject WHERE group_id = '%s'")).isEqualTo("2000");
        assertThat(ask("SELECT count(*) FROM consent WHERE group_id = '%s'")).isEqualTo("4000");
        assertThat(calls.get(Uploads.path(previewed, ""), head)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("RUNNING");

        database.change("DROP TRIGGER break_off ON subject");
        JsonNode done = uploads.ended(previewed, head);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(ask("SELECT count(*) FROM subject WHERE group_id = '%s'")).isEqualTo("2500");
        assertThat(ask("SELECT count(*) FROM consent WHERE group_id = '%s'")).isEqualTo("5000");
        assertThat(ask("SELECT count(*) FROM giver WHERE group_id = '%s'")).isEqualTo("2500");
        assertThat(done.path("result").path("created").asInt()).isEqualTo(2_500);
    }

    @Test
    void aConfirmedImportNobodyStartedIsTakenUp() {
        Answer previewed = uploads.preview(school, head, "arbor-consents.csv", Examples.arborConsents());
        // As if the service had stopped between the confirmation and the work.
        database.change(
                "UPDATE import_batch SET state = 'RUNNING', forget_at = NULL WHERE id = '" + previewed.id() + "'");
        assertThat(uploads.ended(previewed, head).path("state").asString()).isEqualTo("DONE");
        assertThat(ask("SELECT count(*) FROM subject WHERE group_id = '%s'")).isEqualTo("20");
    }

    @Test
    void anImportThatKeepsFailingEndsAsFailedAndSaysHowFarItCame() {
        Answer previewed = uploads.preview(school, head, "arbor-consents.csv", Examples.arborConsents());
        database.change("UPDATE import_batch SET state = 'RUNNING', forget_at = NULL, attempts = 7 WHERE id = '"
                + previewed.id() + "'");
        JsonNode failed = uploads.ended(previewed, head);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("refusal").path("sentence").asString()).isNotEmpty();
        assertThat(failed.path("progress").path("done").asInt()).isZero();
    }

    @Test
    void aRowThatCollidesWithSomebodyElsesEntryIsLeftOutAlone() {
        database.change(
                """
                CREATE OR REPLACE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF new.surname = 'Clash' THEN RAISE EXCEPTION 'taken' USING ERRCODE = '23505'; END IF;
                    RETURN new;
                END $$;
                CREATE OR REPLACE TRIGGER collide BEFORE INSERT ON subject FOR EACH ROW EXECUTE FUNCTION collide();
                """);
        JsonNode done = uploads.run(
                school,
                head,
                Uploads.HEADING,
                "1,Kai,Moss,Oak,Ann Moss,,Yes,Yes,No" + EVIDENCE,
                "2,Bo,Clash,Oak,Ida Clash,,Yes,Yes,No" + EVIDENCE,
                "3,Cy,Elm,Oak,Ed Elm,,Yes,Yes,No" + EVIDENCE);
        database.change("DROP TRIGGER collide ON subject");
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(numbers(done.path("result"), "created", "failed")).containsExactly(2, 1);
        assertThat(ask("SELECT count(*) FROM giver WHERE name = 'Ida Clash' AND group_id = '%s'"))
                .isEqualTo("0");
        assertThat(calls.get("/api/media/imports/" + done.path("id").asString() + "/report", head)
                        .text())
                .contains("Row 3 was not stored");
    }

    @Test
    void twoFilesForOneSettingRunOneAfterTheOther() {
        Answer first = uploads.preview(school, head, "a.csv", Examples.arborConsents());
        Answer second = uploads.preview(school, head, "b.zip", Examples.oneRoster());
        database.change("UPDATE import_batch SET state = 'RUNNING', claimed_until = now() + interval '1 hour',"
                + " claimed_by = id, forget_at = NULL WHERE id = '" + first.id() + "'");
        Answer refused = uploads.confirm(second, head);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("media.import-running");
        database.change("UPDATE import_batch SET claimed_until = NULL WHERE id = '" + first.id() + "'");
        uploads.ended(first, head);
        assertThat(uploads.confirm(second, head).status()).isEqualTo(202);
        uploads.ended(second, head);
    }

    @Test
    void twentyThousandPeopleAndTheirConsentsFinish() {
        String heading = "Student ID,Forename,Surname,Reg,Guardian,Guardian Email,Parental responsibility,"
                + "Photos,Website,Displays,Facebook,Prospectus,Press,Date signed,Form version,Form kept";
        StringBuilder file = new StringBuilder(heading).append("\r\n");
        IntStream.range(0, 20_000).forEach(i -> file.append(i + 100_000)
                .append(",First")
                .append(letters(i))
                .append(",Sur")
                .append(letters(i * 7 + 3))
                .append(",Class ")
                .append(i / 28)
                .append(",Parent ")
                .append(letters(i))
                .append(",p")
                .append(i)
                .append("@family.example,Yes,")
                .append("Yes,Yes,No,Yes,Yes,Refused,04/09/2026,Form 3,Office\r\n"));
        byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);

        long started = System.nanoTime();
        Answer previewed = uploads.preview(school, head, "large.csv", content);
        long read = System.nanoTime();
        assertThat(uploads.confirm(previewed, head).status()).isEqualTo(202);
        JsonNode done = uploads.ended(previewed, head);
        long stored = System.nanoTime();
        log.info(
                "20,000 people: uploaded and previewed in {} ms, stored in {} ms",
                (read - started) / 1_000_000,
                (stored - read) / 1_000_000);

        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(numbers(done.path("result"), "created", "active", "refused", "failed"))
                .containsExactly(20_000, 80_000, 40_000, 0);
        assertThat(ask("SELECT count(*) FROM consent WHERE group_id = '%s'")).isEqualTo("120000");
    }

    /** People with two answers each; the one at {@code breakAt} is called Breakoff. */
    private static byte[] roster(int people, int breakAt) {
        StringBuilder file = new StringBuilder(Uploads.HEADING).append("\r\n");
        for (int i = 0; i < people; i++) {
            file.append(i + 1)
                    .append(",First")
                    .append(letters(i))
                    .append(i == breakAt ? ",Breakoff" : ",Sur" + letters(i))
                    .append(",Class ")
                    .append(i / 25)
                    .append(",Parent ")
                    .append(letters(i))
                    .append(",p")
                    .append(i)
                    .append("@family.example,Yes,Yes,No,04/09/2026,Form 3,Office\r\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private JsonNode onRoster(String firstName) {
        JsonNode items = JsonMapper.shared()
                .readTree(calls.post(school.path("/subjects/search"), head, Map.of("query", firstName))
                        .text())
                .path("items");
        assertThat(items.size()).as(firstName).isEqualTo(1);
        return items.get(0);
    }

    private int version(String subject) {
        return Integer.parseInt(database.ask("SELECT version FROM subject WHERE id = '" + subject + "'"));
    }

    private int stored() {
        return Integer.parseInt(ask("SELECT count(*) FROM subject WHERE group_id = '%s'"));
    }

    private String ask(String sql) {
        return database.ask(sql.formatted(school.group));
    }

    private static List<Integer> numbers(JsonNode node, String... names) {
        return Stream.of(names).map(name -> node.path(name).asInt(-1)).toList();
    }

    @Test
    void earlierImportsAreListedForWhoeverMayImportThere() {
        uploads.run(school, head, "arbor-consents.csv", Examples.arborConsents());
        Answer archive = uploads.upload(
                school,
                TestTokens.person(school.group, School.OTHERS).post("GROUP_ADMIN", null),
                "Kai-Moss.zip",
                Examples.oneRoster());
        TestTokens other = TestTokens.person(school.group, UUID.randomUUID()).post("DSL", school.setting);
        Answer first = calls.get(school.path("/imports?limit=1"), other);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        JsonNode newest = first.body().path("items").get(0);
        assertThat(newest.path("id").asString()).isEqualTo(archive.id());
        assertThat(newest.path("fileKind").asString()).isEqualTo("ONEROSTER");
        assertThat(newest.path("state").asString()).isEqualTo("PREVIEWED");
        JsonNode oldest = calls.get(
                        school.path(
                                "/imports?after=" + first.body().path("next").asString()),
                        other)
                .body()
                .path("items")
                .get(0);
        assertThat(oldest.path("importedBy").asString()).isEqualTo(School.OTHERS.toString());
        assertThat(numbers(oldest.path("counts"), "rows", "people", "accepted", "rejected", "skipped"))
                .as("21 rows about 20 children")
                .containsExactly(27, 20, 21, 6, 1);
        assertThat(oldest.path("result").path("created").asInt()).isEqualTo(20);
        assertThat(first.text()).doesNotContain("Kai").doesNotContain("Moss");
        assertThat(calls.get(Uploads.path(archive, ""), other).status()).isEqualTo(404);
        assertThat(ask("SELECT string_agg(subject_type, ';') FROM audit_entry WHERE action = 'imports.read'"
                        + " AND group_id = '%s'"))
                .isEqualTo("imports shown=1;imports shown=1");
        assertThat(calls.get(school.path("/imports?after=bm9wZQ"), head).status())
                .isEqualTo(400);
    }

    @Test
    void anImportThatIsLookedAtIsOnRecord() {
        Answer previewed = uploads.preview(school, head, "a.csv", Examples.arborConsents());
        assertThat(looks()).isEqualTo("0");
        calls.get(Uploads.path(previewed, ""), head);
        assertThat(ask("SELECT subject_id || ' ' || subject_type FROM audit_entry WHERE action = 'import.read'"
                        + " AND group_id = '%s'"))
                .startsWith(previewed.id() + " findings shown=");
    }

    @Test
    void whileItRunsAnImportQuotesNothingAndSoAskingHowFarItIsIsNotOnRecord() {
        Answer previewed = uploads.preview(school, head, "a.csv", Examples.arborConsents());
        database.change("UPDATE import_batch SET state = 'RUNNING', claimed_until = now() + interval '1 hour',"
                + " claimed_by = id, forget_at = NULL WHERE id = '" + previewed.id() + "'");
        JsonNode running = calls.get(Uploads.path(previewed, ""), head).body();
        assertThat(running.path("preview").path("findings").isEmpty()).isTrue();
        assertThat(running.path("preview").path("findingsTotal").asInt()).isPositive();
        assertThat(running.path("columns").valueStream().map(column -> column.path("samples")))
                .isNotEmpty()
                .allMatch(JsonNode::isEmpty);
        assertThat(looks()).isEqualTo("0");

        database.change("UPDATE import_batch SET claimed_until = NULL WHERE id = '" + previewed.id() + "'");
        uploads.ended(previewed, head);
        assertThat(looks()).isEqualTo("1");
        assertThat(calls.get(Uploads.path(previewed, ""), head)
                        .body()
                        .path("preview")
                        .path("findings")
                        .isEmpty())
                .isFalse();
        assertThat(looks()).isEqualTo("2");
    }

    private String looks() {
        return ask("SELECT count(*) FROM audit_entry WHERE action = 'import.read' AND group_id = '%s'");
    }

    @Test
    void aGapInAListOfTheMappingIsMalformed() {
        Answer uploaded = uploads.upload(school, head, "a.csv", Examples.arborConsents());
        for (String[] gap : new String[][] {
            {"/columns/0", "{\"columns\": [null]}"},
            {
                "/columns/0/channels/0",
                "{\"columns\": [{\"index\": 3, \"target\": \"CONSENT\", \"purpose\": \"SOCIAL_MEDIA\", \"channels\":"
                        + " [null]}]}"
            }
        }) {
            Answer refused = calls.put(Uploads.path(uploaded, "/mapping"), head, null, gap[1]);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                    .isEqualTo(gap[0]);
        }
    }

    /** A no of the tenth: by its form, by the day it was entered, and by the day a yes was withdrawn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'REFUSED', '2025-09-10', now(), NULL, NULL",
                "'REFUSED', NULL, '2025-09-10T12:00Z', NULL, NULL",
                "'WITHDRAWN', '2025-09-01', '2025-09-02T12:00Z', '2025-09-10T12:00Z', gen_random_uuid()"
            })
    @Tag("MED-11")
    @Tag("MED-19")
    void aFileDoesNotBringBackAYesThatIsOlderThanANo(String no) {
        uploads.run(
                school,
                head,
                Uploads.HEADING,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,,20/09/2025,Form 3,Office");
        String kai = ask("SELECT id FROM subject WHERE group_id = '%s'");
        String giver = ask("SELECT id FROM giver WHERE group_id = '%s'");
        // The no is on record before, and the yes of the twentieth waits since.
        database.change(
                "INSERT INTO consent (group_id, id, subject_id, giver_id, purpose, recorded_by, superseded_at, state,"
                        + " signed_on, recorded_at, withdrawn_at, withdrawn_by)"
                        + " VALUES ('%s', '%s', '%s', '%s', 'WEBSITE', '%s', now(), %s)"
                                .formatted(school.group, UUID.randomUUID(), kai, giver, School.OTHERS, no));
        database.change("UPDATE consent SET state = 'PENDING' WHERE superseded_at IS NULL AND group_id = '"
                + school.group + "'");
        JsonNode done = uploads.run(
                school,
                head,
                Uploads.HEADING,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,,08/09/2025,Form 3,Office");
        assertThat(done.path("result").path("kept").asInt()).isEqualTo(1);
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("NOT_CLEARED");
        uploads.run(
                school,
                head,
                Uploads.HEADING,
                "1,Kai,Moss,Oak,Ann Moss,ann@family.example,Yes,Yes,,21/09/2025,Form 3,Office");
        assertThat(onRoster("Kai").path("purposes").path("WEBSITE").asString()).isEqualTo("CLEARED");
    }

    @Test
    @Tag("MED-19")
    void aFileBringsBackNoYesOfSomebodyBarred() {
        String line = "P-1,Mia,Thompson,Ash,Dana Thompson,dana@home.example,Yes,Yes,,2026-09-01,2026-1,Office";
        uploads.run(school, head, Uploads.HEADING, line);
        String at =
                "/api/media/subjects/" + database.ask("SELECT id FROM subject WHERE group_id = '" + school.group + "'");
        String dana = database.ask("SELECT id FROM giver WHERE group_id = '" + school.group + "'");
        assertThat(calls.post(at + "/givers/" + dana + "/bar", head, Map.of("reason", "Order of the court"))
                        .status())
                .isEqualTo(200);
        uploads.run(school, head, Uploads.HEADING, line.replace("2026-09-01", "2026-09-02"));
        assertThat(calls.get(at, head).body().path("purposes").path("WEBSITE").asString())
                .isEqualTo("NOT_CLEARED");
        assertThat(database.ask("SELECT string_agg(state, ' ' ORDER BY seq) FROM consent_event WHERE group_id = '"
                        + school.group + "'"))
                .as("history is kept of what files do too")
                .startsWith("ACTIVE PENDING");
    }
}
