package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clearpost.identity.directory.Groups.Group;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.seam.Directory;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IdentityTest
class DirectoryIT {

    private static final JsonMapper JSON = JsonMapper.shared();

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

    // The group

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

    // Settings

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

    // Tenancy

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

    // People

    @Test
    void aPersonIsCreatedOnceHoweverOftenItIsAsked() throws Exception {
        Map<String, Object> body =
                Map.of("name", "Mara Reyes", "email", Ids.next() + "@hilltop.example", "personType", "EMPLOYEE");
        Http admin = hillside.asAdmin();
        String key = Ids.next().toString();

        List<Http.Answer> answers = together(IntStream.range(0, 20)
                .<Callable<Http.Answer>>mapToObj(i -> () -> admin.post("/people", body, "Idempotency-Key", key))
                .toList());

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(Set.copyOf(answers)).hasSize(1);
        Http.Answer reused = admin.post(
                "/people",
                Map.of("name", "Mara", "email", "other@hilltop.example", "personType", "EMPLOYEE"),
                "Idempotency-Key",
                key);
        assertThat(reused.code()).isEqualTo("kit.key-reused");
    }

    @Test
    void anAddressIsOnePersons() {
        Map<String, Object> body =
                Map.of("name", "Mara Reyes", "email", Ids.next() + "@Hilltop.example", "personType", "EMPLOYEE");
        assertThat(hillside.asAdmin().post("/people", body).status()).isEqualTo(201);
        Http.Answer refused = hillside.asAdmin().post("/people", body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.pointers()).containsExactly("/email");
    }

    @Test
    void changesAPersonUnlessAPostForbidsTheAddress() {
        UUID mara = hillside.holder("Mara Reyes", "DSL");
        Http admin = hillside.asAdmin();
        String tag = String.valueOf(admin.get("/people/" + mara).etag());

        Http.Answer refused = admin.put(
                "/people/" + mara,
                Map.of("name", "Mara Reyes", "email", "mara@elsewhere.example", "personType", "EMPLOYEE"),
                "If-Match",
                tag);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/email");

        Http.Answer changed = admin.put(
                "/people/" + mara,
                Map.of("name", "Mara Okafor", "email", Ids.next() + "@hilltop.example", "personType", "AGENCY"),
                "If-Match",
                tag);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("Mara Okafor");
        assertThat(lastEvent(mara).path("personType").asString()).isEqualTo("AGENCY");
        assertThat(lastEvent(mara).toString()).doesNotContain("Okafor").doesNotContain("hilltop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SETTING_HEAD", "LINE_MANAGER", "SLT", "DSL"})
    @Tag("SEC-01")
    @Tag("SEC-07")
    void thoseWhoLeadSeeNamesAndPostsOfTheirOwnSettingOnly(String role) {
        UUID valley = hillside.setting("Valley School");
        UUID mara = hillside.holder("Mara Reyes", "CONTRIBUTOR");
        hillside.give(mara, "MODERATOR", valley);
        UUID idris = hillside.person("Idris Bevan");
        hillside.give(idris, "CONTRIBUTOR", valley);
        Http head = hillside.as(hillside.holder("Wren Adeyemi", role), role, hillside.setting());

        JsonNode seen = head.get("/people/" + mara).json();

        assertThat(Set.copyOf(seen.propertyNames())).containsExactlyInAnyOrder("id", "name", "posts");
        assertThat(seen.path("posts").size()).isEqualTo(1);
        assertThat(seen.path("posts").get(0).path("role").asString()).isEqualTo("CONTRIBUTOR");
        assertThat(head.get("/people/" + idris).status()).isEqualTo(404);
        assertThat(head.get("/people?setting=" + valley).status()).isEqualTo(404);
        assertThat(head.get("/settings/" + valley).status()).isEqualTo(404);
        assertThat(names(head.get("/people"))).containsExactly("Mara Reyes", "Wren Adeyemi");
        assertThat(names(head.get("/people?query=hilltop.example"))).isEmpty();
        assertThat(names(hillside.asAdmin().get("/people?setting=" + valley)))
                .containsExactly("Idris Bevan", "Mara Reyes");
    }

    @Test
    void listsPeopleInPages() {
        List.of("Cai", "ada", "Bela", "Dov", "Ada").forEach(hillside::person);
        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = hillside.asAdmin().get("/people?limit=2" + after).json();
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
            pages++;
        } while (!after.isEmpty());
        assertThat(seen).hasSize(6);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    @Tag("ROLE-02")
    void linesOfManagementDoNotRunInACircle() {
        UUID mara = hillside.person("Mara Reyes");
        UUID idris = hillside.person("Idris Bevan");
        UUID wren = hillside.person("Wren Adeyemi");
        assertThat(manage(mara, idris).status()).isEqualTo(200);
        assertThat(manage(idris, wren).status()).isEqualTo(200);

        assertThat(manage(wren, mara).pointers()).containsExactly("/managerId");
        assertThat(manage(mara, mara).pointers()).containsExactly("/managerId");

        assertThat(manage(mara, null).json().path("lineManagerId").isMissingNode())
                .isTrue();
        assertThat(manage(wren, mara).status()).isEqualTo(200);
    }

    @Test
    @Tag("ROLE-02")
    void twoAtOnceMakeNoCircleEither() throws Exception {
        UUID mara = hillside.person("Mara Reyes");
        UUID idris = hillside.person("Idris Bevan");
        List<Http.Answer> answers =
                heldUp(List.of(mara, idris), List.of(() -> manage(mara, idris), () -> manage(idris, mara)));
        assertThat(answers.stream().map(Http.Answer::status)).containsExactlyInAnyOrder(200, 422);
    }

    // Posts

    @ParameterizedTest
    @EnumSource(RoleCode.class)
    @Tag("ROLE-01")
    @Tag("ROLE-02")
    @Tag("ROLE-03")
    @Tag("ROLE-04")
    @Tag("ROLE-05")
    @Tag("ROLE-06")
    @Tag("ROLE-07")
    @Tag("ROLE-08")
    @Tag("ROLE-09")
    @Tag("ROLE-10")
    @Tag("ROLE-11")
    @Tag("ROLE-12")
    @Tag("ROLE-13")
    @Tag("ROLE-14")
    @Tag("ROLE-15")
    @Tag("ROLE-16")
    @Tag("ROLE-17")
    @Tag("ROLE-18")
    @Tag("ROLE-19")
    @Tag("ROLE-20")
    @Tag("ROLE-21")
    @Tag("ROLE-22")
    @Tag("ROLE-23")
    @Tag("ROLE-24")
    @Tag("ROLE-25")
    @Tag("ROLE-26")
    @Tag("ROLE-27")
    @Tag("ROLE-28")
    void everyRoleIsHeldPerSettingAndDatedUnlessItIsAContact(RoleCode role) {
        UUID mara = hillside.person("Mara Reyes");
        boolean group = role.reach() == RoleCode.Reach.GROUP;
        LocalDate from = today.date().minusDays(400);
        LocalDate to = today.date().plusDays(30);
        Map<String, Object> body = new HashMap<>(Map.of("role", role.name(), "from", from, "to", to));
        body.put("settingId", group ? null : hillside.setting());

        Http.Answer given = hillside.asAdmin().post("/people/" + mara + "/posts", body);

        if (role.reach() == RoleCode.Reach.CONTACT) {
            assertThat(given.status()).isEqualTo(422);
            assertThat(given.pointers()).containsExactly("/role");
            return;
        }
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        JsonNode post = given.json().path("posts").get(0);
        assertThat(post.path("role").asString()).isEqualTo(role.name());
        assertThat(post.path("from").asString()).isEqualTo(from.toString());
        assertThat(post.path("to").asString()).isEqualTo(to.toString());
        assertThat(post.path("settingId").isNull()).isEqualTo(group);
        Holder holder = holder(mara);
        assertThat(holder.posts())
                .containsExactly(
                        new org.clearpost.identity.model.HeldPost(role.name(), group ? null : hillside.setting()));
    }

    @Test
    void aPostRaisesTheEpochAndOutdatesEarlierTokens() {
        UUID mara = hillside.holder("Mara Reyes", "CONTRIBUTOR");
        Http before = hillside.as(mara, "CONTRIBUTOR", hillside.setting());
        assertThat(before.get("/me").status()).isEqualTo(200);

        String post = hillside.asAdmin()
                .get("/people/" + mara)
                .json()
                .path("posts")
                .get(0)
                .path("postId")
                .asString();
        Http.Answer ended =
                hillside.asAdmin().post("/people/" + mara + "/posts/" + post + "/end", Map.of("on", today.date()));

        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.json().path("posts").size()).isZero();
        assertThat(ended.json().path("endedPosts").size()).isEqualTo(1);
        assertThat(before.get("/me").code()).isEqualTo("kit.token-outdated");
        assertThat(holder(mara).posts()).isEmpty();
        JsonNode event = lastEvent(mara);
        assertThat(event.path("posts").size()).isZero();
        assertThat(event.path("epoch").asLong()).isEqualTo(hillside.epoch(mara));
        assertThat(hillside.asAdmin()
                        .post("/people/" + mara + "/posts/" + post + "/end", Map.of())
                        .code())
                .isEqualTo("directory.post-ended");
    }

    @Test
    void nobodyHoldsOnePostTwiceAtTheSameTime() throws Exception {
        UUID mara = hillside.person("Mara Reyes");
        List<Http.Answer> answers = together(IntStream.range(0, 4)
                .<Callable<Http.Answer>>mapToObj(i -> () -> hillside.give(mara, "DSL", hillside.setting()))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(3)
                .allMatch(answer -> answer.code().equals("directory.post-held-already"));
        assertThat(hillside.give(mara, "DSL", hillside.setting("Valley School")).status())
                .isEqualTo(201);
    }

    @Test
    void aPostNeedsAnAddressTheSettingAllows() {
        UUID mara = hillside.asAdmin()
                .post(
                        "/people",
                        Map.of(
                                "name", "Mara Reyes",
                                "email", Ids.next() + "@elsewhere.example",
                                "personType", "PARENT_CARER"))
                .id();
        Http.Answer refused = hillside.give(mara, "CONTRIBUTOR", hillside.setting());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/settingId");
        assertThat(hillside.give(mara, "PARENT", hillside.setting()).status()).isEqualTo(201);
    }

    @Test
    void postsBeginAndEndByTheCalendarAndEverybodyHears() {
        UUID mara = hillside.person("Mara Reyes");
        LocalDate tomorrow = today.date().plusDays(1);
        hillside.asAdmin()
                .post(
                        "/people/" + mara + "/posts",
                        Map.of("settingId", hillside.setting(), "role", "DSL", "from", tomorrow));
        hillside.give(mara, "OSC", hillside.setting());
        assertThat(holder(mara).posts()).hasSize(1);
        long before = hillside.epoch(mara);

        database.change("UPDATE post_held SET starts = starts - 1 WHERE person_id = '" + mara + "' AND role = 'DSL'");
        database.change("UPDATE post_held SET starts = starts - 9, ends = current_date - 2 WHERE person_id = '" + mara
                + "' AND role = 'OSC'");
        assertThat(holder(mara).posts()).extracting(post -> post.role()).containsExactly("DSL");
        passedDates.look();

        assertThat(hillside.epoch(mara)).isEqualTo(before + 1);
        assertThat(lastEvent(mara).path("posts").size()).isEqualTo(1);
        assertThat(lastEvent(mara).path("posts").get(0).path("role").asString()).isEqualTo("DSL");
        passedDates.look();
        assertThat(hillside.epoch(mara)).as("told once").isEqualTo(before + 1);
    }

    @Test
    void severalInstancesTellOfAPassedDateOnce() throws Exception {
        UUID mara = hillside.holder("Mara Reyes", "OSC");
        long before = hillside.epoch(mara);
        database.change(
                "UPDATE post_held SET starts = starts - 9, ends = current_date - 2 WHERE person_id = '" + mara + "'");

        together(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    passedDates.look();
                    return true;
                })
                .toList());

        assertThat(hillside.epoch(mara)).isEqualTo(before + 1);
    }

    // Leaving

    @Test
    @Tag("ROLE-26")
    void theLastGroupAdminStays() {
        Http admin = hillside.asAdmin();
        String post = admin.get("/people/" + hillside.admin())
                .json()
                .path("posts")
                .get(0)
                .path("postId")
                .asString();

        assertThat(admin.post("/people/" + hillside.admin() + "/disablement", null)
                        .code())
                .isEqualTo("directory.last-group-admin");
        assertThat(admin.post("/people/" + hillside.admin() + "/posts/" + post + "/end", Map.of())
                        .code())
                .isEqualTo("directory.last-group-admin");
    }

    @Test
    @Tag("ROLE-26")
    void ofTwoGroupAdminsWhoDisableEachOtherOneStays() throws Exception {
        UUID mara = hillside.holder("Mara Reyes", "GROUP_ADMIN");
        Http asMara = hillside.as(mara, "GROUP_ADMIN", null);
        Http asAda = hillside.asAdmin();

        List<Http.Answer> answers = heldUp(
                List.of(mara, hillside.admin()),
                List.of(
                        () -> asMara.post("/people/" + hillside.admin() + "/disablement", null),
                        () -> asAda.post("/people/" + mara + "/disablement", null)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(database.ask(
                        "SELECT count(*) FROM person WHERE status = 'ACTIVE' AND group_id = '" + hillside.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void disablingOutdatesTokensAndReinstatingGivesThePostsBack() {
        UUID mara = hillside.holder("Mara Reyes", "CONTRIBUTOR");
        Http before = hillside.as(mara, "CONTRIBUTOR", hillside.setting());

        Http.Answer disabled = hillside.asAdmin().post("/people/" + mara + "/disablement", null);

        assertThat(disabled.json().path("status").asString()).isEqualTo("DISABLED");
        assertThat(before.get("/me").code()).isEqualTo("kit.token-outdated");
        assertThat(holder(mara).active()).isFalse();
        assertThat(lastEvent(mara).path("status").asString()).isEqualTo("DISABLED");
        assertThat(hillside.give(mara, "DSL", hillside.setting()).code()).isEqualTo("directory.person-disabled");

        hillside.asAdmin().post("/people/" + mara + "/reinstatement", null);
        assertThat(holder(mara).active()).isTrue();
        assertThat(holder(mara).posts()).hasSize(1);
    }

    @Test
    void nothingOfTheDirectoryCanBeDeleted() {
        assertThat(database.ask("SELECT string_agg(t, ',') FROM unnest(ARRAY['directory_group', 'setting', 'person',"
                        + " 'post_held']) t WHERE has_table_privilege('" + database.name() + "_app', t, 'DELETE')"))
                .isEqualTo("null");
    }

    @Test
    @Tag("SEC-08")
    void whatCannotBeAuditedDoesNotHappen() {
        UUID mara = hillside.person("Mara Reyes");
        String app = database.name() + "_app";
        database.change("REVOKE INSERT ON audit_entry FROM \"" + app + "\"");
        try {
            assertThat(hillside.give(mara, "DSL", hillside.setting()).status()).isEqualTo(500);
        } finally {
            database.change("GRANT INSERT ON audit_entry TO \"" + app + "\"");
        }
        assertThat(holder(mara).posts()).isEmpty();
        assertThat(database.ask("SELECT count(*) FROM outbox WHERE subject_id = '" + mara + "'"))
                .isEqualTo("1");
    }

    // Oneself

    @Test
    void tellsPeopleWhoTheyAreHere() {
        UUID mara = hillside.holder("Mara Reyes", "CONTRIBUTOR");
        hillside.setting("Valley School");

        JsonNode me =
                hillside.as(mara, "CONTRIBUTOR", hillside.setting()).get("/me").json();
        assertThat(me.path("person").path("name").asString()).isEqualTo("Mara Reyes");
        assertThat(me.path("group").path("name").asString()).isEqualTo("Hillside Group");
        assertThat(me.path("posts").size()).isEqualTo(1);
        assertThat(me.path("settings").size()).isEqualTo(1);
        assertThat(hillside.asAdmin().get("/me").json().path("settings").size()).isEqualTo(2);
    }

    @Test
    void isNotForApiClients() {
        Http client = new Http(
                port,
                TestTokens.client(hillside.id(), Ids.next())
                        .post("API_CLIENT", hillside.setting())
                        .scope("roster decisions")
                        .token("identity"));
        for (String path : List.of("/me", "/people", "/settings", "/settings/" + hillside.setting())) {
            assertThat(client.get(path).status()).as(path).isEqualTo(403);
        }
    }

    private List<String> unfilled() {
        return hillside.asAdmin()
                .get("/settings/" + hillside.setting())
                .json()
                .path("unfilledPosts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private Http.Answer manage(UUID person, @org.jspecify.annotations.Nullable UUID manager) {
        Http admin = hillside.asAdmin();
        Map<String, Object> body = new HashMap<>();
        body.put("managerId", manager);
        return admin.put(
                "/people/" + person + "/line-manager",
                body,
                "If-Match",
                String.valueOf(admin.get("/people/" + person).etag()));
    }

    private Holder holder(UUID person) {
        return transaction
                .asSystem(hillside.id(), directory.findHolder(hillside.id(), person))
                .blockOptional()
                .orElseThrow();
    }

    private JsonNode lastEvent(UUID subject) {
        return JSON.readTree(
                database.ask("SELECT data FROM outbox WHERE subject_id = '" + subject + "' ORDER BY seq DESC LIMIT 1"));
    }

    private static List<String> names(Http.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    /** Lets both calls get as far as they can before either writes: what they read first must not decide. */
    private List<Http.Answer> heldUp(List<UUID> people, List<Callable<Http.Answer>> calls) throws Exception {
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

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(calls.size())) {
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
