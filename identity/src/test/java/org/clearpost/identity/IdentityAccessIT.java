package org.clearpost.identity;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.ids.Ids;
import org.clearpost.kit.testing.AccessMatrix;
import org.clearpost.kit.testing.AccessMatrixRunner;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what in identity, over HTTP: each row of {@code access-matrix.csv}. */
@IdentityTest
class IdentityAccessIT extends AccessMatrixRunner {

    private static final String API = "/api/directory";
    private static final Map<String, Object> SETTING_BODY =
            Map.of("type", "SCHOOL", "nation", "WALES", "emailDomains", List.of("hilltop.example"), "labels", Map.of());

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void twoGroups() {
        for (UUID group : List.of(GROUP, OTHER_GROUP)) {
            database.change("INSERT INTO directory_group (group_id, name, created_at) VALUES ('%s', 'Group', now())"
                            .formatted(group)
                    + " ON CONFLICT DO NOTHING");
            database.change("INSERT INTO person (group_id, id, name, email, person_type, status, epoch, version) VALUES"
                    + " ('%s', '%s', 'Caller', 'caller@hilltop.example', 'EMPLOYEE', 'ACTIVE', 1, 1)"
                            .formatted(group, CALLER)
                    + " ON CONFLICT DO NOTHING");
        }
        setting(GROUP, SETTING);
        setting(GROUP, SIBLING);
        setting(OTHER_GROUP, OTHER_SETTING);
    }

    @Override
    protected Example example(String endpoint, AccessMatrix.Row row) {
        // An import confirmed by the row before goes on behind it, and would look like rows changed by a refused call.
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(1)).until(() -> database.ask(
                        "SELECT count(*) FROM staff_import WHERE state = 'RUNNING'")
                .equals("0"));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replace(API, "");
        Map<String, String> seen = Map.of("If-Match", "\"1\"");
        return switch (endpoint.replace(API, "")) {
            case "PUT /group" -> new Example(API + path, Map.of("name", "Group"), Map.of("If-Match", versionOf(row)));
            case "POST /settings" -> Example.of(API + path, settingBody());
            case "GET /settings/{id}" -> Example.of(API + "/settings/" + SETTING);
            case "PUT /settings/{id}" -> new Example(API + "/settings/" + newSetting(), settingBody(), seen);
            case "POST /settings/{id}/closure" -> Example.of(API + "/settings/" + newSetting() + "/closure");
            case "GET /people" -> Example.of(API + "/people?setting=" + SETTING);
            case "POST /people/search" -> Example.of(API + path, Map.of("query", "caller", "setting", SETTING));
            case "POST /people" -> Example.of(API + path, personBody());
            case "PUT /people/{id}" -> new Example(with(path, newPerson()), personBody(), seen);
            case "PUT /people/{id}/line-manager" ->
                new Example(with(path, newPerson()), Map.of("managerId", newPerson()), seen);
            case "POST /people/{id}/posts" ->
                Example.of(with(path, newPerson()), Map.of("settingId", SETTING, "role", "OSC"));
            case "POST /people/{id}/posts/{postId}/end" -> {
                UUID person = newPerson();
                yield Example.of(with(path, person).replace("{postId}", postOf(person)), Map.of());
            }
            case "GET /people/{id}",
                    "POST /people/{id}/disablement",
                    "POST /people/{id}/reinstatement",
                    "POST /people/{id}/password-code" -> Example.of(with(path, newPerson()));
            case "POST /imports" ->
                new Example(
                        API + path,
                        "Name,E-mail,Post,Setting\nMara Reyes,mara@hilltop.example,DSL,Setting " + SETTING + "\n",
                        Map.of("Content-Type", "text/csv"));
            case "GET /imports/{id}", "POST /imports/{id}/confirmation" -> Example.of(with(path, newImport()));
            case "POST /api-clients" ->
                Example.of(
                        API + path,
                        Map.of("name", "Timetable", "scopes", List.of("roster"), "settingIds", List.of(SETTING)));
            case "POST /api-clients/{id}/end" -> Example.of(with(path, newClient()));
            case "POST /setup" ->
                Example.of(
                        API + path,
                        Map.of(
                                "code", "NOT-THE-CODE",
                                "group", Map.of("name", "G"),
                                "setting",
                                        Map.of(
                                                "officialName", "S",
                                                "type", "SCHOOL",
                                                "nation", "WALES",
                                                "emailDomains", List.of("hilltop.example")),
                                "admin",
                                        Map.of(
                                                "name", "A",
                                                "email", "first@hilltop.example",
                                                "password", "four unrelated words here")));
            default -> Example.of(API + path);
        };
    }

    private String versionOf(AccessMatrix.Row row) {
        return '"'
                + database.ask("SELECT version FROM directory_group WHERE group_id = '"
                        + (row.scope().equals("other") ? OTHER_GROUP : GROUP) + "'")
                + '"';
    }

    private static String with(String path, UUID id) {
        return API + path.replace("{id}", id.toString());
    }

    private static Map<String, Object> settingBody() {
        Map<String, Object> body = new java.util.HashMap<>(SETTING_BODY);
        body.put("officialName", "Setting " + Ids.next());
        return body;
    }

    private static Map<String, Object> personBody() {
        return Map.of("name", "Mara Reyes", "email", Ids.next() + "@hilltop.example", "personType", "EMPLOYEE");
    }

    private void setting(UUID group, UUID id) {
        database.change(
                """
                INSERT INTO setting (group_id, id, official_name, type, nation, email_domains, labels, open, version)
                VALUES ('%1$s', '%2$s', 'Setting %2$s', 'SCHOOL', 'WALES', '{hilltop.example}', '{}', true, 1)
                ON CONFLICT DO NOTHING
                """
                        .formatted(group, id));
    }

    private UUID newSetting() {
        UUID id = Ids.next();
        setting(GROUP, id);
        return id;
    }

    /** Somebody who holds a post at the setting and can sign in. */
    private UUID newPerson() {
        UUID id = Ids.next();
        database.change(
                """
                INSERT INTO person (group_id, id, name, email, person_type, status, epoch, version)
                    VALUES ('%1$s', '%2$s', 'Mara Reyes', '%2$s@hilltop.example', 'EMPLOYEE', 'ACTIVE', 1, 1);
                INSERT INTO person_login (group_id, person_id, email)
                    VALUES ('%1$s', '%2$s', '%2$s@hilltop.example');
                INSERT INTO post_held (group_id, id, person_id, setting_id, role, deputy, starts, state)
                    VALUES ('%1$s', gen_random_uuid(), '%2$s', '%3$s', 'CONTRIBUTOR', false, current_date - 1, 'CURRENT');
                """
                        .formatted(GROUP, id, SETTING));
        return id;
    }

    private String postOf(UUID person) {
        return database.ask("SELECT id FROM post_held WHERE person_id = '" + person + "'");
    }

    private UUID newImport() {
        UUID id = Ids.next();
        database.change(
                """
                INSERT INTO staff_import (group_id, id, importer_id, file_name, state, encoding, encoding_certain, separator,
                                          heading_row, row_count, people_count, created_at, worked_at)
                VALUES ('%s', '%s', '%s', 'staff.csv', 'PREVIEWED', 'UTF-8', true, ',', 1, 0, 0, now(), now())
                """
                        .formatted(GROUP, id, CALLER));
        return id;
    }

    private UUID newClient() {
        UUID id = Ids.next();
        database.change(
                """
                INSERT INTO api_client (group_id, client_id, name, scopes, setting_ids, secret_hash, created_at)
                VALUES ('%s', '%s', 'Timetable', '{roster}', '{%s}', 'none', now())
                """
                        .formatted(GROUP, id, SETTING));
        return id;
    }
}
