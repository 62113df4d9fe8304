package org.clearpost.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.clearpost.kit.problem.RefusedException;
import org.clearpost.policy.model.OptionInForce.SetBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OPT-14")
class OptionsInForceTest {

    private static final SettingId MEADOW = new SettingId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void leaveUnsetWhatNobodyAnswered() {
        OptionInForce names = names(null, null);

        assertThat(names.isSet()).isFalse();
        assertThat(names.setBy()).isNull();
        assertThat(names.since()).isNull();
    }

    @Test
    void takeTheGroupsAnswerWhereTheSettingHasNone() {
        assertThat(names(group("FIRST_ONLY", false), null))
                .isEqualTo(new OptionInForce(OptionKey.CHILD_NAMES, "FIRST_ONLY", SetBy.GROUP, false, MONDAY));
    }

    @Test
    void letTheSettingAnswerOtherwiseWhileNothingIsLocked() {
        assertThat(names(group("FIRST_ONLY", false), own("NONE")))
                .isEqualTo(new OptionInForce(OptionKey.CHILD_NAMES, "NONE", SetBy.SETTING, false, FRIDAY));
    }

    @Test
    void letALockedAnswerStandAboveAll() {
        assertThat(names(group("FIRST_ONLY", true), own("FIRST_INITIAL")))
                .isEqualTo(new OptionInForce(OptionKey.CHILD_NAMES, "FIRST_ONLY", SetBy.GROUP, true, MONDAY));
    }

    @Test
    void fallBackToTheGroupWhenTheSettingTakesItsAnswerBack() {
        assertThat(names(group("FIRST_ONLY", false), own(null)).setBy()).isEqualTo(SetBy.GROUP);
        assertThat(names(group(null, false), own(null)).isSet()).isFalse();
    }

    @Test
    void refuseToLockNothing() {
        assertThatThrownBy(() -> GroupChoice.choose(OptionKey.CHILD_NAMES, null, true, MONDAY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(PolicyProblem.NOTHING_TO_LOCK));
    }

    private static GroupChoice group(@Nullable Object value, boolean locked) {
        return GroupChoice.choose(OptionKey.CHILD_NAMES, value, locked, MONDAY);
    }

    private static SettingChoice own(@Nullable Object value) {
        return SettingChoice.choose(OptionKey.CHILD_NAMES, value, FRIDAY);
    }

    private static OptionInForce names(@Nullable GroupChoice group, @Nullable SettingChoice own) {
        return OptionsInForce.of(
                        MEADOW,
                        1,
                        group == null ? Map.of() : Map.of(OptionKey.CHILD_NAMES, group),
                        own == null ? Map.of() : Map.of(OptionKey.CHILD_NAMES, own))
                .option(OptionKey.CHILD_NAMES);
    }
}
