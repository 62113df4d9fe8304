package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.testing.IdentityTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to people who go, and what stays of them. */
@IdentityTest
class LeavingIT extends DirectoryRunning {

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
}
