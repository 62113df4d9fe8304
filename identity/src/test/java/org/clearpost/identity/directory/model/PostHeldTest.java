package org.clearpost.identity.directory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearpost.identity.directory.model.People.HILLTOP;
import static org.clearpost.identity.directory.model.People.IDRIS;
import static org.clearpost.identity.directory.model.People.MARA;
import static org.clearpost.identity.directory.model.People.TODAY;
import static org.clearpost.identity.directory.model.People.WREN;
import static org.clearpost.identity.directory.model.People.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostHeldTest {

    private static final GroupAdmins MARA_ALONE = new GroupAdmins(Set.of(MARA.id()));

    @ParameterizedTest
    @EnumSource(
            value = RoleCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRADE_UNION", "PROFESSIONAL_BODY"})
    void isHeldFromItsFirstDayToItsLast(RoleCode role) {
        PostHeld post = post(MARA, role, TODAY.plusDays(1), TODAY.plusDays(5));
        assertThat(post.heldOn(TODAY)).isFalse();
        assertThat(post.heldOn(TODAY.plusDays(1))).isTrue();
        assertThat(post.heldOn(TODAY.plusDays(5))).isTrue();
        assertThat(post.heldOn(TODAY.plusDays(6))).isFalse();
        assertThat(post.state()).isEqualTo(PostHeld.State.PLANNED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RoleCode.class,
            names = {"TRADE_UNION", "PROFESSIONAL_BODY"})
    @Tag("ROLE-22")
    @Tag("ROLE-23")
    void contactsHoldNoPost(RoleCode role) {
        assertThat(pointers(HILLTOP.id(), role.name(), false, null, null)).containsExactly("/role");
    }

    @Test
    @Tag("ROLE-26")
    void theGroupAdministratorsPostHasNoSettingAndNoDeputy() {
        assertThat(pointers(HILLTOP.id(), "GROUP_ADMIN", true, null, null))
                .containsExactlyInAnyOrder("/settingId", "/deputy");
    }

    @Test
    void everyOtherPostHasASetting() {
        assertThat(pointers(null, "DSL", false, null, null)).containsExactly("/settingId");
    }

    @Test
    void lastDaysComeAfterFirstDaysAndNotInThePast() {
        assertThat(pointers(HILLTOP.id(), "DSL", false, TODAY, TODAY.minusDays(1)))
                .containsExactly("/to");
        assertThat(pointers(HILLTOP.id(), "DSL", false, TODAY.minusDays(9), TODAY.minusDays(1)))
                .containsExactly("/to");
        assertThat(pointers(HILLTOP.id(), "DSL", false, TODAY, TODAY)).isEmpty();
    }

    @Test
    void needsAnAddressTheSettingAllows() {
        PostHeld.Wanted wanted = PostHeld.Wanted.of(HILLTOP.id(), "CONTRIBUTOR", false, null, null, TODAY);
        assertThatThrownBy(() -> PostHeld.given(new PostId(People.uuid(9)), WREN, wanted, HILLTOP, TODAY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.errors())
                        .containsExactly(new FieldError(
                                "/settingId", "Addresses at elsewhere.example are not allowed at Hilltop Nursery.")));
    }

    @Test
    void isNotGivenToADisabledPersonOrAtAClosedSetting() {
        PostHeld.Wanted wanted = PostHeld.Wanted.of(HILLTOP.id(), "DSL", true, null, null, TODAY);
        assertThatThrownBy(() ->
                        PostHeld.given(new PostId(People.uuid(9)), IDRIS.disabled(MARA_ALONE), wanted, HILLTOP, TODAY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(DirectoryProblem.PERSON_DISABLED));
        assertThatThrownBy(() -> PostHeld.given(new PostId(People.uuid(9)), IDRIS, wanted, HILLTOP.closed(), TODAY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(DirectoryProblem.SETTING_CLOSED));
    }

    @Test
    void endedTodayIsNotHeldAnyMore() {
        PostHeld ended = post(MARA, RoleCode.DSL, TODAY.minusDays(100), null).ended(TODAY, TODAY, MARA_ALONE);
        assertThat(ended.heldOn(TODAY)).isFalse();
        assertThat(ended.to()).isEqualTo(TODAY);
    }

    @Test
    void endedOnALaterDayIsHeldUntilThatDayIsOver() {
        PostHeld ended = post(MARA, RoleCode.DSL, TODAY, null).ended(TODAY.plusDays(3), TODAY, MARA_ALONE);
        assertThat(ended.heldOn(TODAY.plusDays(3))).isTrue();
        assertThat(ended.heldOn(TODAY.plusDays(4))).isFalse();
    }

    @Test
    void endedBeforeItBeginsIsNeverHeld() {
        PostHeld ended = post(MARA, RoleCode.DSL, TODAY.plusDays(9), null).ended(TODAY.plusDays(3), TODAY, MARA_ALONE);
        assertThat(ended.state()).isEqualTo(PostHeld.State.ENDED);
        assertThat(ended.heldOn(TODAY.plusDays(9))).isFalse();
    }

    @Test
    void endsOnceAndNeverBackwards() {
        PostHeld post = post(MARA, RoleCode.DSL, TODAY.minusDays(9), TODAY.plusDays(5));
        assertThatThrownBy(() -> post.ended(TODAY, TODAY, MARA_ALONE).ended(TODAY, TODAY, MARA_ALONE))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(DirectoryProblem.POST_ENDED));
        assertThatThrownBy(() -> post.ended(TODAY.minusDays(1), TODAY, MARA_ALONE))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> post.ended(TODAY.plusDays(6), TODAY, MARA_ALONE))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("ROLE-26")
    void theLastGroupAdministratorsPostDoesNotEnd() {
        PostHeld last = post(MARA, RoleCode.GROUP_ADMIN, TODAY.minusDays(100), null);
        for (LocalDate on : List.of(TODAY, TODAY.plusDays(30))) {
            assertThatThrownBy(() -> last.ended(on, TODAY, MARA_ALONE))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(DirectoryProblem.LAST_GROUP_ADMIN));
        }
        GroupAdmins both = new GroupAdmins(Set.of(MARA.id(), IDRIS.id()));
        assertThat(last.ended(TODAY, TODAY, both).heldOn(TODAY)).isFalse();
    }

    private static List<String> pointers(
            @Nullable SettingId setting,
            String role,
            boolean deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        try {
            PostHeld.Wanted.of(setting, role, deputy, from, to, TODAY);
            return List.of();
        } catch (RefusedException refused) {
            return refused.errors().stream().map(FieldError::pointer).toList();
        }
    }
}
