package org.clearpost.policy.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clearpost.kit.testing.Calls;
import org.clearpost.kit.testing.Calls.Answer;
import org.clearpost.kit.testing.CatalogueRules;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ClearpostTest
@Import(MovableClock.Set.class)
class OptionsIT {

    private static final UUID MARA = UUID.fromString("00000000-0000-7000-8000-0000000000c1");

    @LocalServerPort
    int port;

    @Autowired
    TestNeighbours neighbours;

    @Autowired
    TestDatabase database;

    @Autowired
    MovableClock clock;

    private Calls calls;
    private UUID group;
    private UUID meadow;
    private UUID harbour;

    @BeforeEach
    void twoSettingsOfAGroup() {
        calls = new Calls("policy-service", port);
        group = UUID.randomUUID();
        meadow = UUID.randomUUID();
        harbour = UUID.randomUUID();
        known(group, meadow, true, 1);
        known(group, harbour, true, 1);
        await().untilAsserted(() ->
                assertThat(calls.get(options(harbour), admin()).status()).isEqualTo(200));
    }

    @Test
    @Tag("OPT-08")
    @Tag("OPT-14")
    @Tag("OPT-15")
    @Tag("OPT-16")
    void startWithNothingSet() {
        Answer options = calls.get(options(meadow), head());

        assertThat(options.etag()).isEqualTo("\"1\"");
        assertThat(options.body().required("revision").asLong()).isEqualTo(1);
        assertThat(options.body().required("options").valueStream()).hasSize(33).allSatisfy(option -> {
            assertThat(option.required("value").isNull()).isTrue();
            assertThat(option.required("setBy").isNull()).isTrue();
            assertThat(option.required("locked").asBoolean()).isFalse();
        });
        assertThat(told(meadow)).singleElement().satisfies(event -> assertThat(event)
                .isEqualTo(json("{\"settingId\":\"" + meadow + "\",\"revision\":1,\"options\":{}}")));
    }

    @Test
    @Tag("OPT-14")
    @Tag("OPT-15")
    void keepTellAndRememberAnAnswer() {
        Answer named = choose(meadow, "OPT-14", head(), "\"FIRST_INITIAL\"");
        Answer consent = choose(meadow, "OPT-15", head(), "{\"selfConsentAllowed\":true}");

        assertThat(named.status()).isEqualTo(200);
        assertThat(named.etag()).isEqualTo("\"2\"");
        assertThat(option(named, "OPT-14").required("value").asString()).isEqualTo("FIRST_INITIAL");
        assertThat(option(named, "OPT-14").required("setBy").asString()).isEqualTo("SETTING");
        assertThat(consent.text()).isEqualTo(calls.get(options(meadow), head()).text());
        String since = option(named, "OPT-14").required("since").asString();
        String consentSince = option(consent, "OPT-15").required("since").asString();
        assertThat(told(meadow))
                .last()
                .isEqualTo(json(
                        """
                {"settingId":"%s","revision":3,"options":{
                  "OPT-14":{"value":"FIRST_INITIAL","setBy":"SETTING","locked":false,"since":"%s"},
                  "OPT-15":{"value":{"selfConsentAllowed":true},"setBy":"SETTING","locked":false,"since":"%s"}}}
                """
                                .formatted(meadow, since, consentSince)));
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'option.chosen' AND actor_id = '"
                        + MARA + "' AND setting_id = '" + meadow + "'"))
                .isEqualTo("2");
        JsonNode change = calls.get("/api/policies/settings/" + meadow + "/option-changes", head())
                .body()
                .required("items")
                .get(1);
        assertThat(change.required("key").asString()).isEqualTo("OPT-14");
        assertThat(change.required("oldValue").isNull()).isTrue();
        assertThat(change.required("newValue").asString()).isEqualTo("FIRST_INITIAL");
        assertThat(change.required("changedBy").asString()).isEqualTo(MARA.toString());
    }

    @Test
    void leaveNoTraceOfAnAnswerThatChangesNothing() {
        choose(meadow, "OPT-08", head(), "\"FORBID\"");
        Answer again = choose(meadow, "OPT-08", head(), "\"FORBID\"");

        assertThat(again.etag()).isEqualTo("\"2\"");
        assertThat(told(meadow)).hasSize(2);
    }

    @Test
    void becomeUnsetWhenTheAnswerIsTakenBack() {
        choose(meadow, "OPT-08", head(), "\"FORBID\"");
        Answer unset = choose(meadow, "OPT-08", head(), "null");

        assertThat(option(unset, "OPT-08").required("value").isNull()).isTrue();
        assertThat(told(meadow)).last().satisfies(event -> assertThat(event.required("options"))
                .isEmpty());
    }

    @Test
    @Tag("OPT-14")
    void nameTheFieldThatDoesNotFit() {
        Answer family = choose(
                meadow,
                "OPT-02",
                head(),
                "{\"rule\":\"NEVER\",\"relationExemption\":\"COUSINS\",\"mustReportRequests\":true}");

        assertThat(family.status()).isEqualTo(422);
        assertThat(family.code()).isEqualTo("policy.value-not-allowed");
        assertThat(family.pointers()).containsExactly("/value/relationExemption");
        assertThat(choose(meadow, "OPT-14", head(), "\"FULL\"").status()).isEqualTo(422);
        assertThat(calls.put(options(meadow) + "/OPT-14", head(), "\"1\"", "{}").status())
                .isEqualTo(422);
        assertThat(calls.put(options(meadow) + "/OPT-99", head(), "\"1\"", "{\"value\":null}")
                        .status())
                .isEqualTo(404);
        assertThat(told(meadow)).hasSize(1);
    }

    @Test
    void refuseAFieldThatDoesNotExist() {
        Answer refused =
                calls.put(options(meadow) + "/OPT-08", head(), "\"1\"", "{\"value\":\"FORBID\",\"changedBy\":\"me\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("kit.unknown-field");
    }

    @Test
    void refuseTheSecondOfTwoWhoSawTheSameRevision() throws Exception {
        List<Callable<Integer>> racers = IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Integer>) () -> calls.put(
                                options(meadow) + "/OPT-08",
                                head(),
                                "\"1\"",
                                n % 2 == 0 ? "{\"value\":\"FORBID\"}" : "{\"value\":\"WITH_SENIOR_AGREEMENT\"}")
                        .status())
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(racers).stream().map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .contains(412);
        }
        assertThat(told(meadow)).hasSize(2);
        assertThat(calls.put(options(meadow) + "/OPT-08", head(), null, "{\"value\":null}")
                        .status())
                .isEqualTo(428);
    }

    @Test
    @Tag("OPT-16")
    void cannotBeAnsweredBySettingsWhereTheGroupHasLockedThem() {
        choose(meadow, "OPT-16", head(), "\"EVENT_NOTICE_PLUS_OBJECTION\"");

        Answer locked = chooseForGroup("OPT-16", "\"EACH_IDENTIFIABLE\"", true);
        Answer refused = choose(meadow, "OPT-16", head(), "\"EVENT_NOTICE_PLUS_OBJECTION\"");

        assertThat(option(locked, "OPT-16").required("locked").asBoolean()).isTrue();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("policy.option-locked");
        for (UUID setting : List.of(meadow, harbour)) {
            JsonNode option = option(calls.get(options(setting), admin()), "OPT-16");
            assertThat(option.required("value").asString()).isEqualTo("EACH_IDENTIFIABLE");
            assertThat(option.required("setBy").asString()).isEqualTo("GROUP");
            assertThat(option.required("locked").asBoolean()).isTrue();
            assertThat(told(setting)).last().satisfies(event -> assertThat(
                            event.at("/options/OPT-16/locked").asBoolean())
                    .isTrue());
        }
    }

    @Test
    @Tag("OPT-16")
    void keepTheGroupsAnswerWhenItsLockIsLifted() {
        choose(meadow, "OPT-16", head(), "\"EVENT_NOTICE_PLUS_OBJECTION\"");
        chooseForGroup("OPT-16", "\"EACH_IDENTIFIABLE\"", true);
        chooseForGroup("OPT-16", "\"EACH_IDENTIFIABLE\"", false);

        JsonNode lifted = option(calls.get(options(meadow), head()), "OPT-16");
        Answer chosen = choose(meadow, "OPT-16", head(), "\"EVENT_NOTICE_PLUS_OBJECTION\"");

        assertThat(lifted.required("value").asString()).isEqualTo("EACH_IDENTIFIABLE");
        assertThat(lifted.required("locked").asBoolean()).isFalse();
        assertThat(option(chosen, "OPT-16").required("setBy").asString()).isEqualTo("SETTING");
        assertThat(database.ask("SELECT count(*) FROM option_change WHERE setting_id = '" + meadow
                        + "' AND cause = 'REPLACED_BY_LOCK'"))
                .isEqualTo("1");
    }

    @Test
    void followTheGroupUntilTheSettingAnswers() {
        choose(harbour, "OPT-08", head(), "\"FORBID\"");
        int before = told(harbour).size();
        chooseForGroup("OPT-08", "\"WITH_SENIOR_AGREEMENT\"", false);

        assertThat(option(calls.get(options(meadow), head()), "OPT-08")
                        .required("setBy")
                        .asString())
                .isEqualTo("GROUP");
        assertThat(option(calls.get(options(harbour), head()), "OPT-08")
                        .required("value")
                        .asString())
                .isEqualTo("FORBID");
        assertThat(told(harbour)).hasSize(before);
        assertThat(chooseForGroup("OPT-08", "null", true).status()).isEqualTo(422);
        assertThat(chooseForGroup("OPT-08", "null", false).status()).isEqualTo(200);
        assertThat(option(calls.get(options(meadow), head()), "OPT-08")
                        .required("value")
                        .isNull())
                .isTrue();
    }

    @Test
    void reachASettingThatAppearsAfterTheGroupAnswered() {
        chooseForGroup("OPT-14", "\"FIRST_ONLY\"", true);
        UUID orchard = UUID.randomUUID();
        known(group, orchard, true, 1);

        await().untilAsserted(() -> assertThat(told(orchard)).singleElement().satisfies(event -> assertThat(
                        event.at("/options/OPT-14/value").asString())
                .isEqualTo("FIRST_ONLY")));
    }

    @Test
    @Tag("OPT-14")
    void cannotSlipPastALockPlacedAtTheSameMoment() throws Exception {
        List<Callable<Answer>> racers = new ArrayList<>();
        List<UUID> settings = new ArrayList<>(List.of(meadow, harbour));
        for (int n = 0; n < 8; n++) {
            UUID setting = settings.get(n % 2);
            String value = n % 3 == 0 ? "\"NONE\"" : "\"FIRST_INITIAL\"";
            racers.add(() -> choose(setting, "OPT-14", head(), value));
        }
        racers.add(4, () -> chooseForGroup("OPT-14", "\"FIRST_ONLY\"", true));
        UUID orchard = UUID.randomUUID();
        settings.add(orchard);
        racers.add(4, () -> {
            known(group, orchard, true, 1);
            return calls.get(options(orchard), admin());
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(racers);
        }
        await().untilAsserted(() ->
                assertThat(calls.get(options(orchard), admin()).status()).isEqualTo(200));

        for (UUID setting : settings) {
            JsonNode names = option(calls.get(options(setting), admin()), "OPT-14");
            assertThat(names.required("value").asString()).isEqualTo("FIRST_ONLY");
            // Of two that raced, the feed may tell the newer first: readers keep the state of the highest revision.
            assertThat(told(setting).stream()
                            .max(Comparator.comparingLong(
                                    event -> event.path("revision").asLong()))
                            .orElseThrow()
                            .at("/options/OPT-14/value")
                            .asString())
                    .isEqualTo("FIRST_ONLY");
        }
        assertThat(database.ask("SELECT count(*) FROM setting_option WHERE option_key = 'OPT-14' AND value IS NOT NULL"
                        + " AND group_id = '" + group + "'"))
                .isEqualTo("0");
    }

    @Test
    void startFromANamedSetOnceHoweverOftenItIsAsked() {
        chooseForGroup("OPT-14", "\"FIRST_ONLY\"", true);
        String body = "{\"name\":\"CAUTIOUS_EARLY_YEARS\"}";

        Answer first = calls.post(starterSet(meadow), head(), "start", body);
        Answer second = calls.post(starterSet(meadow), head(), "start", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(option(first, "OPT-08").required("value").asString()).isEqualTo("FORBID");
        assertThat(option(first, "OPT-14").required("value").asString()).isEqualTo("FIRST_ONLY");
        assertThat(first.body().required("options").valueStream())
                .allSatisfy(
                        option -> assertThat(option.required("value").isNull()).isFalse());
        assertThat(told(meadow)).hasSize(3);
        assertThat(calls.post(starterSet(meadow), head(), "start", "{\"name\":\"SCHOOL\"}")
                        .code())
                .isEqualTo("kit.key-reused");
        assertThat(calls.post(starterSet(meadow), head(), null, "{\"name\":\"BOLD\"}")
                        .code())
                .isEqualTo("policy.unknown-starter-set");
    }

    @Test
    void stayAsTheyWereWhenTheSettingCloses() {
        choose(meadow, "OPT-08", head(), "\"FORBID\"");
        known(group, meadow, false, 2);

        await().untilAsserted(() ->
                assertThat(choose(meadow, "OPT-08", head(), "null").code()).isEqualTo("policy.setting-closed"));
        assertThat(option(calls.get(options(meadow), head()), "OPT-08")
                        .required("value")
                        .asString())
                .isEqualTo("FORBID");
    }

    @Test
    @Tag("SEC-01")
    void lookToAnotherGroupLikeNothingAtAll() {
        TestTokens stranger = TestTokens.person(UUID.randomUUID(), MARA).post("GROUP_ADMIN", null);
        choose(meadow, "OPT-08", head(), "\"FORBID\"");

        Answer foreign = calls.get(options(meadow), stranger);
        Answer random = calls.get(options(UUID.randomUUID()), stranger);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(random.text());
        assertThat(calls.put(options(meadow) + "/OPT-08", stranger, "\"2\"", "{\"value\":null}")
                        .text())
                .isEqualTo(random.text());
        assertThat(calls.get("/api/policies/group-options", stranger)
                        .body()
                        .required("revision")
                        .asLong())
                .isZero();
        assertThat(option(calls.get(options(meadow), head()), "OPT-08")
                        .required("value")
                        .asString())
                .isEqualTo("FORBID");
    }

    @Test
    void areSeenByEverybodyAtTheSettingAndChosenByThoseWhoLeadIt() {
        TestTokens contributor = at(meadow, "CONTRIBUTOR");

        assertThat(calls.get(options(meadow), contributor).status()).isEqualTo(200);
        assertThat(calls.get(options(harbour), contributor).status()).isEqualTo(404);
        assertThat(choose(meadow, "OPT-08", contributor, "\"FORBID\"").status()).isEqualTo(403);
        assertThat(choose(meadow, "OPT-08", at(meadow, "DSL"), "\"FORBID\"").status())
                .isEqualTo(403);
        assertThat(choose(meadow, "OPT-08", at(meadow, "LINE_MANAGER"), "\"FORBID\"")
                        .status())
                .isEqualTo(200);
        assertThat(calls.get("/api/policies/group-options", at(meadow, "SETTING_HEAD"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void areNotServedToATokenOlderThanAChangeOfPosts() {
        neighbours
                .identity()
                .publish(
                        "org.clearpost.directory.PersonChanged",
                        group,
                        MARA,
                        Map.of(
                                "personId",
                                MARA.toString(),
                                "status",
                                "ACTIVE",
                                "personType",
                                "EMPLOYEE",
                                "epoch",
                                2,
                                "posts",
                                List.of()));

        await().untilAsserted(() ->
                assertThat(calls.get(options(meadow), head()).code()).isEqualTo("kit.token-outdated"));
        assertThat(calls.get(options(meadow), head().epoch(2)).status()).isEqualTo(200);
    }

    @Test
    void cannotBeChangedWhileTheDirectoryIsSilent() {
        neighbours.identity().silent(true);
        try {
            await().untilAsserted(() -> {
                clock.moveOn(Duration.ofSeconds(31));
                assertThat(calls.put(options(meadow) + "/OPT-08", head(), "\"0\"", "{\"value\":\"FORBID\"}")
                                .code())
                        .isEqualTo("kit.feed-silent");
            });
            assertThat(calls.get(options(meadow), head()).status()).isEqualTo(200);
        } finally {
            neighbours.identity().silent(false);
        }
        await().untilAsserted(() -> assertThat(
                        calls.put(options(meadow) + "/OPT-08", head(), "\"1\"", "{\"value\":\"FORBID\"}")
                                .status())
                .isEqualTo(200));
    }

    @Test
    void canBeReadUpOnBeforeAnybodyChooses() {
        JsonNode definitions = calls.get("/api/policies/option-definitions", at(meadow, "EMPLOYEE"))
                .body();
        JsonNode sets =
                calls.get("/api/policies/starter-sets", at(meadow, "EMPLOYEE")).body();

        assertThat(definitions.valueStream()).hasSize(33);
        assertThat(definitions.at("/13/kind").asString()).isEqualTo("CHOICE");
        assertThat(definitions.at("/13/values/0/value").asString()).isEqualTo("FIRST_INITIAL");
        assertThat(definitions.at("/1/fields/1/name").asString()).isEqualTo("relationExemption");
        assertThat(sets.valueStream()).hasSize(3).allSatisfy(set -> assertThat(set.required("values"))
                .hasSize(33));
    }

    /** As the owner, for whom row-level security is forced too: a migration that forgets it removes nothing. */
    @Test
    void loseTheWordsForRolesThatWereGivenHereBefore() throws Exception {
        choose(meadow, "OPT-08", head(), "\"FORBID\"");
        chooseForGroup("OPT-08", "\"FORBID\"", false);
        for (String table : List.of("group_option", "setting_option")) {
            String setting = table.equals("setting_option") ? "setting_id, " : "";
            String locked = table.equals("group_option") ? ", locked" : "";
            database.change("INSERT INTO " + table + " (group_id, " + setting + "option_key, value, since" + locked
                    + ") SELECT group_id, " + setting + "'OPT-31', '{}', since" + locked + " FROM " + table
                    + " WHERE group_id = '" + group + "' AND option_key = 'OPT-08'");
        }
        assertThat(rowsOfWords()).isEqualTo("2");

        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement();
                InputStream migration =
                        getClass().getResourceAsStream("/db/migration/V1_1__words_for_roles_are_the_directorys.sql")) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(rowsOfWords()).isEqualTo("0");
        assertThat(option(calls.get(options(meadow), head()), "OPT-08")
                        .required("value")
                        .asString())
                .isEqualTo("FORBID");
        assertThat(CatalogueRules.violations(database, Set.of())).isEmpty();
    }

    private String rowsOfWords() {
        return database.ask("SELECT (SELECT count(*) FROM group_option WHERE option_key = 'OPT-31')"
                + " + (SELECT count(*) FROM setting_option WHERE option_key = 'OPT-31')");
    }

    @Test
    void leaveOutTheWordsForRolesWhichTheDirectoryKeeps() {
        assertThat(choose(meadow, "OPT-31", head(), "{\"SETTING_HEAD\":\"Headteacher\"}")
                        .status())
                .isEqualTo(404);
        choose(meadow, "OPT-08", head(), "\"FORBID\"");
        database.change(
                """
                INSERT INTO option_change (group_id, id, setting_id, option_key, new_value, old_locked, new_locked, cause,
                                           changed_by, changed_at)
                VALUES ('%s', uuidv7(), '%s', 'OPT-31', '{}', false, false, 'CHOSEN', '%s', now())
                """
                        .formatted(group, meadow, MARA));
        assertThat(calls.get("/api/policies/settings/" + meadow + "/option-changes", head())
                        .body()
                        .required("items")
                        .valueStream()
                        .map(change -> change.required("key").asString()))
                .containsExactly("OPT-08");
    }

    private void known(UUID group, UUID setting, boolean open, long version) {
        Map<String, Object> data = new HashMap<>();
        data.put("settingId", setting.toString());
        data.put("officialName", "Meadow");
        data.put("type", "SCHOOL");
        data.put("nation", "WALES");
        data.put("emailDomains", List.of("meadow.example"));
        data.put("labels", Map.of());
        data.put("open", open);
        data.put("version", version);
        neighbours.identity().publish("org.clearpost.directory.SettingChanged", group, setting, data);
    }

    /** The option of this key in a list of options. */
    private static JsonNode option(Answer listed, String key) {
        return listed.body()
                .required("options")
                .valueStream()
                .filter(option -> option.required("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Answer choose(UUID setting, String key, TestTokens who, String value) {
        String etag = calls.get(options(setting), admin()).etag();
        return calls.put(options(setting) + "/" + key, who, etag, "{\"value\":" + value + "}");
    }

    private Answer chooseForGroup(String key, String value, boolean locked) {
        String etag = calls.get("/api/policies/group-options", admin()).etag();
        return calls.put(
                "/api/policies/group-options/" + key,
                admin(),
                etag,
                "{\"value\":" + value + ",\"locked\":" + locked + "}");
    }

    /** What the feed says of a setting, oldest first. */
    private List<JsonNode> told(UUID setting) {
        return calls.get("/internal/feed?limit=500", TestTokens.service("media-consent-service"))
                .body()
                .required("events")
                .valueStream()
                .filter(event -> event.required("subject").asString().equals(setting.toString()))
                .peek(event -> {
                    assertThat(event.required("type").asString()).isEqualTo("org.clearpost.policy.OptionsChanged");
                    assertThat(event.required("groupid").asString()).isEqualTo(group.toString());
                })
                .map(event -> event.required("data"))
                .toList();
    }

    private TestTokens admin() {
        return TestTokens.person(group, UUID.fromString("00000000-0000-7000-8000-0000000000ad"))
                .post("GROUP_ADMIN", null);
    }

    private TestTokens head() {
        return at(meadow, "SETTING_HEAD").post("SETTING_HEAD", harbour);
    }

    private TestTokens at(UUID setting, String role) {
        return TestTokens.person(group, MARA).post(role, setting);
    }

    private static String options(UUID setting) {
        return "/api/policies/settings/" + setting + "/options";
    }

    private static String starterSet(UUID setting) {
        return "/api/policies/settings/" + setting + "/starter-set";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
