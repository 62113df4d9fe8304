package org.clearpost.incident.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClearpostTest
@Tag("GW-04")
class DirectoryReaderIT {

    private static final UUID GROUP = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID MEADOW = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Test
    void replacesAPersonsPostsAsAWhole() {
        UUID person = UUID.randomUUID();
        UUID dsl = UUID.randomUUID();
        UUID admin = UUID.randomUUID();
        changed(person, "ACTIVE", 1, List.of(post(dsl, MEADOW, "DSL", null)));
        await().untilAsserted(() -> assertThat(posts(person)).isEqualTo("DSL 2026-09-01 -"));

        changed(
                person,
                "ACTIVE",
                2,
                List.of(post(dsl, MEADOW, "DSL", "2026-11-19"), post(admin, null, "GROUP_ADMIN", null)));
        await().untilAsserted(() ->
                assertThat(posts(person)).isEqualTo("DSL 2026-09-01 2026-11-19, GROUP_ADMIN 2026-09-01 -"));

        changed(person, "DISABLED", 3, List.of());
        await().untilAsserted(() -> assertThat(posts(person)).isEmpty());
        assertThat(database.ask("SELECT active || ' ' || epoch FROM person_known WHERE person_id = '" + person + "'"))
                .isEqualTo("false 3");
        assertThat(database.ask("SELECT epoch FROM caller_epoch WHERE caller_id = '" + person + "'"))
                .isEqualTo("3");
    }

    @Test
    void passesOverWhatItDoesNotKnowAndWhatIsOlder() {
        UUID person = UUID.randomUUID();
        UUID post = UUID.randomUUID();
        changed(person, "ACTIVE", 5, List.of(post(post, MEADOW, "DSL", null)));
        neighbours.identity().publish("org.clearpost.directory.SomethingElse", GROUP, person, Map.of());
        changed(person, "DISABLED", 4, List.of());
        UUID last = UUID.randomUUID();
        changed(last, "ACTIVE", 1, List.of());

        await().untilAsserted(() -> assertThat(
                        database.ask("SELECT epoch FROM person_known WHERE person_id = '" + last + "'"))
                .isEqualTo("1"));
        assertThat(posts(person)).isEqualTo("DSL 2026-09-01 -");
        assertThat(database.ask("SELECT epoch FROM caller_epoch WHERE caller_id = '" + person + "'"))
                .isEqualTo("5");
    }

    @Test
    void raisesTheEpochOfMachines() {
        UUID client = UUID.randomUUID();
        neighbours
                .identity()
                .publish(
                        "org.clearpost.directory.ClientChanged",
                        GROUP,
                        client,
                        Map.of("clientId", client.toString(), "status", "ENDED", "epoch", 2));

        await().untilAsserted(() -> assertThat(
                        database.ask("SELECT epoch FROM caller_epoch WHERE caller_id = '" + client + "'"))
                .isEqualTo("2"));
    }

    private void changed(UUID person, String status, long epoch, List<Map<String, Object>> posts) {
        neighbours
                .identity()
                .publish(
                        "org.clearpost.directory.PersonChanged",
                        GROUP,
                        person,
                        Map.of(
                                "personId",
                                person.toString(),
                                "status",
                                status,
                                "personType",
                                "EMPLOYEE",
                                "epoch",
                                epoch,
                                "posts",
                                posts));
    }

    private static Map<String, Object> post(UUID id, @Nullable UUID setting, String role, @Nullable String to) {
        Map<String, Object> post = new HashMap<>();
        post.put("postId", id.toString());
        post.put("settingId", setting == null ? null : setting.toString());
        post.put("role", role);
        post.put("deputy", false);
        post.put("from", "2026-09-01");
        post.put("to", to);
        return post;
    }

    private String posts(UUID person) {
        return database.ask(
                "SELECT coalesce(string_agg(role || ' ' || starts_on || ' ' || coalesce(ends_on::text, '-'),"
                        + " ', ' ORDER BY role), '') FROM post_held WHERE person_id = '" + person + "'");
    }
}
