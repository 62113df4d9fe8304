package org.clearpost.media.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.model.PictureFacts;
import org.clearpost.media.model.PictureFinding;
import org.clearpost.media.model.PictureId;
import org.clearpost.media.model.SettingId;
import org.clearpost.media.pictures.cleaning.Cleanings;
import org.clearpost.media.pictures.cleaning.Samples;
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
import org.springframework.test.context.TestPropertySource;

/** A picture from its upload to its end, over HTTP, on a real database and with real cleanings. */
@ClearpostTest
@Import(MovableClock.Set.class)
@TestPropertySource(properties = "clearpost.pictures.look=200ms")
@Tag("SEC-13")
@Tag("IMG-08")
class PictureIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    @Autowired
    PictureRepository repository;

    @Autowired
    TenantTransaction transaction;

    private Calls calls;
    private School school;
    private TestTokens contributor;

    @BeforeEach
    void aSchool() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        contributor = school.as("CONTRIBUTOR");
    }

    @Test
    @Tag("PST-30")
    void aPictureComesBackWithoutWhatItCarried() throws NoSuchAlgorithmException, IOException, InterruptedException {
        Answer uploaded = upload(contributor, Samples.withPlaceAndNumber());

        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.body().path("state").asString()).isEqualTo("READY");
        assertThat(uploaded.body().path("findings").toString())
                .isEqualTo("[\"LOCATION\",\"SERIAL_NUMBER\",\"EMBEDDED_THUMBNAIL\",\"COMMENT\",\"OTHER_METADATA\"]");
        HttpResponse<byte[]> content = content(contributor, uploaded.id());
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(content.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"picture.jpg\"");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new String(content.body(), StandardCharsets.ISO_8859_1)).doesNotContain(Samples.MARKER);
        assertThat(uploaded.body().path("digest").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.body())));
        assertThat(calls.get(path(uploaded), contributor).body()).isEqualTo(uploaded.body());
    }

    /** Nothing of what was sent is in any table, nor what it was called. */
    @Test
    void theOriginalIsStoredNowhere() {
        upload(contributor, Samples.withPlaceAndNumber());

        assertThat(
                        database.ask(
                                """
                        SELECT count(*) FROM pg_tables t, LATERAL query_to_xml(
                            format('SELECT 1 FROM %I x WHERE position(''CANARY-7Q2X'' IN x::text) > 0
                                       OR position(encode(''CANARY-7Q2X'', ''hex'') IN x::text) > 0', t.tablename),
                            false, true, '') AS found
                         WHERE t.schemaname = 'public' AND found::text <> ''
                        """))
                .isEqualTo("0");
    }

    @Test
    void onlyTheUploaderSeesItAndEveryLookIsRecorded() throws IOException, InterruptedException {
        Answer uploaded = upload(contributor, Samples.plain());
        TestTokens head = school.as("SETTING_HEAD");

        assertThat(calls.get(path(uploaded), head).status()).isEqualTo(404);
        assertThat(content(head, uploaded.id()).statusCode()).isEqualTo(404);
        assertThat(delete(head, uploaded.id()).status()).isEqualTo(404);
        content(contributor, uploaded.id());

        assertThat(ask("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_entry WHERE group_id = '%s'"
                        + " AND subject_type = 'picture'"))
                .isEqualTo("picture.uploaded picture.content-read");
    }

    @Test
    void aCopyIsGoneAfterADay() throws IOException, InterruptedException {
        Answer uploaded = upload(contributor, Samples.withPlaceAndNumber());
        assertThat(facts(school.setting, uploaded))
                .isEqualTo(new PictureFacts(
                        new PictureId(UUID.fromString(uploaded.id())),
                        uploaded.body().path("digest").asString(),
                        EnumSet.allOf(PictureFinding.class)));
        assertThat(facts(UUID.randomUUID(), uploaded)).as("of another setting").isNull();

        clock.moveOn(Duration.ofHours(24));
        assertThat(facts(school.setting, uploaded)).isNull();
        assertThat(content(contributor, uploaded.id()).statusCode()).isEqualTo(404);

        await().untilAsserted(() -> assertThat(calls.get(path(uploaded), contributor)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("EXPIRED"));
        assertThat(ask("SELECT concat_ws(' ', content IS NULL, findings, width IS NULL, digest) FROM picture"
                        + " WHERE group_id = '%s'"))
                .isEqualTo("t {} t " + uploaded.body().path("digest").asString());
        assertThat(ask("SELECT count(*) FROM audit_entry WHERE group_id = '%s' AND action = 'picture.expired'"))
                .isEqualTo("1");
    }

    @Test
    void theUploaderMayTakeItBack() throws IOException, InterruptedException {
        Answer uploaded = upload(contributor, Samples.plain());

        Answer removed = delete(contributor, uploaded.id());

        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.body().path("state").asString()).isEqualTo("REMOVED");
        assertThat(content(contributor, uploaded.id()).statusCode()).isEqualTo(404);
        assertThat(delete(contributor, uploaded.id()).status()).isEqualTo(404);
        assertThat(facts(school.setting, uploaded)).isNull();
    }

    @Test
    void whatIsNoPictureIsRefusedInPlainWords() {
        Answer heic = upload(contributor, Samples.heic());
        assertThat(heic.status()).isEqualTo(415);
        assertThat(heic.code()).isEqualTo("media.picture-heic");
        assertThat(heic.body().path("title").asString()).contains("JPEG");
        assertThat(upload(contributor, "<svg/>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("media.picture-not-a-picture");
        assertThat(upload(contributor, new byte[0]).code()).isEqualTo("media.picture-not-a-picture");
        assertThat(upload(contributor, Samples.giant()).code()).isEqualTo("media.picture-too-many-points");
        assertThat(upload(contributor, new byte[20 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(ask("SELECT count(*) FROM picture WHERE group_id = '%s'")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM audit_entry WHERE group_id = '%s' AND action = 'picture.refused'"))
                .isEqualTo("4");
    }

    @Test
    void theSameCommandTakesOnePicture() {
        byte[] picture = Samples.plain();
        Answer first = send(request(contributor, picture).header("Idempotency-Key", "k-1"));
        Answer second = send(request(contributor, picture).header("Idempotency-Key", "k-1"));
        Answer other = send(request(contributor, Samples.withPlaceAndNumber()).header("Idempotency-Key", "k-1"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("kit.key-reused");
        assertThat(ask("SELECT count(*) FROM picture WHERE group_id = '%s'")).isEqualTo("1");
    }

    @Test
    void onePersonHasOnePictureCleanedAtATime() {
        CompletableFuture<HttpResponse<String>> first =
                HTTP.sendAsync(request(contributor, Samples.slow()).build(), HttpResponse.BodyHandlers.ofString());
        ProcessHandle held = Cleanings.hold();

        Answer second = upload(contributor, Samples.plain());

        assertThat(second.status()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        Cleanings.letGo(held);
        first.join();
        assertThat(upload(contributor, Samples.plain()).status()).isEqualTo(201);
    }

    @Test
    void noMoreThanTwoCleaningsRunAtOnce() {
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Integer> seen = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                TestTokens one =
                        TestTokens.person(school.group, UUID.randomUUID()).post("SETTING_HEAD", school.setting);
                people.submit(() -> answers.add(upload(one, Samples.slow())));
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        seen.add(Cleanings.running().size());
                        return answers.size() == 8;
                    });
        }
        assertThat(seen).isNotEmpty().allMatch(count -> count <= 2);
        assertThat(answers).allMatch(answer -> List.of(201, 422, 503).contains(answer.status()));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .isNotEmpty()
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void aSenderWhoLeavesEndsTheCleaning() {
        CompletableFuture<HttpResponse<String>> leaving =
                HTTP.sendAsync(request(contributor, Samples.slow()).build(), HttpResponse.BodyHandlers.ofString());
        Cleanings.hold();
        leaving.cancel(true);

        await().until(() -> Cleanings.running().isEmpty());
        assertThat(ask("SELECT count(*) FROM picture WHERE group_id = '%s'")).isEqualTo("0");
    }

    private @Nullable PictureFacts facts(UUID setting, Answer picture) {
        return transaction
                .asSystem(
                        school.group,
                        repository.facts(new SettingId(setting), new PictureId(UUID.fromString(picture.id()))))
                .block();
    }

    private String ask(String sql) {
        return database.ask(sql.formatted(school.group));
    }

    private Answer upload(TestTokens caller, byte[] file) {
        return send(request(caller, file));
    }

    private HttpRequest.Builder request(TestTokens caller, byte[] file) {
        return request(caller, school.path("/pictures"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private Answer delete(TestTokens caller, String picture) {
        return send(request(caller, "/api/media/pictures/" + picture).DELETE());
    }

    private HttpResponse<byte[]> content(TestTokens caller, String picture) throws IOException, InterruptedException {
        return HTTP.send(
                request(caller, "/api/media/pictures/" + picture + "/content").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(TestTokens caller, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + caller.token("media-consent-service"));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String path(Answer picture) {
        return "/api/media/pictures/" + picture.id();
    }
}
