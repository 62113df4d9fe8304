package org.clearpost.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearpost.load.Line.Run;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guard beside the speed of decisions: once a withdrawal has been acknowledged, the very next check refuses, every
 * time. As a control the same is done with a client that keeps answers for a second, which must be found out.
 */
final class Withdrawals {

    private static final String SETTING = "Larkmere Primary School";
    private static final int AT_ONCE = 4;
    private static final int CONTROLS = 100;
    private static final int AIM = 10_000;

    private final RunningPlatform platform;
    private final Population population;
    private final Connection superuser;
    private final int times;
    private final String setting;

    Withdrawals(RunningPlatform platform, Population population, Connection superuser, int times) {
        this.platform = platform;
        this.population = population;
        this.superuser = superuser;
        this.times = times;
        this.setting = platform.demo().settings().getOrDefault(SETTING, "");
    }

    /** Somebody and the yes that is taken back. */
    private record Given(String person, String consent) {}

    List<Line> measure(Run run) throws Exception {
        var given = given(times + CONTROLS);
        if (given.size() < times + CONTROLS) {
            throw new BenchException("Only %d people of %s still say yes: begin with fresh data (--fresh)."
                    .formatted(given.size(), SETTING));
        }
        var missedByControl = stillYes(given.subList(0, CONTROLS), true);
        var missed = stillYes(given.subList(CONTROLS, CONTROLS + times), false);
        return List.of(
                // Fewer than the aim asks for prove less, however well they went.
                Line.atLeast(
                        "M1 guard",
                        "withdrawals whose next check refused; %,d of %,d did not".formatted(missed, times),
                        times - missed,
                        Math.max(times, AIM),
                        "",
                        Map.of("withdrawals", (double) times, "still yes", (double) missed),
                        run),
                Line.atLeast(
                        "M1 guard control",
                        "the same with a client that keeps answers for a second, found out, of " + CONTROLS,
                        missedByControl,
                        CONTROLS,
                        "",
                        Map.of("withdrawals", (double) CONTROLS, "still yes", (double) missedByControl),
                        run));
    }

    private int stillYes(List<Given> given, boolean keepsAnswers) throws Exception {
        var next = new AtomicInteger();
        var wrong = new AtomicInteger();
        var client = platform.clientTokens();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit((Callable<Boolean>) () -> {
                    var head = platform.signedIn("head", SETTING);
                    try (var asker = new Asker(new Wire(platform.port()), client, keepsAnswers)) {
                        for (var at = next.getAndIncrement(); at < given.size(); at = next.getAndIncrement()) {
                            var each = given.get(at);
                            var question = population.question(setting, List.of(each.person()));
                            if (!asker.clears(question)) {
                                throw new BenchException("Somebody who said yes was not cleared to begin with.");
                            }
                            head.post("/api/media/consents/" + each.consent() + "/withdrawal", Map.of());
                            if (asker.clears(question)) {
                                wrong.incrementAndGet();
                            }
                        }
                    }
                    return true;
                }));
            }
            for (var each : running) {
                each.get();
            }
        }
        return wrong.get();
    }

    private List<Given> given(int most) throws SQLException {
        var given = new ArrayList<Given>();
        try (var statement = superuser.prepareStatement(
                """
                SELECT c.subject_id, c.id
                  FROM subject s
                  JOIN consent c ON c.group_id = s.group_id AND c.subject_id = s.id AND c.superseded_at IS NULL
                 WHERE s.setting_id = ?::uuid AND s.class_name = 'Bench' AND c.purpose = 'SOCIAL_MEDIA'
                   AND c.state = 'ACTIVE'
                 LIMIT ?
                """)) {
            statement.setString(1, setting);
            statement.setInt(2, most);
            var rows = statement.executeQuery();
            while (rows.next()) {
                given.add(new Given(rows.getString(1), rows.getString(2)));
            }
        }
        return given;
    }

    /** Asks through the gateway; the control's kind looks into what it heard within the last second first. */
    private static final class Asker implements AutoCloseable {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final long KEPT = 1_000_000_000L;

        private final Wire wire;
        private final Tokens tokens;
        private final @Nullable Map<String, Heard> heard;

        private record Heard(boolean cleared, long at) {}

        Asker(Wire wire, Tokens tokens, boolean keepsAnswers) {
            this.wire = wire;
            this.tokens = tokens;
            this.heard = keepsAnswers ? new HashMap<>() : null;
        }

        boolean clears(String question) throws IOException {
            var known = heard == null ? null : heard.get(question);
            if (known != null && System.nanoTime() - known.at() < KEPT) {
                return known.cleared();
            }
            var answer = wire.post("/api/media/decisions", tokens.get(), question.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 200) {
                throw new BenchException("A check was answered with %d.".formatted(answer.status()));
            }
            var cleared = JSON.readTree(answer.body())
                    .path("people")
                    .path(0)
                    .path("outcome")
                    .asString("")
                    .equals("CLEARED");
            if (heard != null) {
                heard.put(question, new Heard(cleared, System.nanoTime()));
            }
            return cleared;
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
