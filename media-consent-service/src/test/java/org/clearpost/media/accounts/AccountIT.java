package org.clearpost.media.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.world.Calls;
import org.clearpost.media.world.Calls.Answer;
import org.clearpost.media.world.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClearpostTest
@Tag("PST-01")
@Tag("R-18")
class AccountIT {

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    private Calls calls;
    private School school;

    @BeforeEach
    void aSchool() {
        calls = new Calls(port);
        school = new School(calls, neighbours, database);
    }

    @Test
    void onlySomebodyWithAPostAtTheSettingContributes() {
        String account = school.account("FACEBOOK", "LIVE");
        UUID stranger = UUID.randomUUID();
        Answer refused = contributors(account, "\"1\"", School.CONTRIBUTOR, stranger);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/people/1");

        Answer named = contributors(account, "\"1\"", School.CONTRIBUTOR);
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.body().path("contributors").get(0).asString()).isEqualTo(School.CONTRIBUTOR.toString());
        assertThat(named.body().path("version").asInt()).isEqualTo(2);
        assertThat(contributors(account, "\"1\"").status()).isEqualTo(412);
        assertThat(contributors(account, "\"2\"").body().path("contributors").isEmpty())
                .isTrue();
        assertThat(database.ask("SELECT count(*) FROM account_contributor WHERE ended_at IS NOT NULL AND group_id = '"
                        + school.group + "'"))
                .isEqualTo("1");
    }

    @Test
    void whoeverIsNamedContributorAsksWithAnyPostThere() {
        String account = school.account("FACEBOOK", "LIVE");
        String other = school.account("TIKTOK", "LIVE");
        UUID sam = UUID.randomUUID();
        TestTokens employee = TestTokens.person(school.group, sam).post("EMPLOYEE", school.setting);
        assertThat(ask(account, employee)).isEqualTo(404);
        school.person(sam, "EMPLOYEE", 1);
        await().untilAsserted(() ->
                assertThat(contributors(account, "\"1\"", sam).status()).isEqualTo(200));
        assertThat(ask(account, employee)).isEqualTo(200);
        assertThat(ask(other, employee)).isEqualTo(404);
        assertThat(calls.get(school.path("/subjects"), employee).status()).isEqualTo(200);
        TestTokens left = TestTokens.person(school.group, sam).post("EMPLOYEE", UUID.randomUUID());
        assertThat(ask(account, left)).isEqualTo(404);
    }

    @Test
    @Tag("GW-03")
    void aTokenOlderThanTheLastChangeOfPostsIsRefused() {
        school.account("FACEBOOK", "LIVE");
        school.person(School.CONTRIBUTOR, "EMPLOYEE", 2);
        await().untilAsserted(() -> {
            Answer outdated = calls.get(school.path("/subjects"), school.as("CONTRIBUTOR"));
            assertThat(outdated.status()).isEqualTo(401);
            assertThat(outdated.code()).isEqualTo("kit.token-outdated");
        });
        assertThat(calls.get(school.path("/subjects"), school.as("CONTRIBUTOR").epoch(2))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAccountThatIsClosedStaysClosedAndItsAddressIsFree() {
        String account = school.account("FACEBOOK", "LIVE");
        Answer seen = calls.get("/api/media/accounts/" + account, school.as("DSL"));
        Map<String, String> closed = Map.of(
                "platform",
                "FACEBOOK",
                "name",
                "Oak Lane",
                "address",
                seen.body().path("address").asString(),
                "status",
                "CLOSED");
        assertThat(calls.post(school.path("/accounts"), school.as("SLT"), closed)
                        .status())
                .isEqualTo(201);
        Map<String, String> twice = new java.util.HashMap<>(closed);
        twice.put("status", "LIVE");
        assertThat(calls.post(school.path("/accounts"), school.as("SLT"), twice).code())
                .isEqualTo("media.address-taken");
        String path = "/api/media/accounts/" + account;
        assertThat(calls.put(path, school.as("SLT"), seen.etag(), closed).status())
                .isEqualTo(200);
        assertThat(calls.put(path, school.as("SLT"), "\"2\"", twice).code()).isEqualTo("media.account-closed");
        assertThat(calls.post(school.path("/accounts"), school.as("SLT"), twice).status())
                .isEqualTo(201);
    }

    @Test
    void anAddressThatCouldRunAsAScriptIsRefused() {
        for (String address : List.of("javascript:alert(1)", "data:text/html,x", " JavaScript:alert(1)")) {
            Answer refused = calls.post(
                    school.path("/accounts"),
                    school.as("SLT"),
                    Map.of("platform", "OTHER", "name", "Oak", "address", address, "status", "LIVE"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/address");
        }
    }

    @Test
    void nothingIsPostedForASettingThatHasClosed() {
        String account = school.account("FACEBOOK", "LIVE");
        school.opened(false);
        await().untilAsserted(() -> assertThat(
                        school.ask(account).body().path("verdict").asString())
                .isEqualTo("DENY"));
    }

    private Answer contributors(String account, String version, UUID... people) {
        return calls.put(
                "/api/media/accounts/" + account + "/contributors",
                school.as("SETTING_HEAD"),
                version,
                Map.of("people", List.of(people)));
    }

    private int ask(String account, TestTokens caller) {
        return calls.post("/api/media/decisions", caller, School.question(account))
                .status();
    }

    @Test
    void aContributorOfAnAccountThatHasClosedSeesNobodyAnyMore() {
        String account = school.account("FACEBOOK", "LIVE");
        TestTokens sam = contributing(account);
        for (String status : List.of("SUSPENDED", "LIVE", "CLOSED")) {
            database.change("UPDATE official_account SET status = '" + status + "' WHERE id = '" + account + "'");
            boolean closed = status.equals("CLOSED");
            assertThat(calls.get(school.path("/subjects"), sam).status())
                    .as(status)
                    .isEqualTo(closed ? 403 : 200);
            assertThat(ask(account, sam)).as(status).isEqualTo(closed ? 404 : 200);
        }
        database.change("UPDATE official_account SET status = 'REFUSED' WHERE id = '" + account + "'");
        assertThat(calls.get(school.path("/subjects"), sam).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE post_held SET held_to = date '%s' - 1 WHERE role = 'EMPLOYEE'",
                "UPDATE post_held SET held_from = date '%s' + 1 WHERE role = 'EMPLOYEE'",
                "UPDATE person_known SET active = date '%s' IS NULL WHERE person_id IN"
                        + " (SELECT person_id FROM post_held WHERE role = 'EMPLOYEE')",
                "UPDATE account_contributor SET ended_at = date '%s', ended_by = named_by"
            })
    void whoHoldsNoPostOrIsNoLongerNamedContributesNothing(String change) {
        String account = school.account("FACEBOOK", "LIVE");
        TestTokens sam = contributing(account);
        assertThat(contributorsShown(account)).isEqualTo(1);
        assertThat(calls.get(school.path("/subjects"), sam).status()).isEqualTo(200);
        database.change(change.formatted(School.today()) + (change.contains("WHERE") ? " AND" : " WHERE")
                + " group_id = '" + school.group + "'");
        assertThat(contributorsShown(account)).isZero();
        assertThat(calls.get(school.path("/subjects"), sam).status()).isEqualTo(403);
        assertThat(ask(account, sam)).isEqualTo(404);
    }

    private int contributorsShown(String account) {
        return calls.get("/api/media/accounts/" + account, school.as("SLT"))
                .body()
                .path("contributors")
                .size();
    }

    @Test
    void aGapInTheContributorsIsMalformed() {
        String account = school.account("FACEBOOK", "LIVE");
        Answer refused = calls.put(
                "/api/media/accounts/" + account + "/contributors",
                school.as("SETTING_HEAD"),
                "\"1\"",
                Map.of("people", java.util.Collections.singletonList(null)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/people/0");
    }

    /** Somebody with any post at the school, named for the account; the token still says that the post is held. */
    private TestTokens contributing(String account) {
        UUID sam = UUID.randomUUID();
        school.person(sam, "EMPLOYEE", 1);
        await().untilAsserted(() ->
                assertThat(contributors(account, "\"1\"", sam).status()).isEqualTo(200));
        return TestTokens.person(school.group, sam).post("EMPLOYEE", school.setting);
    }
}
