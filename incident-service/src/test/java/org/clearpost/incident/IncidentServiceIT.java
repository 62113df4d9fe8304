package org.clearpost.incident;

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
class IncidentServiceIT {

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
    void describesItselfInTheRepository() {
        OpenApiFile.assertUpToDate(port, "incident-service");
    }
}
