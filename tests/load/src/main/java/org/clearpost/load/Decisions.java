package org.clearpost.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clearpost.load.Line.Run;
import org.clearpost.load.RawLane.Pair;

/** M1, M2 and M3: what a decision costs beside its own SQL, and how little it depends on how many people are asked about. */
final class Decisions {

    private static final String PATH = "/api/media/decisions";
    private static final int CONNECTIONS = 8;
    private static final int QUESTIONS = 400;
    private static final int PEOPLE = 60;

    private final RunningPlatform platform;
    private final Population population;
    private final Connection superuser;
    private final int rounds;
    private final Tokens client;
    private final Tokens media;

    Decisions(RunningPlatform platform, Population population, Connection superuser, int rounds) {
        this.platform = platform;
        this.population = population;
        this.superuser = superuser;
        this.rounds = rounds;
        this.client = platform.clientTokens();
        this.media = platform.mediaTokens(client);
    }

    List<Line> measure(Run run) throws Exception {
        var lines = new ArrayList<Line>();
        lines.addAll(rates(run));
        lines.add(people(run));
        return lines;
    }

    private List<Line> rates(Run run) throws Exception {
        var questions = IntStream.range(0, QUESTIONS)
                .mapToObj(i -> population.question(PEOPLE).getBytes(StandardCharsets.UTF_8))
                .toList();
        var pairs = record(questions);
        var straightPort = platform.part(RunningPlatform.MEDIA).port();
        var raw = new ArrayList<Lane>();
        var straight = new ArrayList<Lane>();
        var through = new ArrayList<Lane>();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                var start = i * QUESTIONS / CONNECTIONS;
                raw.add(new RawLane(platform.asMedia(population.group()), pairs, start));
                straight.add(HttpLane.posting(straightPort, PATH, media, questions, start));
                through.add(HttpLane.posting(platform.port(), PATH, client, questions, start));
            }
            warm(List.of(raw, straight, through));
            var ofRaw = new Samples();
            var ofStraight = new Samples();
            var ofThrough = new Samples();
            for (var round = 0; round < rounds; round++) {
                ofRaw.run(raw, Duration.ofSeconds(3));
                ofStraight.run(straight, Duration.ofSeconds(3));
                ofThrough.run(through, Duration.ofSeconds(3));
            }
            var measured = Map.of(
                    "raw a second", ofRaw.rate(),
                    "straight a second", ofStraight.rate(),
                    "through the gateway a second", ofThrough.rate(),
                    "raw p50 ms", ofRaw.milliseconds(0.5),
                    "raw p99 ms", ofRaw.milliseconds(0.99),
                    "straight p50 ms", ofStraight.milliseconds(0.5),
                    "straight p99 ms", ofStraight.milliseconds(0.99),
                    "through the gateway p50 ms", ofThrough.milliseconds(0.5),
                    "through the gateway p99 ms", ofThrough.milliseconds(0.99));
            return List.of(
                    Line.atLeast(
                            "M1",
                            "decision about 60 people straight to the service, rate / rate of its SQL",
                            ofStraight.rate() / ofRaw.rate(),
                            0.5,
                            "",
                            measured,
                            run),
                    Line.atLeast(
                            "M2",
                            "the same through the gateway, rate / rate of its SQL",
                            ofThrough.rate() / ofRaw.rate(),
                            0.35,
                            "",
                            measured,
                            run),
                    Line.atMost(
                            "M2 p99",
                            "the same, p99 / p99 of its SQL",
                            ofThrough.milliseconds(0.99) / ofRaw.milliseconds(0.99),
                            8,
                            "",
                            measured,
                            run));
        } finally {
            for (var lane : IntStream.range(0, raw.size())
                    .boxed()
                    .flatMap(i -> java.util.stream.Stream.of(raw.get(i), straight.get(i), through.get(i)))
                    .toList()) {
                lane.close();
            }
        }
    }

    /** Compilers get the time they need before anything counts. */
    private static void warm(List<List<Lane>> all) throws Exception {
        for (var turn = 0; turn < 3; turn++) {
            for (var lanes : all) {
                new Samples().run(lanes, Duration.ofSeconds(turn == 0 ? 2 : 5));
            }
        }
    }

    /** The service's own statements for these questions. */
    private List<Pair> record(List<byte[]> questions) throws Exception {
        try (var wire = new Wire(platform.part(RunningPlatform.MEDIA).port())) {
            // Statements are prepared and plans made before the service is listened to.
            for (var i = 0; i < 20; i++) {
                ask(wire, questions.get(i));
            }
            var recording = Recording.of(platform, superuser, () -> {
                for (var question : questions) {
                    ask(wire, question);
                }
            });
            var reads = recording.mentioning("consent");
            var records = recording.mentioning("decision");
            if (reads.size() != questions.size() || records.size() != questions.size()) {
                throw new BenchException("%d decisions took %d consent reads and %d records."
                        .formatted(questions.size(), reads.size(), records.size()));
            }
            return IntStream.range(0, reads.size())
                    .mapToObj(i -> new Pair(reads.get(i), records.get(i), idOf(records.get(i))))
                    .toList();
        }
    }

    private void ask(Wire wire, byte[] question) throws Exception {
        var answer = wire.post(PATH, media.get(), question);
        if (answer.status() != 200) {
            throw new BenchException("A decision was answered with %d: %s".formatted(answer.status(), answer.text()));
        }
    }

    /** The decision's id is the second column of its record, after the group's. */
    private static String idOf(Recording.Statement record) {
        return Objects.requireNonNull(record.values().get(2));
    }

    private Line people(Run run) throws Exception {
        var one = questions(1);
        var many = questions(PEOPLE);
        var ofOne = new Samples();
        var ofMany = new Samples();
        try (var forOne = HttpLane.posting(platform.port(), PATH, client, one, 0);
                var forMany = HttpLane.posting(platform.port(), PATH, client, many, 0)) {
            for (var i = 0; i < 300; i++) {
                forOne.once();
                forMany.once();
            }
            for (var i = 0; i < 2_000; i++) {
                ofOne.once(forOne);
                ofMany.once(forMany);
            }
            var reads = Recording.of(platform, superuser, forMany::once)
                    .mentioning("consent")
                    .size();
            var figure = ofMany.milliseconds(0.5) / ofOne.milliseconds(0.5);
            var line = Line.atMost(
                    "M3",
                    "decision through the gateway on one connection, p50 for 60 people / p50 for one; %d consent statement"
                            .formatted(reads),
                    figure,
                    1.5,
                    "",
                    Map.of(
                            "one person p50 ms", ofOne.milliseconds(0.5),
                            "60 people p50 ms", ofMany.milliseconds(0.5),
                            "consent statements a decision", (double) reads),
                    run);
            return reads == 1
                    ? line
                    : new Line(
                            line.key(),
                            line.what(),
                            line.figure(),
                            line.aim() + ", one statement",
                            false,
                            line.measured(),
                            line.on(),
                            line.machine(),
                            line.command());
        }
    }

    private List<byte[]> questions(int people) {
        return IntStream.range(0, 200)
                .mapToObj(i -> population.question(people).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
