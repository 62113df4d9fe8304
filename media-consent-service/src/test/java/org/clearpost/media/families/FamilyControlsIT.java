package org.clearpost.media.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.clearpost.kit.testing.ClearpostTest;
import org.clearpost.kit.testing.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each control of the families' links taken out in turn, and the test that notices: one that does not shows nothing. */
@ClearpostTest
@Import({MovableClock.Set.class, Statements.Set.class})
@Tag("MED-23")
@Tag("SEC-01")
class FamilyControlsIT {

    private interface Attack {
        void on(FamilyIT family) throws Exception;
    }

    /** A part of a statement that keeps somebody out, what stands there without it, and the test that has to fail. */
    private record Control(String what, String sql, String without, Attack test) {

        @Override
        public String toString() {
            return what;
        }
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Post.configure(properties);
    }

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Statements statements;

    static Stream<Control> controls() {
        return Stream.of(
                new Control(
                        "a bar",
                        "sg.barred_at IS NULL",
                        "true",
                        FamilyIT::unknownExpiredUsedAndBarredLinksLookAlikeAndChangeNothing),
                new Control(
                        "parental responsibility",
                        "sg.responsibility = 'YES'",
                        "true",
                        FamilyIT::aSessionEndsWithTheResponsibilityItRestsOn),
                new Control(
                        "a link is used once",
                        "k.used_at IS NULL",
                        "true",
                        FamilyIT::ofManyWhoUseOneLinkAtOnceOneIsLetIn),
                new Control(
                        "a link expires",
                        "k.expires_at > :now",
                        "k.expires_at > :now - interval '1 year'",
                        FamilyIT::unknownExpiredUsedAndBarredLinksLookAlikeAndChangeNothing),
                new Control(
                        "an invitation is no entry",
                        "k.kind = 'ENTRY'",
                        "true",
                        FamilyIT::aForwardedInvitationOnlyWritesToTheAddressOnFile),
                new Control(
                        "a session expires",
                        "n.expires_at > :now",
                        "n.expires_at > :now - interval '1 year'",
                        FamilyIT::aSessionEndsAfterHalfAnHourAndWhenItIsLeft),
                new Control(
                        "a session is left",
                        "n.ended_at IS NULL",
                        "true",
                        FamilyIT::aSessionEndsAfterHalfAnHourAndWhenItIsLeft),
                new Control(
                        "one answer for every link",
                        "WHERE k.hash = :hash AND k.kind = 'INVITATION'",
                        "WHERE 1 / (SELECT count(*) FROM family_key u WHERE u.hash = :hash) = 1"
                                + " AND k.hash = :hash AND k.kind = 'INVITATION'",
                        FamilyIT::unknownExpiredUsedAndBarredLinksLookAlikeAndChangeNothing),
                new Control(
                        "an address is not flooded",
                        "< :most",
                        "< :most + 100",
                        FamilyIT::aButtonPressedAgainAndAgainDoesNotFloodTheAddress),
                new Control(
                        "one works on a round",
                        "FOR UPDATE SKIP LOCKED",
                        "",
                        FamilyIT::manyFamiliesAreAskedOnceEachHoweverManyWork));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void withoutTheControlItsTestFails(Control control) {
        FamilyIT family = new FamilyIT();
        beans.autowireBean(family);
        family.aParentOfTwo();
        statements.without(control.sql(), control.without());
        try {
            assertThatThrownBy(() -> control.test().on(family))
                    .isInstanceOfAny(AssertionError.class, ConditionTimeoutException.class);
        } finally {
            assertThat(statements.whole()).as("statements without the control").isPositive();
        }
    }
}
