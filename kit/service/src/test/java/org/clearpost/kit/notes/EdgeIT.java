package org.clearpost.kit.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.kit.notes.Calls.GROUP;
import static org.clearpost.kit.notes.Calls.MARA;
import static org.clearpost.kit.notes.Calls.OTHER;
import static org.clearpost.kit.notes.Calls.token;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.clearpost.kit.tenancy.CallerEpochs;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.CatalogueRules;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClearpostTest
class EdgeIT {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    CallerEpochs epochs;

    Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls(port);
    }

    @Test
    @Tag("SEC-08")
    void writesTheNoteTheAuditEntryAndTheEventTogether() {
        String id = Calls.id(calls.write("together", token(GROUP), null));

        assertThat(database.ask("SELECT count(*) FROM note WHERE id = '" + id + "'"))
                .isEqualTo("1");
        assertThat(database.ask("SELECT actor_id FROM audit_entry WHERE subject_id = '" + id + "'"))
                .isEqualTo(MARA.toString());
        assertThat(database.ask("SELECT count(*) FROM outbox WHERE subject_id = '" + id + "'"))
                .isEqualTo("1");
    }

    @Test
    @Tag("SEC-08")
    void writesAndServesNothingThatCannotBeAudited() {
        String id = Calls.id(calls.write("seen before", token(GROUP), null));
        String notes = "SELECT count(*) FROM note";
        String before = database.ask(notes);
        database.change("REVOKE INSERT ON audit_entry FROM " + database.name() + "_app");
        try {
            HttpResponse<String> written = calls.write("unseen", token(GROUP), null);
            HttpResponse<String> read = calls.get("/api/notes/" + id, token(GROUP));

            assertThat(written.statusCode()).isEqualTo(500);
            assertThat(database.ask(notes)).isEqualTo(before);
            assertThat(read.statusCode()).isEqualTo(500);
            assertThat(read.body()).doesNotContain("seen before").contains("traceId");
        } finally {
            database.change("GRANT INSERT ON audit_entry TO " + database.name() + "_app");
        }
        assertThat(calls.get("/api/notes/" + id, token(GROUP)).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("SEC-01")
    void answersTheSameBytesForAnotherGroupsNoteAsForNone() {
        String id = Calls.id(calls.write("ours", token(GROUP), null));

        HttpResponse<String> hidden = calls.get("/api/notes/" + id, token(OTHER));
        HttpResponse<String> missing = calls.get("/api/notes/" + UUID.randomUUID(), token(OTHER));

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body())
                .isEqualTo(missing.body())
                .doesNotContain("traceId")
                .doesNotContain("instance");
        assertThat(headers(hidden)).isEqualTo(headers(missing));
    }

    @Test
    @Tag("SEC-02")
    void believesNoTokenButOneForThisServiceAlone() {
        assertThat(status(token(GROUP))).isEqualTo(200);
        assertThat(status(TestTokens.person(GROUP, MARA).token("policy-service")))
                .isEqualTo(401);
        assertThat(status(TestTokens.person(GROUP, MARA).token("notes", "policy-service")))
                .isEqualTo(401);
        assertThat(status(TestTokens.person(GROUP, MARA).living(-30).token("notes")))
                .isEqualTo(401);
        assertThat(status(TestTokens.person(GROUP, MARA).living(600).token("notes")))
                .isEqualTo(401);
        assertThat(status(TestTokens.person(GROUP, MARA).forged().token("notes")))
                .isEqualTo(401);
        assertThat(status(TestTokens.person(GROUP, MARA)
                        .issuedBy("https://elsewhere.example")
                        .token("notes")))
                .isEqualTo(401);
        assertThat(status(TestTokens.service("policy-service").token("notes"))).isEqualTo(403);
        assertThat(status("none")).isEqualTo(401);
    }

    @Test
    @Tag("SEC-02")
    void opensTheFeedToServicesOnly() {
        assertThat(calls.get("/internal/feed", token(GROUP)).statusCode()).isEqualTo(403);
        assertThat(calls.get(
                                "/internal/feed",
                                TestTokens.service("policy-service")
                                        .scope("decisions")
                                        .token("notes"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(calls.get(
                                "/internal/feed",
                                TestTokens.service("policy-service").token("notes"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("SEC-02")
    void refusesATokenOlderThanTheLastChangeOfWhatItsHolderMayDo() {
        UUID leaver = UUID.fromString("00000000-0000-7000-8000-0000000000c2");
        String before = TestTokens.person(GROUP, leaver).epoch(4).token("notes");
        assertThat(status(before)).isEqualTo(200);

        transaction.asSystem(GROUP, epochs.raise(GROUP, leaver, 5)).block();
        transaction.asSystem(GROUP, epochs.raise(GROUP, leaver, 3)).block();

        HttpResponse<String> refused = calls.get("/api/notes", before);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("kit.token-outdated");
        assertThat(status(TestTokens.person(GROUP, leaver).epoch(5).token("notes")))
                .isEqualTo(200);
    }

    @Test
    void givesFiftyIdenticalCommandsOneEffectAndOneAnswer() {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        inParallel(50, i -> {
            HttpResponse<String> answer = calls.write("once", token(GROUP), "the same key");
            answers.add(answer.statusCode() + answer.body());
        });

        assertThat(answers).hasSize(1).first().asString().startsWith("200");
        assertThat(count("once")).isEqualTo("1");
        HttpResponse<String> other = calls.write("something else", token(GROUP), "the same key");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("kit.key-reused");
    }

    /** The control of the test above: without a key each arrival has its effect, so the key is what makes it one. */
    @Test
    void givesCommandsWithoutAKeyAnEffectEach() {
        inParallel(10, i -> calls.write("each", token(GROUP), null));

        assertThat(count("each")).isEqualTo("10");
    }

    @Test
    void namesTheFieldThatDoesNotExist() {
        HttpResponse<String> answer = calls.write("x\",\"group\":\"mine", token(GROUP), null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("kit.unknown-field").contains("\"/group\"");
    }

    @Test
    void hasASchemaThatKeepsGroupsApart() {
        assertThat(CatalogueRules.violations(database, Set.of())).isEmpty();
    }

    private String count(String text) {
        return database.ask("SELECT count(*) FROM note WHERE text = '" + text + "'");
    }

    private int status(String token) {
        return calls.get("/api/notes", token).statusCode();
    }

    private static String headers(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream().sorted().toList().toString();
    }

    private static void inParallel(int times, java.util.function.IntConsumer call) {
        CompletableFuture<?>[] all = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.runAsync(() -> call.accept(i), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
    }
}
