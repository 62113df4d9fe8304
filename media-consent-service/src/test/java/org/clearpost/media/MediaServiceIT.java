package org.clearpost.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.clearpost.kit.testing.CatalogueRules;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.OpenApiFile;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClearpostTest
class MediaServiceIT {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    @Tag("SEC-01")
    void keepsTheRowsOfGroupsApartInItsSchema() {
        assertThat(CatalogueRules.violations(database, Set.of())).isEmpty();
    }

    @Test
    void neverLetsADecisionBeChanged() {
        for (String right : new String[] {"UPDATE", "DELETE"}) {
            assertThat(database.ask(
                            "SELECT has_table_privilege('" + database.name() + "_app', 'decision', '" + right + "')"))
                    .isEqualTo("f");
        }
    }

    @Test
    void describesItselfInTheRepository() {
        OpenApiFile.assertUpToDate(port, "media-consent-service");
    }
}
