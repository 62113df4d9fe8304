package org.clearpost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.testing.AccessMatrix;
import org.clearpost.kit.testing.AccessMatrixRunner;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.TestDatabase;
import org.clearpost.kit.testing.TestNeighbours;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

@ClearpostTest
class AccessIT extends AccessMatrixRunner {

    @Autowired
    TestDatabase database;

    @Autowired
    TestNeighbours neighbours;

    @BeforeEach
    void theSettingIsKnown() {
        neighbours
                .identity()
                .publish("org.clearpost.directory.SettingChanged", GROUP, SETTING, Map.of("open", true, "version", 1));
        await().untilAsserted(() -> assertThat(revision("setting_options WHERE setting_id = '" + SETTING + "'"))
                .isNotEmpty());
    }

    @Override
    protected Example example(String endpoint, AccessMatrix.Row row) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{id}", SETTING.toString())
                .replace("{key}", "OPT-08");
        return switch (endpoint) {
            case "PUT /api/policies/settings/{id}/options/{key}" ->
                new Example(
                        path,
                        "{\"value\":\"FORBID\"}",
                        ifMatch(revision("setting_options WHERE setting_id = '" + SETTING + "'")));
            case "POST /api/policies/settings/{id}/starter-set" -> Example.of(path, "{\"name\":\"SCHOOL\"}");
            case "PUT /api/policies/group-options/{key}" ->
                new Example(
                        path,
                        "{\"value\":\"FORBID\",\"locked\":false}",
                        ifMatch(revision("group_options WHERE group_id = '" + group(row) + "'")));
            default -> Example.of(path);
        };
    }

    private static UUID group(AccessMatrix.Row row) {
        return row.scope().equals("other") ? OTHER_GROUP : GROUP;
    }

    private static Map<String, String> ifMatch(String revision) {
        return Map.of("If-Match", "\"" + (revision.isEmpty() ? "0" : revision) + "\"");
    }

    private String revision(String ofWhat) {
        return database.ask("SELECT revision FROM " + ofWhat);
    }
}
