package org.clearpost.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearpost.identity.config.IdentitySettings;
import org.clearpost.identity.testing.Browser;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.tenancy.TenantTransaction;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keys outlive a restart, give way to new ones in time, and are readable only with the secret. */
@IdentityTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SigningKeysIT {

    @LocalServerPort
    private int port;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private SigningKeyRepository repository;

    @Autowired
    private TenantTransaction transaction;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private TestDatabase database;

    @Test
    @Order(1)
    void areTheSameAfterARestart() {
        String before = keys.signing().getKeyID();
        SigningKeys restarted = new SigningKeys(repository, transaction, Clock.systemUTC(), settings);
        assertThat(restarted.signing().toJSONString()).isEqualTo(keys.signing().toJSONString());
        assertThat(published()).containsExactly(before);
        assertThat(database.ask("SELECT count(*) FROM signing_key")).isEqualTo("1");
    }

    @Test
    @Order(2)
    void publishNothingPrivate() {
        assertThat(new Browser(port).get("/oauth2/jwks").body())
                .doesNotContain("\"d\"")
                .contains("\"ES256\"");
        assertThat(database.ask("SELECT count(*) FROM signing_key WHERE encode(sealed, 'escape') LIKE '%kty%'"))
                .isEqualTo("0");
    }

    @Test
    @Order(3)
    void openOnlyWithTheSecretTheyWereSealedWith() {
        IdentitySettings other =
                new IdentitySettings(settings.issuer(), "", "another-key-encryption-secret", "", settings.audiences());
        SigningKeys elsewhere = new SigningKeys(repository, transaction, Clock.systemUTC(), other);
        assertThatThrownBy(elsewhere::signing).hasMessageContaining("KEY_ENCRYPTION_SECRET");
    }

    @Test
    @Order(4)
    void giveWayToANewOneThatWasPublishedBefore() {
        String old = keys.signing().getKeyID();
        age("31 days");
        keys.readAgain();
        assertThat(published()).hasSize(2).contains(old);
        assertThat(keys.signing().getKeyID()).isEqualTo(old);

        age("61 minutes");
        keys.readAgain();
        assertThat(keys.signing().getKeyID()).isNotEqualTo(old);
        assertThat(published()).hasSize(2).contains(old);

        age("25 hours");
        keys.readAgain();
        assertThat(published()).hasSize(1).doesNotContain(old);
        assertThat(database.ask("SELECT sealed IS NULL FROM signing_key WHERE id = '" + old + "'"))
                .isEqualTo("t");
    }

    @Test
    @Order(5)
    void goOnWhenTheDatabaseIsOutOfReach() {
        String before = keys.signing().getKeyID();
        database.change("REVOKE SELECT ON signing_key FROM " + database.name() + "_app");
        try {
            assertThatThrownBy(keys::readAgain).isInstanceOf(RuntimeException.class);
            assertThat(keys.signing().getKeyID()).isEqualTo(before);
            assertThat(published()).containsExactly(before);
        } finally {
            database.change("GRANT SELECT ON signing_key TO " + database.name() + "_app");
        }
    }

    private void age(String interval) {
        database.change("UPDATE signing_key SET created_at = created_at - interval '" + interval
                + "', signs_from = signs_from - interval '" + interval + "'");
    }

    private Set<String> published() {
        try {
            return JWKSet.parse(new Browser(port).get("/oauth2/jwks").body()).getKeys().stream()
                    .map(key -> key.getKeyID())
                    .collect(Collectors.toSet());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
