package org.clearpost.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.caller.HeldPost;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ROLE-26")
class OptionAccessTest {

    private static final UUID GROUP = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final SettingId MEADOW = new SettingId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final SettingId HARBOUR = new SettingId(UUID.fromString("00000000-0000-7000-8000-000000000002"));

    @ParameterizedTest(name = "{0}: sees {1}, chooses {2}")
    @CsvSource({
        "SETTING_HEAD, true, true",
        "LINE_MANAGER, true, true",
        "SLT, true, true",
        "DSL, true, false",
        "OSC, true, false",
        "GOVERNOR, true, false",
        "CHAIR, true, false",
        "HR, true, false",
        "MODERATOR, true, false",
        "CONTRIBUTOR, true, false",
        "EMPLOYEE, true, false",
        "VOLUNTEER, true, false",
        "PARENT, false, false",
        "PUPIL, false, false",
        "API_CLIENT, false, false",
        "GROUP_ADMIN, false, false"
    })
    void followsThePostHeldAtTheSetting(String role, boolean sees, boolean chooses) {
        Caller caller = person(role, MEADOW.value());

        assertThat(allows(() -> OptionAccess.see(caller, MEADOW))).isEqualTo(sees);
        assertThat(allows(() -> OptionAccess.choose(caller, MEADOW))).isEqualTo(chooses);
        assertThat(allows(() -> OptionAccess.see(caller, HARBOUR))).isFalse();
        assertThat(allows(() -> OptionAccess.choose(caller, HARBOUR))).isFalse();
        assertThat(allows(() -> OptionAccess.chooseForGroup(caller))).isFalse();
    }

    @Test
    void letsTheGroupAdminChooseEverywhere() {
        Caller admin = person("GROUP_ADMIN", null);

        assertThat(allows(() -> OptionAccess.choose(admin, MEADOW))).isTrue();
        assertThat(allows(() -> OptionAccess.choose(admin, HARBOUR))).isTrue();
        assertThat(allows(() -> OptionAccess.chooseForGroup(admin))).isTrue();
    }

    @Test
    void showsNothingToMachines() {
        Caller client = new Caller(
                GROUP,
                Caller.Kind.CLIENT,
                GROUP,
                List.of(new HeldPost("SETTING_HEAD", MEADOW.value())),
                Set.of("decisions"),
                1);

        assertThat(allows(() -> OptionAccess.see(client, MEADOW))).isFalse();
        assertThat(allows(() -> OptionAccess.read(client))).isFalse();
    }

    private static Caller person(String role, @Nullable UUID setting) {
        return new Caller(GROUP, Caller.Kind.PERSON, GROUP, List.of(new HeldPost(role, setting)), Set.of(), 1);
    }

    private static boolean allows(Runnable question) {
        try {
            question.run();
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }
}
