package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.testing.IdentityTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The group, its settings and what is said of them. */
@IdentityTest
class SettingIT extends DirectoryRunning {

    @Test
    @Tag("SEC-08")
    void itsAdminGivesTheGroupAnotherName() {
        Http admin = hillside.asAdmin();
        Http.Answer seen = admin.get("/group");
        String tag = String.valueOf(seen.etag());
        assertThat(seen.json().path("name").asString()).isEqualTo("Hillside Group");
        assertThat(admin.put("/group", Map.of("name", "Hillside Trust")).status())
                .isEqualTo(428);
        assertThat(admin.put("/group", Map.of("name", " "), "If-Match", "\"1\"").pointers())
                .containsExactly("/name");

        Http.Answer renamed = admin.put("/group", Map.of("name", " Hillside  Trust"), "If-Match", tag);
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.etag()).isEqualTo("\"2\"");
        assertThat(admin.put("/group", Map.of("name", "Another"), "If-Match", tag)
                        .code())
                .isEqualTo("kit.changed-meanwhile");
        assertThat(admin.get("/me").json().at("/group/name").asString())
                .isEqualTo(renamed.json().path("name").asString())
                .startsWith("Hillside");
        assertThat(database.ask("SELECT actor_id FROM audit_entry WHERE action = 'group.renamed' AND subject_id = '"
                        + hillside.id() + "'"))
                .isEqualTo(hillside.admin().toString());
    }

    @Test
    @Tag("SEC-08")
    void createsASettingWithItsAuditEntryAndEvent() {
        Http.Answer created = hillside.asAdmin().post("/settings", Groups.settingBody("Valley School"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(database.ask(
                        "SELECT action || ' ' || actor_id FROM audit_entry WHERE subject_id = '" + created.id() + "'"))
                .isEqualTo("setting.created " + hillside.admin());
        JsonNode event = lastEvent(created.id());
        assertThat(event.path("officialName").asString()).isEqualTo("Valley School");
        assertThat(event.path("open").asBoolean()).isTrue();
        assertThat(event.path("emailDomains").size()).isEqualTo(2);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<String, Object> body = new HashMap<>(Groups.settingBody(""));
        body.put("type", "CASTLE");
        body.put("emailDomains", List.of("hilltop.example", "@"));
        Http.Answer refused = hillside.asAdmin().post("/settings", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/officialName", "/type", "/emailDomains/1");
    }

    @Test
    @Tag("SEC-07")
    void refusesFieldsThatDoNotExist() {
        Http.Answer refused = hillside.asAdmin()
                .post(
                        "/people",
                        Map.of(
                                "name", "Mara Reyes",
                                "email", "mara@hilltop.example",
                                "personType", "EMPLOYEE",
                                "phone", "01632 960000"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/phone");
    }

    @Test
    @Tag("SEC-07")
    void aPersonIsStoredWithNameAddressAndTypeAlone() {
        assertThat(database.ask("SELECT string_agg(column_name, ',' ORDER BY column_name) FROM"
                        + " information_schema.columns WHERE table_name = 'person'"))
                .isEqualTo("email,epoch,group_id,id,manager_id,name,person_type,status,version");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        Http admin = hillside.asAdmin();
        String path = "/settings/" + hillside.setting();
        String seen = String.valueOf(admin.get(path).etag());
        Map<String, Object> body = Groups.settingBody("Hilltop");

        assertThat(admin.put(path, body).status()).isEqualTo(428);
        assertThat(admin.put(path, body, "If-Match", seen).status()).isEqualTo(200);
        assertThat(admin.put(path, body, "If-Match", seen).status()).isEqualTo(412);
    }

    @Test
    void twoSettingsDoNotShareAName() {
        Http.Answer refused = hillside.asAdmin().post("/settings", Groups.settingBody("HILLTOP nursery"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("directory.name-taken");
        assertThat(refused.pointers()).containsExactly("/officialName");
    }

    @Test
    @Tag("UI-03")
    @Tag("OPT-31")
    void theWordsOfASettingReachItsPeopleAndTheOtherServices() {
        Http admin = hillside.asAdmin();
        Map<String, Object> body = new HashMap<>(Groups.settingBody("Hilltop"));
        body.put("labels", Map.of("SETTING_HEAD", "Centre manager"));
        String path = "/settings/" + hillside.setting();
        admin.put(path, body, "If-Match", String.valueOf(admin.get(path).etag()));
        UUID mara = hillside.holder("Mara Reyes", "CONTRIBUTOR");

        JsonNode me =
                hillside.as(mara, "CONTRIBUTOR", hillside.setting()).get("/me").json();

        assertThat(me.path("settings")
                        .get(0)
                        .path("labels")
                        .path("SETTING_HEAD")
                        .asString())
                .isEqualTo("Centre manager");
        assertThat(lastEvent(hillside.setting())
                        .path("labels")
                        .path("SETTING_HEAD")
                        .asString())
                .isEqualTo("Centre manager");
    }

    @Test
    @Tag("ROLE-01")
    @Tag("ROLE-04")
    @Tag("ROLE-05")
    @Tag("ROLE-24")
    @Tag("ROLE-27")
    void showsWhichPostsAreNotYetFilled() {
        assertThat(unfilled()).containsExactly("SETTING_HEAD", "DSL", "OSC", "POLICY_OWNER", "RETURN_CONTACT");

        UUID mara = hillside.holder("Mara Reyes", "DSL");
        hillside.holder("Idris Bevan", "OSC");
        UUID deputy = hillside.person("Wren Adeyemi");
        hillside.asAdmin()
                .post(
                        "/people/" + deputy + "/posts",
                        Map.of("settingId", hillside.setting(), "role", "SETTING_HEAD", "deputy", true));
        assertThat(unfilled()).containsExactly("SETTING_HEAD", "POLICY_OWNER", "RETURN_CONTACT");

        hillside.asAdmin().post("/people/" + mara + "/disablement", null);
        assertThat(unfilled()).contains("DSL");
    }

    @Test
    void closingASettingEndsThePostsHeldThere() {
        UUID mara = hillside.holder("Mara Reyes", "DSL");
        long before = hillside.epoch(mara);

        Http.Answer closed = hillside.asAdmin().post("/settings/" + hillside.setting() + "/closure", null);

        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().path("open").asBoolean()).isFalse();
        assertThat(lastEvent(hillside.setting()).path("open").asBoolean()).isFalse();
        assertThat(lastEvent(mara).path("posts").size()).isZero();
        assertThat(hillside.epoch(mara)).isGreaterThan(before);
        assertThat(hillside.give(mara, "DSL", hillside.setting()).code()).isEqualTo("directory.setting-closed");
    }

    @Test
    void aDomainStaysWhileItsPeopleHoldPosts() {
        hillside.holder("Mara Reyes", "DSL");
        Http admin = hillside.asAdmin();
        Map<String, Object> body = new HashMap<>(Groups.settingBody("Hilltop"));
        body.put("emailDomains", List.of("valley.example"));
        String path = "/settings/" + hillside.setting();

        Http.Answer refused =
                admin.put(path, body, "If-Match", String.valueOf(admin.get(path).etag()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/emailDomains");
    }
}
