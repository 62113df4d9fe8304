package org.clearpost.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.Map;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.Gateway;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.identity.testing.Town;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Whoever starts sign-ins without end is told to wait, and those on their way in get there. */
@IdentityTest
@TestPropertySource(properties = "clearpost.identity.sessions-at-most=3")
class SessionLimitIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private ServletContext context;

    @Test
    @Tag("SEC-14")
    void takesNoMoreThanItsShareOfMemory() {
        town.person("crowd@limit.example", "EMPLOYEE");
        town.person("late@limit.example", "EMPLOYEE");
        Browser early = new Browser(port);
        assertThat(start(early).statusCode()).isEqualTo(302);
        start(new Browser(port));
        start(new Browser(port));

        HttpResponse<String> refused = start(new Browser(port));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(refused.body()).startsWith("Very many people are signing in");
        HttpResponse<String> late =
                new Browser(port).fillIn("/login", Map.of("email", "late@limit.example", "password", Town.PASSWORD));
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.body()).contains("Very many people are signing in");

        HttpResponse<String> in =
                early.fillIn("/login", Map.of("email", "crowd@limit.example", "password", Town.PASSWORD));
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/oauth2/authorize"));
        early.get(in.headers().firstValue("Location").orElseThrow());
        assertThat(start(new Browser(port)).statusCode()).isEqualTo(302);
    }

    @Test
    void forgetsSoonWhoLeftTheFormAlone() {
        assertThat(context.getSessionTimeout()).isLessThanOrEqualTo(3);
    }

    private static HttpResponse<String> start(Browser browser) {
        return browser.get(Gateway.authorize());
    }
}
