package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.directory.Groups.Group;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one group keeps from another. */
@IdentityTest
class DirectoryTenancyIT extends DirectoryRunning {

    @Test
    @Tag("SEC-01")
    void anotherGroupsThingsLookLikeNothing() {
        UUID mara = hillside.holder("Mara Reyes", "DSL");
        String post = hillside.asAdmin()
                .get("/people/" + mara)
                .json()
                .path("posts")
                .get(0)
                .path("postId")
                .asString();
        Http stranger =
                new Groups(transaction, directory, database, port).create().asAdmin();
        UUID nobody = Ids.next();
        Map<String, Object> person = Map.of("name", "X", "email", "x@hilltop.example", "personType", "EMPLOYEE");

        assertThat(stranger.get("/settings/" + hillside.setting()))
                .isEqualTo(stranger.get("/settings/" + nobody))
                .matches(answer -> answer.status() == 404);
        assertThat(stranger.get("/people/" + mara)).isEqualTo(stranger.get("/people/" + nobody));
        assertThat(stranger.get("/people?setting=" + hillside.setting()))
                .isEqualTo(stranger.get("/people?setting=" + nobody))
                .matches(answer -> answer.status() == 404);
        for (String path :
                List.of("/people/%s/disablement", "/people/%s/reinstatement", "/people/%s/posts/" + post + "/end")) {
            assertThat(stranger.post(path.formatted(mara), Map.of()))
                    .isEqualTo(stranger.post(path.formatted(nobody), Map.of()))
                    .matches(answer -> answer.status() == 404);
        }
        assertThat(stranger.put("/people/" + mara, person, "If-Match", "\"1\""))
                .isEqualTo(stranger.put("/people/" + nobody, person, "If-Match", "\"1\""))
                .matches(answer -> answer.status() == 404);
        assertThat(stranger.put("/people/" + mara, person))
                .isEqualTo(stranger.put("/people/" + nobody, person))
                .matches(answer -> answer.status() == 404);
        assertThat(database.ask("SELECT status FROM person WHERE id = '" + mara + "'"))
                .isEqualTo("ACTIVE");
    }

    @Test
    @Tag("SEC-01")
    void anotherGroupsSettingOrPersonInABodyIsNoSuchThing() {
        Group stranger = new Groups(transaction, directory, database, port).create();
        UUID mara = hillside.person("Mara Reyes");
        Http admin = hillside.asAdmin();

        assertThat(hillside.give(mara, "DSL", stranger.setting())).isEqualTo(hillside.give(mara, "DSL", Ids.next()));
        String tag = String.valueOf(admin.get("/people/" + mara).etag());
        Http.Answer foreign =
                admin.put("/people/" + mara + "/line-manager", Map.of("managerId", stranger.admin()), "If-Match", tag);
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign)
                .isEqualTo(admin.put(
                        "/people/" + mara + "/line-manager", Map.of("managerId", Ids.next()), "If-Match", tag));
    }

    @Test
    @Tag("SEC-01")
    void withoutRowLevelSecurityPeopleWouldBeSeen() {
        UUID mara = hillside.person("Mara Reyes");
        Http stranger =
                new Groups(transaction, directory, database, port).create().asAdmin();
        database.change(
                "ALTER TABLE person NO FORCE ROW LEVEL SECURITY; ALTER TABLE person DISABLE ROW LEVEL SECURITY");
        try {
            assertThat(stranger.get("/people/" + mara).status()).isEqualTo(200);
        } finally {
            database.change(
                    "ALTER TABLE person ENABLE ROW LEVEL SECURITY; ALTER TABLE person FORCE ROW LEVEL SECURITY");
        }
        assertThat(stranger.get("/people/" + mara).status()).isEqualTo(404);
    }
}
