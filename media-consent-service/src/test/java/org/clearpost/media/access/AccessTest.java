package org.clearpost.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.clearpost.kit.caller.Caller;
import org.clearpost.kit.caller.HeldPost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role against every right; a role that a line does not name must be refused. */
@Tag("ROLE-01")
@Tag("ROLE-13")
@Tag("ROLE-26")
class AccessTest {

    private static final UUID OAK_LANE = new UUID(1, 1);
    private static final UUID ELM_ROAD = new UUID(1, 2);
    private static final List<String> ROLES = List.of(
            "SETTING_HEAD",
            "LINE_MANAGER",
            "SLT",
            "DSL",
            "OSC",
            "GOVERNOR",
            "CHAIR",
            "HR",
            "HEAD_COMMS",
            "WEB_MANAGER",
            "MARKETING",
            "MODERATOR",
            "CONTRIBUTOR",
            "AREA_OWNER",
            "EMPLOYEE",
            "AGENCY_STAFF",
            "VOLUNTEER",
            "ELECTED_MEMBER",
            "PARENT",
            "PUPIL",
            "ICT",
            "POLICY_OWNER",
            "APPROVING_BODY",
            "RETURN_CONTACT",
            "INVESTIGATOR",
            "API_CLIENT");

    @ParameterizedTest
    @CsvSource({
        "roster,   CONTRIBUTOR MODERATOR SETTING_HEAD LINE_MANAGER SLT DSL",
        "ask,      CONTRIBUTOR MODERATOR SETTING_HEAD LINE_MANAGER SLT DSL",
        "consent,  SETTING_HEAD LINE_MANAGER SLT DSL",
        "import,   SETTING_HEAD LINE_MANAGER SLT DSL",
        "holds,    DSL",
        "restrictions, SETTING_HEAD DSL",
        "accounts, SETTING_HEAD LINE_MANAGER SLT",
        "rehearse, SETTING_HEAD LINE_MANAGER SLT",
        "coverage, SETTING_HEAD LINE_MANAGER SLT DSL",
    })
    void aRightIsHeldAtOnesOwnSettingByTheRolesNamedAlone(String right, String roles) {
        BiPredicate<Caller, UUID> allowed = right(right);
        Set<String> holders = ROLES.stream()
                .filter(role -> allowed.test(person(role, OAK_LANE), OAK_LANE))
                .collect(Collectors.toSet());
        assertThat(holders).containsExactlyInAnyOrder(roles.split(" "));
        for (String role : ROLES) {
            assertThat(allowed.test(person(role, ELM_ROAD), OAK_LANE)).as(role).isFalse();
            assertThat(allowed.test(person(role, null), OAK_LANE)).as(role).isFalse();
            assertThat(allowed.test(client("other", OAK_LANE), OAK_LANE)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "roster, false",
        "ask, false",
        "consent, false",
        "import, true",
        "holds, false",
        "restrictions, false",
        "accounts, false",
        "rehearse, true",
        "coverage, true"
    })
    void aGroupAdminLoadsFilesTriesOptionsOutAndCountsAndNoMore(String right, boolean allowed) {
        assertThat(right(right).test(person("GROUP_ADMIN", null), OAK_LANE)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "roster, false, false",
        "ask, true, false",
        "consent, false, false",
        "import, false, true",
        "holds, false, false",
        "restrictions, false, false",
        "accounts, false, false",
        "rehearse, false, false",
        "coverage, false, false"
    })
    void anApiClientDoesWhatItsScopeSays(String right, boolean withDecisions, boolean withRoster) {
        assertThat(right(right).test(client("decisions", OAK_LANE), OAK_LANE)).isEqualTo(withDecisions);
        assertThat(right(right).test(client("roster", OAK_LANE), OAK_LANE)).isEqualTo(withRoster);
        assertThat(right(right).test(client("decisions", ELM_ROAD), OAK_LANE)).isFalse();
    }

    private static BiPredicate<Caller, UUID> right(String name) {
        return switch (name) {
            case "roster" -> Access::readsRoster;
            case "ask" -> Access::asks;
            case "consent" -> Access::handlesConsent;
            case "import" -> Access::importsRoster;
            case "holds" -> Access::handlesHolds;
            case "restrictions" -> Access::handlesRestrictions;
            case "accounts" -> Access::managesAccounts;
            case "rehearse" -> Access::rehearses;
            case "coverage" -> Access::readsCoverage;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Caller person(String role, @Nullable UUID setting) {
        return new Caller(
                new UUID(0, 1), Caller.Kind.PERSON, new UUID(0, 2), List.of(new HeldPost(role, setting)), Set.of(), 1);
    }

    private static Caller client(String scope, UUID setting) {
        return new Caller(
                new UUID(0, 1),
                Caller.Kind.CLIENT,
                new UUID(0, 3),
                List.of(new HeldPost("API_CLIENT", setting)),
                Set.of(scope),
                1);
    }
}
