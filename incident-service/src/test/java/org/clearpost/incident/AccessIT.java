package org.clearpost.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
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
                .publish(
                        "org.clearpost.directory.SettingChanged",
                        GROUP,
                        SETTING,
                        Map.of("open", true, "emailDomains", List.of("meadow.example"), "version", 1));
        await().untilAsserted(() -> assertThat(
                        database.ask("SELECT open FROM setting_known WHERE setting_id = '" + SETTING + "'"))
                .isEqualTo("t"));
    }

    @Override
    protected Example example(String endpoint, AccessMatrix.Row row) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{id}", SETTING.toString())
                .replace("{post}", "DSL");
        if (endpoint.startsWith("GET")) {
            return Example.of(path);
        }
        if (endpoint.startsWith("DELETE")) {
            aContactToClear();
        }
        String revision = database.ask("SELECT revision FROM help_panel WHERE setting_id = '" + SETTING + "'");
        Map<String, String> seen = Map.of("If-Match", "\"" + (revision.isEmpty() ? "0" : revision) + "\"");
        return endpoint.startsWith("DELETE")
                ? new Example(path, null, seen)
                : new Example(path, Map.of("shownAs", "Ms Okafor", "phone", "029 2018 0456"), seen);
    }

    private void aContactToClear() {
        database.change(
                """
                INSERT INTO help_panel (group_id, setting_id, revision) VALUES ('%1$s', '%2$s', 0) ON CONFLICT DO NOTHING;
                INSERT INTO help_contact (group_id, setting_id, post, shown_as, phone, changed_by, changed_at)
                    VALUES ('%1$s', '%2$s', 'DSL', 'Ms Okafor', '029 2018 0456', '%3$s', now()) ON CONFLICT DO NOTHING
                """
                        .formatted(GROUP, SETTING, CALLER));
    }
}
