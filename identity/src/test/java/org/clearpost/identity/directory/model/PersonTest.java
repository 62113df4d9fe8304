package org.clearpost.identity.directory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearpost.identity.directory.model.People.HILLTOP;
import static org.clearpost.identity.directory.model.People.IDRIS;
import static org.clearpost.identity.directory.model.People.MARA;
import static org.clearpost.identity.directory.model.People.TODAY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.clearpost.kit.problem.FieldError;
import org.clearpost.kit.problem.RefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final GroupAdmins MARA_ALONE = new GroupAdmins(Set.of(MARA.id()));
    private static final GroupAdmins BOTH = new GroupAdmins(Set.of(MARA.id(), IDRIS.id()));

    @Test
    @Tag("SEC-07")
    void isKnownByNameAddressAndTypeAlone() {
        assertThat(Arrays.stream(Person.Details.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly("name", "email", "type");
    }

    @Test
    void theLastGroupAdminIsNotDisabled() {
        assertThatThrownBy(() -> MARA.disabled(MARA_ALONE))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(DirectoryProblem.LAST_GROUP_ADMIN));
    }

    @Test
    void oneOfTwoGroupAdminsIsDisabledAndTheirTokensOutdated() {
        Person disabled = MARA.disabled(BOTH);
        assertThat(disabled.active()).isFalse();
        assertThat(disabled.epoch()).isEqualTo(MARA.epoch() + 1);
        assertThat(disabled.reinstated().epoch()).isEqualTo(MARA.epoch() + 2);
    }

    @Test
    void somebodyElseIsDisabledWhileThereIsOneGroupAdmin() {
        assertThat(IDRIS.disabled(MARA_ALONE).active()).isFalse();
    }

    @Test
    @Tag("ROLE-02")
    void nobodyIsTheirOwnLineManager() {
        assertThat(pointer(() -> MARA.reportingTo(MARA, List.of()))).isEqualTo("/managerId");
    }

    @Test
    @Tag("ROLE-02")
    void linesOfManagementDoNotRunInACircle() {
        assertThat(pointer(() -> MARA.reportingTo(IDRIS, List.of(new PersonId(People.uuid(7)), MARA.id()))))
                .isEqualTo("/managerId");
        assertThat(MARA.reportingTo(IDRIS, List.of(new PersonId(People.uuid(7))))
                        .lineManager())
                .isEqualTo(IDRIS.id());
    }

    @Test
    void aDisabledPersonManagesNobody() {
        assertThat(pointer(() -> MARA.reportingTo(IDRIS.disabled(MARA_ALONE), List.of())))
                .isEqualTo("/managerId");
    }

    @Test
    void anAddressDoesNotLeaveTheDomainsOfThePostsHeld() {
        Person.Details moved = Person.Details.of("", "Mara", "mara@elsewhere.example", "EMPLOYEE");
        PostHeld contributor = People.post(MARA, RoleCode.CONTRIBUTOR, TODAY, null);
        assertThat(pointer(() -> MARA.with(moved, List.of(HILLTOP), List.of(contributor))))
                .isEqualTo("/email");
        assertThat(MARA.with(moved, List.of(), List.of()).details().email().value())
                .isEqualTo("mara@elsewhere.example");
    }

    private static String pointer(Runnable refusedStep) {
        try {
            refusedStep.run();
        } catch (RefusedException refused) {
            return refused.errors().stream()
                    .map(FieldError::pointer)
                    .findFirst()
                    .orElse("none");
        }
        return "not refused";
    }
}
