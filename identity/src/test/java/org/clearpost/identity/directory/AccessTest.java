package org.clearpost.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.identity.directory.model.RoleCode;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.caller.HeldPost;
import org.clearpost.kit.problem.RefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("SEC-01")
class AccessTest {

    private static final UUID GROUP = new UUID(0, 1);
    private static final UUID HILLTOP = new UUID(0, 2);
    private static final UUID VALLEY = new UUID(0, 3);
    private static final Set<RoleCode> SEE_COLLEAGUES =
            Set.of(RoleCode.SETTING_HEAD, RoleCode.LINE_MANAGER, RoleCode.SLT, RoleCode.DSL);

    @ParameterizedTest
    @EnumSource(RoleCode.class)
    void onlyAGroupAdminHeldForTheGroupChangesAnything(RoleCode role) {
        assertThatThrownBy(() -> Access.requireGroupAdmin(caller(Caller.Kind.PERSON, role, HILLTOP)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aGroupAdminSeesEverything() {
        Caller admin =
                new Caller(GROUP, Caller.Kind.PERSON, GROUP, List.of(new HeldPost("GROUP_ADMIN", null)), Set.of(), 1);
        Access.requireGroupAdmin(admin);
        assertThat(Access.ofPeople(admin).includes(VALLEY)).isTrue();
        assertThat(Access.ofSettings(admin).includes(VALLEY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RoleCode.class)
    void thoseWhoLeadOrSafeguardSeePeopleOfTheirOwnSettingOnly(RoleCode role) {
        Caller caller = caller(Caller.Kind.PERSON, role, HILLTOP);
        if (SEE_COLLEAGUES.contains(role)) {
            assertThat(Access.ofPeople(caller).includes(HILLTOP)).isTrue();
            assertThat(Access.ofPeople(caller).includes(VALLEY)).isFalse();
        } else {
            assertThatThrownBy(() -> Access.ofPeople(caller)).isInstanceOf(RefusedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(RoleCode.class)
    void everybodySeesTheSettingsWhereTheyHoldAPost(RoleCode role) {
        Caller caller = caller(Caller.Kind.PERSON, role, HILLTOP);
        assertThat(Access.ofSettings(caller).includes(HILLTOP)).isTrue();
        assertThat(Access.ofSettings(caller).includes(VALLEY)).isFalse();
    }

    @Test
    void anApiClientSeesNothingHere() {
        Caller client = caller(Caller.Kind.CLIENT, RoleCode.DSL, HILLTOP);
        assertThatThrownBy(() -> Access.ofPeople(client)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Access.ofSettings(client)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Access.requirePerson(client)).isInstanceOf(RefusedException.class);
    }

    private static Caller caller(Caller.Kind kind, RoleCode role, UUID setting) {
        return new Caller(GROUP, kind, new UUID(0, 9), List.of(new HeldPost(role.name(), setting)), Set.of(), 1);
    }
}
