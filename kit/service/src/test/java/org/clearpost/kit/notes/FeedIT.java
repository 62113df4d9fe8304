package org.clearpost.kit.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.kit.notes.Calls.GROUP;
import static org.clearpost.kit.notes.Calls.token;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The telling side: no event is skipped because its transaction was slow. */
@ClearpostTest
class FeedIT {

    private static final String APPEND =
            """
            INSERT INTO outbox (group_id, id, type, subject_id, occurred_at, data)
            VALUES ('%s', '%s', 'org.clearpost.notes.NoteWritten', '%s', now(), '{}')
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    @Tag("GW-04")
    void waitsForASlowTransactionInsteadOfSkippingIt() throws SQLException {
        Calls calls = new Calls(port);
        UUID slow = UUID.randomUUID();
        String naive = "SELECT max(seq) FROM outbox";
        try (Connection held = database.connect("app");
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("SELECT set_config('app.tenant', '" + GROUP + "', true)");
            statement.execute(APPEND.formatted(GROUP, UUID.randomUUID(), slow));
            UUID quick = UUID.fromString(Calls.id(calls.write("quick", token(GROUP), null)));

            String cursor = "";
            List<UUID> told = new ArrayList<>();
            cursor = read(calls, cursor, told);
            assertThat(told).doesNotContain(slow, quick);
            long lastSeen = Long.parseLong(database.ask(naive));

            held.commit();
            List<UUID> later = new ArrayList<>();
            String from = cursor;
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                later.clear();
                read(calls, from, later);
                assertThat(later).contains(slow, quick);
            });
            assertThat(later.indexOf(slow)).isLessThan(later.indexOf(quick));

            // The control: a reader that only remembers the last number it saw never hears of the slow one.
            assertThat(database.ask(
                            "SELECT count(*) FROM outbox WHERE seq > " + lastSeen + " AND subject_id = '" + slow + "'"))
                    .isEqualTo("0");
        }
    }

    /** Transaction numbers grow in length: 1000 comes after 999, though not in the alphabet. */
    @Test
    @Tag("GW-04")
    void tellsInTheOrderOfTransactionsHoweverLongTheirNumbersAre() {
        List<UUID> written = new ArrayList<>();
        for (int txid : new int[] {8, 9, 10, 99, 100, 101}) {
            UUID subject = UUID.randomUUID();
            database.change(
                    """
                    INSERT INTO outbox (group_id, id, txid, type, subject_id, occurred_at, data)
                    VALUES ('%s', '%s', '%d', 'org.clearpost.notes.NoteWritten', '%s', now(), '{}')
                    """
                            .formatted(GROUP, UUID.randomUUID(), txid, subject));
            written.add(subject);
        }
        Calls calls = new Calls(port);
        List<UUID> told = new ArrayList<>();
        String cursor = "";
        while (told.size() < written.size()) {
            cursor = read(calls, cursor, 2, told);
        }

        assertThat(told).isEqualTo(written);
    }

    @Test
    void answersAWaitingReaderAsSoonAsThereIsNews() {
        Calls calls = new Calls(port);
        List<UUID> told = new ArrayList<>();
        String cursor = read(calls, "", told);
        var waiting = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> calls.get("/internal/feed?wait=20&after=" + cursor, reader()));
        UUID written = UUID.fromString(Calls.id(calls.write("news", token(GROUP), null)));

        assertThat(waiting.join().body()).contains(written.toString());
    }

    @Test
    void refusesACursorItNeverGave() {
        HttpResponse<String> answer = new Calls(port).get("/internal/feed?after=yesterday", reader());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/after");
    }

    private static String read(Calls calls, String after, List<UUID> into) {
        return read(calls, after, 500, into);
    }

    private static String read(Calls calls, String after, int limit, List<UUID> into) {
        JsonNode page = JsonMapper.shared()
                .readTree(calls.get("/internal/feed?limit=%d&after=%s".formatted(limit, after), reader())
                        .body());
        page.get("events")
                .forEach(event -> into.add(UUID.fromString(event.get("subject").asString())));
        return page.get("next").asString();
    }

    private static String reader() {
        return TestTokens.service("policy-service").token("notes");
    }
}
