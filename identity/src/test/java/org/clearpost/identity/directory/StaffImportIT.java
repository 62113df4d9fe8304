package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.clearpost.identity.directory.Groups.Group;
import org.clearpost.identity.seam.Directory;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IdentityTest
class StaffImportIT {

    private static final String HEADING = "Name,E-mail,Post,Setting,Start,End\n";
    private static final Duration SOON = Duration.ofMinutes(2);

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Directory directory;

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    Group hillside;
    String suffix = "";

    @BeforeEach
    void aGroup() {
        hillside = new Groups(transaction, directory, database, port).create();
        suffix = Ids.next() + "@hilltop.example";
    }

    @Test
    @Tag("SEC-08")
    void showsFirstThenTakesInWhatWasConfirmed() {
        Http.Answer shown = send(HEADING
                + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n"
                + "Mara Reyes,mara" + suffix + ",OSC,Hilltop Nursery,01/01/2050,\n"
                + "Wren Adeyemi,wren" + suffix + ",Wizard,Hilltop Nursery,,\n");

        assertThat(shown.status()).as(shown.text()).isEqualTo(201);
        JsonNode preview = shown.json().path("preview");
        assertThat(shown.json().path("state").asString()).isEqualTo("PREVIEWED");
        assertThat(shown.json().path("encoding").asString()).isEqualTo("UTF-8");
        assertThat(preview.path("rows").asInt()).isEqualTo(3);
        assertThat(preview.path("people").asInt()).isEqualTo(1);
        assertThat(preview.path("accepted").asInt()).isEqualTo(2);
        assertThat(preview.path("rejected").asInt()).isEqualTo(1);
        assertThat(preview.path("posts").get(0).path("name").asString()).isEqualTo("Mara Reyes");
        assertThat(preview.path("findings").get(0).path("message").asString())
                .isEqualTo("Row 4: there is no post \"Wizard\".");
        assertThat(people("mara" + suffix)).isZero();

        JsonNode done = confirmed(shown.id());

        assertThat(done.path("result").path("given").asInt()).isEqualTo(2);
        assertThat(done.path("progress").path("done").asInt()).isEqualTo(2);
        assertThat(done.path("preview").path("posts").size()).isZero();
        JsonNode mara = hillside.asAdmin()
                .post("/people/search", Map.of("query", "mara" + suffix))
                .json()
                .path("items")
                .get(0);
        assertThat(mara.path("posts").size()).isEqualTo(2);
        assertThat(mara.path("personType").asString()).isEqualTo("EMPLOYEE");
        assertThat(database.ask("SELECT count(*) FROM staff_import_row WHERE (name IS NOT NULL OR email IS NOT NULL)"
                        + " AND group_id = '" + hillside.id() + "'"))
                .isEqualTo("0");
        assertThat(database.ask("SELECT string_agg(action, ' ' ORDER BY at) FROM audit_entry WHERE subject_id = '"
                        + shown.id() + "'"))
                .isEqualTo("staff-import.previewed staff-import.confirmed staff-import.finished");
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'post.given' AND actor_id = '"
                        + hillside.admin() + "'"))
                .isEqualTo("2");
    }

    @Test
    void isConfirmedOnce() {
        UUID id = send(HEADING + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id();
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> hillside.asAdmin()
                        .post("/imports/" + id + "/confirmation", null)
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(202, 409).containsOnlyOnce(202);
        await().atMost(SOON).until(() -> state(id).equals("DONE"));
        assertThat(people("mara" + suffix)).isEqualTo(1);
    }

    @Test
    void aListSentTwiceUnderOneKeyIsOneImport() {
        String list = HEADING + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n";
        Map<String, String> headers = Map.of("Content-Type", "text/csv", "Idempotency-Key", suffix);
        Http admin = hillside.asAdmin();

        Http.Answer first = admin.send("POST", "/imports", list, headers);

        assertThat(admin.send("POST", "/imports", list, headers)).isEqualTo(first);
        assertThat(admin.send("POST", "/imports", list + "\n", headers).code()).isEqualTo("kit.key-reused");
    }

    @Test
    void checksARowAgainWhenItsTurnComes() {
        UUID id = send(HEADING
                        + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n"
                        + "Wren Adeyemi,wren" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id();
        hillside.asAdmin()
                .post("/people", Map.of("name", "Mara Okafor", "email", "mara" + suffix, "personType", "EMPLOYEE"));

        JsonNode done = confirmed(id);

        assertThat(done.path("result").path("given").asInt()).isEqualTo(1);
        assertThat(done.path("result").path("rejected").asInt()).isEqualTo(1);
        assertThat(done.path("preview").path("findings").get(0).path("message").asString())
                .isEqualTo("Row 2: Somebody else in this group has this e-mail address.");
        assertThat(people("wren" + suffix)).isEqualTo(1);
    }

    @Test
    void anAddressOfAnotherGroupIsRejectedWithItsRowAlone() {
        Group other = new Groups(transaction, directory, database, port).create();
        other.asAdmin().post("/people", Map.of("name", "Mara", "email", "mara" + suffix, "personType", "EMPLOYEE"));
        JsonNode done = confirmed(send(HEADING
                        + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n"
                        + "Wren Adeyemi,wren" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id());

        assertThat(done.path("result").path("given").asInt()).isEqualTo(1);
        assertThat(done.path("result").path("rejected").asInt()).isEqualTo(1);
        assertThat(database.ask("SELECT count(*) FROM person WHERE group_id = '" + hillside.id() + "'"))
                .isEqualTo("2");
    }

    @Test
    void refusesAFileThatIsNoTable() {
        Http.Answer refused = send("<html><body>Sign in</body></html>");

        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.json().path("refusal").path("sentence").asString()).contains("web page");
        assertThat(refused.json().path("preview").isNull()).isTrue();
        assertThat(hillside.asAdmin()
                        .post("/imports/" + refused.id() + "/confirmation", null)
                        .code())
                .isEqualTo("directory.import-not-waiting");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(send("x".repeat(2 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @Test
    @Tag("SEC-01")
    void onlyWhoSentAListSeesIt() {
        UUID id = send(HEADING + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id();
        UUID mara = hillside.holder("Mara Reyes", "GROUP_ADMIN");
        Http asMara = hillside.as(mara, "GROUP_ADMIN", null);
        Http stranger =
                new Groups(transaction, directory, database, port).create().asAdmin();

        for (Http caller : List.of(asMara, stranger)) {
            assertThat(caller.get("/imports/" + id)).isEqualTo(caller.get("/imports/" + Ids.next()));
            assertThat(caller.post("/imports/" + id + "/confirmation", null).status())
                    .isEqualTo(404);
        }
        assertThat(state(id)).isEqualTo("PREVIEWED");
    }

    @Test
    void anotherInstanceGoesOnWithWhatWasLeft() {
        UUID id = send(HEADING + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id();
        database.change(
                "UPDATE staff_import SET state = 'RUNNING', worked_at = now() - interval '2 minutes' WHERE id = '" + id
                        + "'");
        takeUp();
        await().atMost(SOON).until(() -> state(id).equals("DONE"));
        assertThat(people("mara" + suffix)).isEqualTo(1);
    }

    @Test
    @Tag("SEC-07")
    void aListNobodyConfirmsIsForgotten() {
        UUID id = send(HEADING + "Mara Reyes,mara" + suffix + ",DSL,Hilltop Nursery,,\n")
                .id();
        database.change("UPDATE staff_import SET created_at = now() - interval '25 hours' WHERE id = '" + id + "'");
        takeUp();
        assertThat(state(id)).isEqualTo("LAPSED");
        assertThat(database.ask(
                        "SELECT count(*) FROM staff_import_row WHERE import_id = '" + id + "' AND name IS NOT NULL"))
                .isEqualTo("0");
    }

    @Test
    void whoLosesThePostLosesTheRun() {
        UUID mara = hillside.holder("Mara Reyes", "GROUP_ADMIN");
        UUID id = hillside.as(mara, "GROUP_ADMIN", null)
                .send(
                        "POST",
                        "/imports",
                        HEADING + "Wren Adeyemi,wren" + suffix + ",DSL,Hilltop Nursery,,\n",
                        Map.of("Content-Type", "text/csv"))
                .id();
        database.change(
                "UPDATE staff_import SET state = 'RUNNING', worked_at = now() - interval '2 minutes' WHERE id = '" + id
                        + "'");
        hillside.asAdmin().post("/people/" + mara + "/disablement", null);
        takeUp();
        await().atMost(SOON).until(() -> state(id).equals("DONE"));
        assertThat(people("wren" + suffix)).isZero();
    }

    @Test
    void takesInAThousandRowsWithProgress() {
        StringBuilder list = new StringBuilder(HEADING);
        for (int row = 0; row < 1000; row++) {
            list.append("Person ")
                    .append(row)
                    .append(",p")
                    .append(row)
                    .append(suffix)
                    .append(",EMPLOYEE,Hilltop Nursery,,\n");
        }
        JsonNode done = confirmed(send(list.toString()).id());

        assertThat(done.path("result").path("given").asInt()).isEqualTo(1000);
        assertThat(done.path("progress").path("done").asInt()).isEqualTo(1000);
    }

    @Autowired
    org.springframework.context.ApplicationContext context;

    /** What the schedule would do. */
    private void takeUp() {
        Object runner = context.getBean("runStaffImports");
        org.springframework.test.util.ReflectionTestUtils.invokeMethod(runner, "takeUpLeftOver");
    }

    private Http.Answer send(String text) {
        return hillside.asAdmin().send("POST", "/imports?fileName=staff.csv", text, Map.of("Content-Type", "text/csv"));
    }

    private JsonNode confirmed(UUID id) {
        Http.Answer running = hillside.asAdmin().post("/imports/" + id + "/confirmation", null);
        assertThat(running.status()).as(running.text()).isEqualTo(202);
        await().atMost(SOON).until(() -> state(id).equals("DONE"));
        return hillside.asAdmin().get("/imports/" + id).json();
    }

    private String state(UUID id) {
        return database.ask("SELECT state FROM staff_import WHERE id = '" + id + "'");
    }

    private int people(String email) {
        return Integer.parseInt(database.ask("SELECT count(*) FROM person WHERE email = '" + email + "'"));
    }
}
