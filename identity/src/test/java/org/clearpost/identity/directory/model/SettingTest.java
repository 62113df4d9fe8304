package org.clearpost.identity.directory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearpost.identity.directory.model.People.HILLTOP;
import static org.clearpost.identity.directory.model.People.MARA;
import static org.clearpost.identity.directory.model.People.WREN;

import java.util.List;
import java.util.Map;
import org.clearpost.identity.model.EmailAddress;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Setting.Details.of(
                        "/setting", " ", "CASTLE", null, List.of("hilltop.example", "@hill"), Map.of("BOSS", "Boss")))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactlyInAnyOrder(
                                "/setting/officialName",
                                "/setting/type",
                                "/setting/nation",
                                "/setting/emailDomains/1",
                                "/setting/labels/BOSS"));
    }

    @Test
    void needsADomain() {
        assertThatThrownBy(() -> Setting.Details.of("", "Hilltop", "SCHOOL", "WALES", List.of(), Map.of()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/emailDomains"));
    }

    @Test
    @Tag("UI-03")
    @Tag("OPT-31")
    void usesItsOwnWordForARoleWhereItHasOne() {
        assertThat(HILLTOP.label(RoleCode.SETTING_HEAD)).isEqualTo("Centre manager");
        assertThat(HILLTOP.label(RoleCode.DSL)).isEqualTo("Designated safeguarding lead");
    }

    @Test
    @Tag("OPT-31")
    void aLabelHasAtMostFortyCharacters() {
        assertThat(Setting.Details.of("", "H", "SCHOOL", "WALES", List.of("h.example"), Map.of("DSL", "x".repeat(40)))
                        .labels())
                .containsEntry(RoleCode.DSL, "x".repeat(40));
        assertThatThrownBy(() -> Setting.Details.of(
                        "", "H", "SCHOOL", "WALES", List.of("h.example"), Map.of("DSL", "x".repeat(41))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void allowsItsOwnDomainsAndEveryAddressToFamilies() {
        assertThat(HILLTOP.allows(MARA.details().email(), RoleCode.CONTRIBUTOR)).isTrue();
        assertThat(HILLTOP.allows(WREN.details().email(), RoleCode.CONTRIBUTOR)).isFalse();
        assertThat(HILLTOP.allows(WREN.details().email(), RoleCode.PARENT)).isTrue();
    }

    @Test
    void aSubdomainIsAnotherDomain() {
        assertThat(HILLTOP.allows(EmailAddress.parse("a@mail.hilltop.example").orElseThrow(), RoleCode.DSL))
                .isFalse();
    }

    @Test
    void aClosedSettingTakesNoChange() {
        Setting closed = HILLTOP.closed();
        assertThat(closed.open()).isFalse();
        assertThatThrownBy(closed::closed)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(DirectoryProblem.SETTING_CLOSED));
        assertThatThrownBy(() -> closed.with(HILLTOP.details())).isInstanceOf(RefusedException.class);
    }
}
