package org.clearpost.kit.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearpost.kit.notes.Calls.GROUP;
import static org.clearpost.kit.notes.Calls.OTHER;
import static org.clearpost.kit.notes.Calls.token;

import io.r2dbc.pool.ConnectionPool;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Many callers of two groups on two connections, some of whom hang up: nobody sees a row of the other group. */
@ClearpostTest
@TestPropertySource(properties = "DB_POOL=2")
class TenancyIT {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 8;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    ConnectionPool pool;

    @Test
    @Tag("SEC-01")
    void keepsGroupsApartWhileCallersComeGoAndHangUp() {
        Calls calls = new Calls(port);
        IntStream.range(0, 10).forEach(i -> {
            calls.write("ours", token(GROUP), null);
            calls.write("theirs", token(OTHER), null);
        });

        assertThat(foreignRows(calls)).isZero();
        assertThat(connectionsInUse()).isZero();

        // The control: with the database's guard down, the same calls do see rows of the other group.
        database.change("ALTER TABLE note DISABLE ROW LEVEL SECURITY");
        assertThat(foreignRows(calls)).isPositive();
        database.change("ALTER TABLE note ENABLE ROW LEVEL SECURITY");
    }

    private int foreignRows(Calls calls) {
        AtomicInteger foreign = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Random random = new Random(20261120);
        HttpClient http = HttpClient.newHttpClient();
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                UUID mine = caller % 2 == 0 ? GROUP : OTHER;
                UUID theirs = caller % 2 == 0 ? OTHER : GROUP;
                CompletableFuture<HttpResponse<String>> call = http.sendAsync(
                        calls.request("/api/notes", token(mine)).build(), HttpResponse.BodyHandlers.ofString());
                if (random.nextInt(4) == 0) {
                    CompletableFuture.delayedExecutor(random.nextInt(12), java.util.concurrent.TimeUnit.MILLISECONDS)
                            .execute(() -> call.cancel(true));
                }
                running.add(call.handle((answer, hungUp) -> {
                    if (answer != null && answer.statusCode() == 200) {
                        answered.incrementAndGet();
                        foreign.addAndGet(answer.body().contains(theirs.toString()) ? 1 : 0);
                    }
                    return null;
                }));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(answered.get()).isGreaterThan(CALLERS);
        return foreign.get();
    }

    /** Callers that hung up may leave a statement running for a moment; its connection comes back all the same. */
    private int connectionsInUse() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> pool.getMetrics().orElseThrow().acquiredSize() == 0);
        return pool.getMetrics().orElseThrow().acquiredSize();
    }
}
