package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.identity.model.Holder;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Posts held by date, and what they let somebody do. */
@IdentityTest
class PostIT extends DirectoryRunning {

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
}
