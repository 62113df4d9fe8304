package org.clearpost.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseScriptTest {

    @Test
    void createsRolesAndDatabaseOutsideAndSetsTheSchemaInside() {
        var script = DatabaseScript.of(new Database("policy", "owner-secret", "app-secret"));

        assertThat(script.onMaintenance())
                .anyMatch(s -> s.startsWith("CREATE DATABASE \"policy\" OWNER \"policy_owner\""))
                .contains("ALTER ROLE \"policy_app\" PASSWORD 'app-secret'")
                .noneMatch(s -> s.contains("${") || s.startsWith("--"));
        assertThat(script.inside()).contains("ALTER SCHEMA public OWNER TO \"policy_owner\"");
    }

    @Test
    void takesNoPasswordThatCouldEndItsQuotes() {
        assertThatThrownBy(() -> new Database("policy", "a'; DROP ROLE x; --", "b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Database("policy\"", "a", "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
