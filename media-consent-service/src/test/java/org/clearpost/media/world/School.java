package org.clearpost.media.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.clearpost.kit.testing.TestTokens;
import org.clearpost.media.model.Confirmation;
import org.clearpost.media.world.Calls.Answer;

/** One setting of one group, known to the service by feed, filled over the interface that people use. */
public final class School {

    private final AtomicLong revisions = new AtomicLong();

    public static final UUID CONTRIBUTOR = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
    public static final UUID OTHERS = UUID.fromString("00000000-0000-7000-8000-0000000000c2");

    private final Calls calls;
    private final TestNeighbours neighbours;
    private final TestDatabase database;
    public final UUID group;
    public final UUID setting;

    public School(Calls calls, TestNeighbours neighbours, TestDatabase database, UUID group, UUID setting) {
        this.calls = calls;
        this.neighbours = neighbours;
        this.database = database;
        this.group = group;
        this.setting = setting;
        opened(true);
        person(CONTRIBUTOR, "CONTRIBUTOR", 1);
        options(Map.of("OPT-14", "FIRST_INITIAL", "OPT-16", "EACH_IDENTIFIABLE"));
        await().untilAsserted(() -> {
            assertThat(database.ask("SELECT count(*) FROM post_held WHERE group_id = '" + group + "'"))
                    .isEqualTo("1");
            assertThat(database.ask("SELECT count(*) FROM options_in_force WHERE group_id = '" + group + "'"))
                    .isEqualTo("1");
        });
    }

    public School(Calls calls, TestNeighbours neighbours, TestDatabase database) {
        this(calls, neighbours, database, UUID.randomUUID(), UUID.randomUUID());
    }

    public TestTokens as(String role) {
        return TestTokens.person(group, role.equals("CONTRIBUTOR") ? CONTRIBUTOR : OTHERS)
                .post(role, setting);
    }

    public void opened(boolean open) {
        neighbours
                .identity()
                .publish(
                        "org.clearpost.directory.SettingChanged",
                        group,
                        setting,
                        Map.of(
                                "settingId",
                                setting,
                                "officialName",
                                "Oak Lane School",
                                "type",
                                "PRIMARY",
                                "nation",
                                "WALES",
                                "open",
                                open,
                                "version",
                                1));
    }

    public void person(UUID person, String role, long epoch) {
        neighbours
                .identity()
                .publish(
                        "org.clearpost.directory.PersonChanged",
                        group,
                        person,
                        Map.of(
                                "personId",
                                person,
                                "status",
                                "ACTIVE",
                                "personType",
                                "EMPLOYEE",
                                "epoch",
                                epoch,
                                "posts",
                                List.of(Map.of(
                                        "postId",
                                        UUID.randomUUID(),
                                        "settingId",
                                        setting,
                                        "role",
                                        role,
                                        "deputy",
                                        false,
                                        "from",
                                        "2026-09-01"))));
    }

    public void options(Map<String, String> values) {
        Map<String, Object> options = new HashMap<>();
        values.forEach((key, value) -> options.put(
                key, Map.of("value", value, "setBy", "SETTING", "locked", false, "since", "2026-09-01T00:00:00Z")));
        neighbours
                .policies()
                .publish(
                        "org.clearpost.policy.OptionsChanged",
                        group,
                        setting,
                        Map.of("settingId", setting, "revision", revisions.incrementAndGet(), "options", options));
    }

    public String path(String rest) {
        return "/api/media/settings/" + setting + rest;
    }

    public String child(String first, String surname, String className) {
        Answer answer = calls.post(
                path("/subjects"),
                as("SETTING_HEAD"),
                Map.of("kind", "CHILD", "firstName", first, "surname", surname, "className", className));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    public String account(String platform, String status) {
        Answer answer = calls.post(
                path("/accounts"),
                as("SETTING_HEAD"),
                Map.of(
                        "platform",
                        platform,
                        "name",
                        "Oak Lane on " + platform,
                        "address",
                        "https://" + platform.toLowerCase(java.util.Locale.ROOT) + ".example/" + UUID.randomUUID(),
                        "status",
                        status));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    /** Records answers of a responsible parent with all evidence; "PURPOSE=YES". */
    public Answer answers(String subject, String giver, String... answers) {
        return calls.post(
                "/api/media/subjects/" + subject + "/consents", as("SETTING_HEAD"), form(giver, "YES", answers));
    }

    public static Map<String, Object> form(String giver, String responsibility, String... answers) {
        List<Map<String, String>> given = new ArrayList<>();
        for (String answer : answers) {
            String[] parts = answer.split("=");
            given.add(Map.of("purpose", parts[0], "answer", parts[1]));
        }
        Map<String, Object> form = new HashMap<>();
        form.put("giver", Map.of("name", giver, "type", "PARENT", "responsibility", responsibility));
        form.put("answers", given);
        form.put("formVersion", "2026-1");
        form.put("signedOn", "2026-09-04");
        form.put("keptAt", "Office, file 3");
        return form;
    }

    /** The day it is at the school. */
    public static String today() {
        return LocalDate.now(ZoneId.of("Europe/London")).toString();
    }

    public static Map<String, Object> question(String account, String... people) {
        Map<String, Object> question = new HashMap<>();
        question.put("accountId", account);
        question.put("nobody", people.length == 0);
        question.put("people", List.of(people));
        question.put("headcount", people.length);
        question.put("unlistedPeople", false);
        return question;
    }

    /** The same with everything said that only somebody who looks can say, but for the picture. */
    public static Map<String, Object> complete(String account, String... people) {
        Map<String, Object> question = question(account, people);
        question.put(
                "confirmations",
                Arrays.stream(Confirmation.values()).map(Enum::name).toList());
        question.put(
                "selfCheck",
                Map.of(
                        "reflectsPoorly", false,
                        "professionalReason", true,
                        "reasonableToOthers", true,
                        "followsPolicy", true,
                        "contentSuitable", true));
        question.put("device", "WORK");
        return question;
    }

    /** A cleaned copy that is at hand however far the clock has moved, as if the contributor had sent a picture. */
    public String picture() {
        UUID picture = UUID.randomUUID();
        database.change(
                """
                INSERT INTO picture (group_id, id, setting_id, uploaded_by, uploader_kind, state, findings, digest, format,
                                     width, height, bytes, content, uploaded_at, expires_at)
                VALUES ('%s', '%s', '%s', '%s', 'PERSON', 'READY', '{}', repeat('0', 64), 'JPEG', 1, 1, 1, '\\x00', now(),
                        now() + interval '10 years')
                """
                        .formatted(group, picture, setting, CONTRIBUTOR));
        return picture.toString();
    }

    /** Asks with nothing left open but what is not checked here. */
    public Answer askCompletely(String account, String... people) {
        Map<String, Object> question = complete(account, people);
        question.put("picture", picture());
        return calls.post("/api/media/decisions", as("CONTRIBUTOR"), question);
    }

    /** Says that it was posted, with everything ticked that is not checked here. */
    public Answer post(Answer asked) {
        List<String> notChecked = asked.body()
                .path("rules")
                .valueStream()
                .filter(rule -> rule.path("result").asString().equals("NOT_CHECKED"))
                .map(rule -> rule.path("rule").asString())
                .toList();
        return calls.post(
                "/api/media/decisions/" + asked.id() + "/posted",
                as("CONTRIBUTOR"),
                Map.of(
                        "address",
                        "https://www.facebook.example/posts/" + UUID.randomUUID(),
                        "checkedOutside",
                        notChecked));
    }

    public Answer ask(String account, String... people) {
        return calls.post("/api/media/decisions", as("CONTRIBUTOR"), question(account, people));
    }
}
