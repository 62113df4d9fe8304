package org.clearpost.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.clearpost.identity.testing.IdentityTest;
import org.clearpost.kit.testing.CatalogueRules;
import org.clearpost.kit.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole migrated schema against the rules of every service. */
@IdentityTest
class SchemaIT {

    /** Nothing of any group: a date, sealed keys, keyed digests of what was typed. */
    private static final Set<String> OF_NO_TENANT = Set.of("set_up", "signing_key", "sign_in_attempt");

    @Autowired
    private TestDatabase database;

    @Test
    @Tag("SEC-01")
    void keepsGroupsApartButForTheAddressPeopleSignInWith() {
        assertThat(CatalogueRules.violations(database, OF_NO_TENANT))
                .containsExactly("unique index person_login_one_per_address does not lead with group_id");
    }

    @Test
    @Tag("SEC-01")
    void showsWhatPeopleSignInWithToTheirGroupAndTheLookUpAlone() {
        for (String table : Set.of("person_login", "api_client", "sign_in")) {
            assertThat(database.ask("SELECT string_agg(polcmd::text || coalesce(r.rolname, ''), ',' ORDER BY polcmd)"
                            + " FROM pg_policy p LEFT JOIN pg_roles r ON r.oid = ANY (p.polroles)"
                            + " WHERE polrelid = '" + table + "'::regclass"))
                    .as(table)
                    .isEqualTo("*,r" + database.name() + "_across");
        }
    }
}
