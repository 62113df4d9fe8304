package org.clearpost.identity.directory;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearpost.identity.directory.Groups.Group;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.seam.Directory;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory over HTTP on a real database, with a group of its own for each test. */
abstract class DirectoryRunning {

    static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Directory directory;

    @Autowired
    TestDatabase database;

    @Autowired
    PassedDates passedDates;

    @Autowired
    Today today;

    @LocalServerPort
    int port;

    Group hillside;

    @BeforeEach
    void aGroup() {
        hillside = new Groups(transaction, directory, database, port).create();
    }

    List<String> unfilled() {
        return hillside.asAdmin()
                .get("/settings/" + hillside.setting())
                .json()
                .path("unfilledPosts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    Http.Answer manage(UUID person, @org.jspecify.annotations.Nullable UUID manager) {
        Http admin = hillside.asAdmin();
        Map<String, Object> body = new HashMap<>();
        body.put("managerId", manager);
        return admin.put(
                "/people/" + person + "/line-manager",
                body,
                "If-Match",
                String.valueOf(admin.get("/people/" + person).etag()));
    }

    Holder holder(UUID person) {
        return transaction
                .asSystem(hillside.id(), directory.findHolder(hillside.id(), person))
                .blockOptional()
                .orElseThrow();
    }

    JsonNode lastEvent(UUID subject) {
        return JSON.readTree(
                database.ask("SELECT data FROM outbox WHERE subject_id = '" + subject + "' ORDER BY seq DESC LIMIT 1"));
    }

    static List<String> names(Http.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    /** Lets both calls get as far as they can before either writes: what they read first must not decide. */
    List<Http.Answer> heldUp(List<UUID> people, List<Callable<Http.Answer>> calls) throws Exception {
        try (Connection other = database.connect("postgres");
                Statement sql = other.createStatement();
                ExecutorService pool = Executors.newFixedThreadPool(calls.size())) {
            other.setAutoCommit(false);
            for (UUID person : people) {
                sql.execute("SELECT FROM person WHERE id = '" + person + "' FOR NO KEY UPDATE");
            }
            List<Future<Http.Answer>> answers = calls.stream().map(pool::submit).toList();
            await().atMost(Duration.ofSeconds(4))
                    .until(() -> Integer.parseInt(database.ask("SELECT count(*) FROM pg_locks WHERE NOT granted"))
                            >= calls.size());
            other.commit();
            List<Http.Answer> given = new java.util.ArrayList<>();
            for (Future<Http.Answer> answer : answers) {
                given.add(answer.get());
            }
            return given;
        }
    }

    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(calls.size())) {
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
