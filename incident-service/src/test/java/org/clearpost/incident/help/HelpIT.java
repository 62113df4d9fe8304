package org.clearpost.incident.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clearpost.kit.testing.Calls;
import org.clearpost.kit.testing.Calls.Answer;
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
import tools.jackson.databind.json.JsonMapper;

@ClearpostTest
@Import(MovableClock.Set.class)
@Tag("UI-02")
class HelpIT {

    private static final UUID MARA = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    private static final String SAFEGUARDING =
            "{\"shownAs\":\"Ms Okafor\",\"phone\":\"029 2018 0456\",\"email\":\"safe@meadow.example\"}";

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

    @BeforeEach
    void aSettingWithoutContacts() {
        calls = new Calls("incident-service", port);
        group = UUID.randomUUID();
        meadow = UUID.randomUUID();
        known(meadow, true, 1);
        await().untilAsserted(() ->
                assertThat(calls.get(help(meadow), head()).status()).isEqualTo(200));
    }

    @Test
    void alwaysSays999() {
        Answer empty = calls.get(help(meadow), at(meadow, "VOLUNTEER"));

        assertThat(empty.body())
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"settingId\":\"" + meadow + "\",\"emergencyNumber\":\"999\",\"contacts\":[]}"));
    }

    @Test
    void saysWhomToReach() {
        Answer first = calls.put(help(meadow) + "/DSL", at(meadow, "DSL"), "\"0\"", SAFEGUARDING);
        Answer second = calls.put(
                help(meadow) + "/SETTING_HEAD",
                head(),
                first.etag(),
                "{\"shownAs\":\"Mr Bevan\",\"phone\":\"029 2018 0457\",\"email\":null}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text())
                .isEqualTo(calls.get(help(meadow), at(meadow, "EMPLOYEE")).text());
        assertThat(second.body().required("contacts"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        [{"post":"DSL","shownAs":"Ms Okafor","phone":"029 2018 0456","email":"safe@meadow.example"},
                                         {"post":"SETTING_HEAD","shownAs":"Mr Bevan","phone":"029 2018 0457","email":null}]
                                        """));
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'help-contact.changed'"
                        + " AND setting_id = '" + meadow + "'"))
                .isEqualTo("2");
    }

    @Test
    void namesNobodyOnceAContactIsCleared() {
        Answer named = calls.put(help(meadow) + "/DSL", at(meadow, "DSL"), "\"0\"", SAFEGUARDING);

        assertThat(calls.delete(help(meadow) + "/DSL", head(), null).status()).isEqualTo(428);
        assertThat(calls.delete(help(meadow) + "/DSL", head(), "\"0\"").status())
                .isEqualTo(412);
        assertThat(calls.delete(help(meadow) + "/SETTING_HEAD", head(), named.etag())
                        .status())
                .isEqualTo(404);
        assertThat(calls.delete(help(meadow) + "/PUPIL", head(), named.etag()).status())
                .isEqualTo(404);
        assertThat(calls.get(help(meadow), head()).etag()).isEqualTo(named.etag());

        Answer cleared = calls.delete(help(meadow) + "/DSL", head(), named.etag());
        assertThat(cleared.status()).isEqualTo(200);
        assertThat(cleared.etag()).isEqualTo("\"2\"");
        assertThat(cleared.body().required("contacts").isEmpty()).isTrue();
        assertThat(cleared.body().required("emergencyNumber").asString()).isEqualTo("999");
        assertThat(cleared.text()).isEqualTo(calls.get(help(meadow), head()).text());
        assertThat(database.ask("SELECT count(*) FROM audit_entry WHERE action = 'help-contact.cleared'"
                        + " AND setting_id = '" + meadow + "'"))
                .isEqualTo("1");
    }

    @Test
    void refusesWhatNobodyCouldUse() {
        Answer refused = calls.put(
                help(meadow) + "/DSL",
                head(),
                "\"0\"",
                "{\"shownAs\":\"\",\"phone\":\"999\",\"email\":\"ada@mail.example\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/shownAs", "/phone", "/email");
        assertThat(calls.put(help(meadow) + "/DSL", head(), "\"0\"", "{\"shownAs\":\"x\",\"name\":\"y\"}")
                        .code())
                .isEqualTo("kit.unknown-field");
        assertThat(calls.put(help(meadow) + "/PUPIL", head(), "\"0\"", SAFEGUARDING)
                        .status())
                .isEqualTo(404);
        assertThat(calls.put(help(meadow) + "/DSL", head(), null, SAFEGUARDING).status())
                .isEqualTo(428);
    }

    @Test
    void refusesTheSecondOfTwoWhoSawTheSame() throws Exception {
        List<Callable<Integer>> racers = IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Integer>) () -> calls.put(help(meadow) + "/DSL", head(), "\"0\"", SAFEGUARDING)
                        .status())
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(racers).stream().map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .contains(412);
        }
    }

    @Test
    @Tag("SEC-01")
    void looksToAnotherGroupLikeNothingAtAll() {
        TestTokens stranger = TestTokens.person(UUID.randomUUID(), MARA).post("GROUP_ADMIN", null);
        calls.put(help(meadow) + "/DSL", head(), "\"0\"", SAFEGUARDING);

        Answer foreign = calls.get(help(meadow), stranger);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text())
                .isEqualTo(calls.get(help(UUID.randomUUID()), stranger).text());
        assertThat(calls.put(help(meadow) + "/DSL", stranger, "\"1\"", SAFEGUARDING)
                        .text())
                .isEqualTo(foreign.text());
    }

    @Test
    void staysAsItWasWhenTheSettingCloses() {
        known(meadow, false, 2);

        await().untilAsserted(() -> assertThat(
                        calls.put(help(meadow) + "/DSL", head(), "\"0\"", "{}").code())
                .isEqualTo("incident.setting-closed"));
    }

    @Test
    void cannotBeChangedWhileTheDirectoryIsSilent() {
        neighbours.identity().silent(true);
        try {
            await().untilAsserted(() -> {
                clock.moveOn(Duration.ofSeconds(31));
                assertThat(calls.put(help(meadow) + "/DSL", head(), "\"9\"", SAFEGUARDING)
                                .code())
                        .isEqualTo("kit.feed-silent");
            });
            assertThat(calls.get(help(meadow), head()).status()).isEqualTo(200);
        } finally {
            neighbours.identity().silent(false);
        }
        await().untilAsserted(() -> assertThat(calls.put(help(meadow) + "/DSL", head(), "\"0\"", SAFEGUARDING)
                        .status())
                .isEqualTo(200));
    }

    private void known(UUID setting, boolean open, long version) {
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

    private TestTokens head() {
        return at(meadow, "SETTING_HEAD");
    }

    private TestTokens at(UUID setting, String role) {
        return TestTokens.person(group, MARA).post(role, setting);
    }

    private static String help(UUID setting) {
        return "/api/incidents/settings/" + setting + "/help";
    }
}
