package org.clearpost.identity;

import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.testing.OpenApiFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What identity says of its interface, kept in {@code docs/api}. */
@IdentityTest
class ApiDescriptionIT {

    @LocalServerPort
    private int port;

    @Test
    void isUpToDate() {
        OpenApiFile.assertUpToDate(port, "identity");
    }
}
