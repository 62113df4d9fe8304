package org.clearpost.media.consenting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
@Tag("MED-02")
class EvidenceIT {

    private static final byte[] FORM = "%PDF-1.7 the signed form".getBytes(StandardCharsets.ISO_8859_1);

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;
    private String mia;

    @BeforeEach
    void aSchoolWithAChild() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
        mia = school.child("Mia", "Thompson", "Ash");
    }

    @Test
    @Tag("SEC-03")
    void aScanMakesAYesCountAndIsHandedOutAsAFile() {
        Answer scan = upload(FORM);
        assertThat(scan.status()).as(scan.text()).isEqualTo(201);
        assertThat(scan.body().path("mediaType").asString()).isEqualTo("application/pdf");
        Answer recorded = record(Map.of("evidenceId", scan.id()), "WEBSITE=YES");
        assertThat(recorded.body().path("items").get(0).path("state").asString())
                .as(recorded.text())
                .isEqualTo("ACTIVE");
        assertThat(recorded.body().path("items").get(0).path("evidenceId").asString())
                .isEqualTo(scan.id());

        Answer content = calls.get(path("/evidence/" + scan.id() + "/content"), school.as("DSL"));
        assertThat(content.text()).isEqualTo(new String(FORM, StandardCharsets.ISO_8859_1));
        assertThat(content.headers().map())
                .containsEntry("content-type", java.util.List.of("application/pdf"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
                .containsEntry("cache-control", java.util.List.of("no-store"));
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(database.ask("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_entry WHERE group_id = '"
                        + school.group + "' AND subject_id = '" + scan.id() + "'"))
                .isEqualTo("evidence.added evidence.read");
    }

    @Test
    void anElectronicSignatureIsAsGoodAndNothingAtAllIsNot() {
        assertThat(state(record(Map.of("esignReference", "Envelope 4711"), "WEBSITE=YES")))
                .isEqualTo("ACTIVE");
        assertThat(state(record(Map.of(), "PRINT=YES"))).isEqualTo("PENDING");
    }

    /** A row that a faulty statement would write is refused by the database itself. */
    @Test
    @Tag("MED-01")
    void noYesCountsWithoutASignedForm() {
        record(Map.of(), "PRINT=YES");
        String changed = "";
        try {
            database.change("UPDATE consent SET state = 'ACTIVE' WHERE group_id = '" + school.group + "'");
        } catch (IllegalStateException refused) {
            changed = String.valueOf(refused.getMessage());
        }
        assertThat(changed).contains("consent_yes_has_evidence");
    }

    @Test
    @Tag("SEC-13")
    void aFileIsWhatItsFirstBytesSay() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(upload(png).body().path("mediaType").asString()).isEqualTo("image/png");
        assertThat(upload(jpeg).body().path("mediaType").asString()).isEqualTo("image/jpeg");
        for (byte[] other : new byte[][] {
            "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            " %PDF-1.7".getBytes(StandardCharsets.UTF_8),
            "%PDF-".getBytes(StandardCharsets.UTF_8),
            {'P', 'K', 3, 4, 0},
            {}
        }) {
            assertThat(upload(other).status()).isIn(400, 415);
        }
        assertThat(database.ask("SELECT count(*) FROM consent_evidence WHERE group_id = '" + school.group + "'"))
                .isEqualTo("2");
    }

    @Test
    @Tag("SEC-13")
    void tenMegabytesAreTakenAndNotAByteMore() {
        byte[] largest = Arrays.copyOf(FORM, 10 * 1024 * 1024);
        assertThat(upload(largest).status()).isEqualTo(201);
        assertThat(upload(Arrays.copyOf(FORM, 10 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @Test
    @Tag("SEC-01")
    void aScanBelongsToOnePerson() {
        String scan = upload(FORM).id();
        String kofi = school.child("Kofi", "Ansah", "Ash");
        assertThat(calls.get("/api/media/subjects/" + kofi + "/evidence/" + scan + "/content", school.as("DSL"))
                        .status())
                .isEqualTo(404);
        Map<String, Object> form = School.form("Ama Ansah", "YES", "WEBSITE=YES");
        form.put("evidenceId", scan);
        Answer refused = calls.post("/api/media/subjects/" + kofi + "/consents", school.as("DSL"), form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/evidenceId");
        assertThat(record(Map.of("evidenceId", UUID.randomUUID().toString()), "WEBSITE=YES")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("MED-13")
    void aYesLastsAsLongAsWasSaidAndANoForGood() {
        Map<String, Object> form = School.form("Dana Thompson", "YES", "WEBSITE=YES", "PRINT=NO");
        form.put("validUntil", School.today());
        Answer recorded = calls.post(path("/consents"), school.as("SETTING_HEAD"), form);
        assertThat(recorded.body().path("items").get(0).hasNonNull("validUntil"))
                .isTrue();
        assertThat(recorded.body().path("items").get(1).hasNonNull("validUntil"))
                .isFalse();
        form.put("validUntil", "2020-01-01");
        assertThat(calls.post(path("/consents"), school.as("SETTING_HEAD"), form)
                        .body()
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/validUntil");
    }

    private Answer record(Map<String, Object> signed, String... answers) {
        Map<String, Object> form = School.form("Dana Thompson", "YES", answers);
        form.remove("keptAt");
        form.putAll(signed);
        return calls.post(path("/consents"), school.as("SETTING_HEAD"), form);
    }

    private static String state(Answer recorded) {
        return recorded.body().path("items").get(0).path("state").asString();
    }

    private Answer upload(byte[] file) {
        return calls.upload(path("/evidence"), school.as("SETTING_HEAD"), file);
    }

    private String path(String rest) {
        return "/api/media/subjects/" + mia + rest;
    }
}
