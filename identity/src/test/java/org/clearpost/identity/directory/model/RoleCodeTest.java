package org.clearpost.identity.directory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoleCodeTest {

    @Test
    void thereAreTwentyEightRoles() {
        assertThat(RoleCode.values()).hasSize(28);
    }

    @Test
    @Tag("ROLE-01")
    @Tag("ROLE-04")
    @Tag("ROLE-05")
    @Tag("ROLE-24")
    @Tag("ROLE-27")
    void fivePostsMustBeFilledInEverySetting() {
        assertThat(RoleCode.thatMustBeFilled())
                .containsExactly(
                        RoleCode.SETTING_HEAD,
                        RoleCode.DSL,
                        RoleCode.OSC,
                        RoleCode.POLICY_OWNER,
                        RoleCode.RETURN_CONTACT);
    }

    @Test
    @Tag("ROLE-22")
    @Tag("ROLE-23")
    @Tag("ROLE-26")
    void onlyTheGroupAdministratorIsHeldForTheGroupAndTwoAreContacts() {
        assertThat(Arrays.stream(RoleCode.values()).filter(role -> role.reach() == RoleCode.Reach.GROUP))
                .containsExactly(RoleCode.GROUP_ADMIN);
        assertThat(Arrays.stream(RoleCode.values()).filter(role -> role.reach() == RoleCode.Reach.CONTACT))
                .containsExactly(RoleCode.TRADE_UNION, RoleCode.PROFESSIONAL_BODY);
    }
}
