package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People, and what each sees of themselves and of others. */
@IdentityTest
class PersonIT extends DirectoryRunning {

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
        assertThat(names(sought(head, "hilltop.example"))).isEmpty();
        assertThat(names(sought(head, "mara"))).containsExactly("Mara Reyes");
        assertThat(names(sought(head, "idris"))).isEmpty();
        assertThat(head.post("/people/search", Map.of("query", "mara", "setting", valley))
                        .status())
                .isEqualTo(404);
        assertThat(names(hillside.asAdmin().get("/people?setting=" + valley)))
                .containsExactly("Idris Bevan", "Mara Reyes");
    }

    @Test
    @Tag("SEC-07")
    void namesStayOutOfAddresses() {
        hillside.person("Cai Moss");
        hillside.person("Ada Reed");
        Http admin = hillside.asAdmin();
        assertThat(names(sought(admin, " moss "))).containsExactly("Cai Moss");
        assertThat(names(sought(admin, "hilltop.example"))).contains("Ada Reed", "Cai Moss");
        assertThat(names(admin.get("/people?query=moss")))
                .as("an address is not read for words")
                .contains("Ada Reed");
        assertThat(sought(admin, "m".repeat(255)).pointers()).containsExactly("/query");
        assertThat(sought(admin, "moss\0").pointers()).containsExactly("/query");
        assertThat(admin.post("/people/search", Map.of("query", "moss", "name", "moss"))
                        .code())
                .isEqualTo("kit.unknown-field");
        Http.Answer first = admin.post("/people/search", Map.of("query", "hilltop.example", "limit", 1));
        Http.Answer second = admin.post(
                "/people/search",
                Map.of(
                        "query",
                        "hilltop.example",
                        "limit",
                        1,
                        "after",
                        first.json().path("next").asString()));
        assertThat(names(first)).containsExactly("Ada Brookes");
        assertThat(names(second)).containsExactly("Ada Reed");
    }

    private static Http.Answer sought(Http caller, String words) {
        return caller.post("/people/search", Map.of("query", words));
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
}
