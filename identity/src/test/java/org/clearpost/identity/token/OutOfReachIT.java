package org.clearpost.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.Gateway;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.identity.testing.Town;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Without its database identity lets nobody in, says that it may pass, and is itself again by itself. */
@IdentityTest
@DirtiesContext
class OutOfReachIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private TestDatabase database;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private TokenIssuer issuer;

    @Test
    @Tag("GW-03")
    void saysThatItCouldNotLookWhenItHasNoKeys() throws Exception {
        String token = issuer.forGateway(TokenHolder.of(
                        "PERSON", UUID.randomUUID(), Town.GROUP, 1, List.of(), Set.of(), TokenHolder.FOR_THE_GATEWAY))
                .getTokenValue();
        String directoryToken = issuer.forService(
                        TokenHolder.of(
                                "PERSON",
                                UUID.randomUUID(),
                                Town.GROUP,
                                1,
                                List.of(),
                                Set.of(),
                                TokenHolder.FOR_A_SERVICE),
                        "identity")
                .getTokenValue();
        database.change("REVOKE SELECT ON signing_key FROM " + database.name() + "_app");
        Field ring = SigningKeys.class.getDeclaredField("ring");
        ring.setAccessible(true);
        Object kept = ring.get(keys);
        ring.set(keys, null);
        try {
            assertThat(new Gateway(port).exchange(token, "policy-service").statusCode())
                    .isEqualTo(503);
            HttpResponse<String> directory = new Browser(port)
                    .with("Authorization", "Bearer " + directoryToken)
                    .get("/api/directory/me");
            assertThat(directory.statusCode()).isEqualTo(503);
            assertThat(directory.headers().firstValue("Retry-After")).isPresent();
        } finally {
            ring.set(keys, kept);
            database.change("GRANT SELECT ON signing_key TO " + database.name() + "_app");
        }
    }

    @Test
    @Tag("GW-03")
    void givesNothingAndSaysThatItMayPass() {
        town.person("outage@reach.example", "EMPLOYEE");
        Gateway gateway = new Gateway(port);
        HttpResponse<String> tokens = gateway.redeem(
                Gateway.codeIn(Gateway.signIn(new Browser(port), "outage@reach.example", Town.PASSWORD)));
        String token = Gateway.text(tokens, "access_token");
        String refreshToken = Gateway.text(tokens, "refresh_token");

        // Through another database: nobody may shut the door of the room they are in.
        String app = database.name() + "_app";
        new TestDatabase("postgres").change("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
        new TestDatabase("postgres")
                .ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '" + app + "'");
        try {
            HttpResponse<String> exchange = gateway.exchange(token, "policy-service");
            assertThat(exchange.statusCode()).isEqualTo(503);
            assertThat(exchange.headers().firstValue("Retry-After")).isPresent();
            assertThat(gateway.renew(refreshToken).statusCode()).isEqualTo(503);
            HttpResponse<String> page = new Browser(port)
                    .fillIn("/login", Map.of("email", "outage@reach.example", "password", Town.PASSWORD));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>").doesNotContain("Exception");
            assertThat(new Browser(port).get("/oauth2/jwks").statusCode()).isEqualTo(200);
            assertThat(new Browser(port).get("/api/directory/setup").statusCode())
                    .isEqualTo(503);
        } finally {
            new TestDatabase("postgres").change("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS true");
        }
        assertThat(gateway.renew(refreshToken).statusCode()).isEqualTo(200);
        assertThat(gateway.exchange(token, "policy-service").statusCode()).isEqualTo(200);
    }
}
