package org.clearpost.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @EnumSource(DemoSetting.class)
    void holdsEveryCaseThatADecisionHasToGetRight(DemoSetting setting) {
        var names = roster(setting).children().stream()
                .map(child -> child.group() + ": " + child.first() + " " + child.last())
                .toList();

        assertThat(names)
                .containsAll(Special.in(setting).stream()
                        .map(special -> special.group() + ": " + special.first() + " " + special.last())
                        .toList())
                .hasSize(setting.groups().size() * setting.childrenInEach());
    }

    @ParameterizedTest
    @EnumSource(DemoSetting.class)
    void isTheSameEveryTime(DemoSetting setting) {
        assertThat(roster(setting).csv()).isEqualTo(roster(setting).csv());
    }

    @ParameterizedTest
    @EnumSource(DemoSetting.class)
    void givesEveryChildANumberAndANameOfTheirOwn(DemoSetting setting) {
        var children = roster(setting).children();

        assertThat(children.stream().map(Child::number).distinct()).hasSameSizeAs(children);
        assertThat(children.stream().map(c -> c.first() + " " + c.last()).distinct())
                .hasSameSizeAs(children);
    }

    @Test
    void comesInTheShapesThatSystemsWrite() {
        assertThat(roster(DemoSetting.SCHOOL).csv().lines())
                .startsWith("Photo consents by student")
                .anyMatch(line -> line.startsWith(",,Total: 125"));
        assertThat(roster(DemoSetting.NURSERY).csv())
                .startsWith("Child ID;Child;Room;")
                .contains(";Maddocks, Cadi;Swifts;");
    }

    @Test
    void writesOneRowForEachGuardianWhenTheyDisagree() {
        var rows = roster(DemoSetting.SCHOOL)
                .csv()
                .lines()
                .filter(line -> line.contains(",Ivo,Delacourt,"))
                .toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("Granted,Granted,Granted");
        assertThat(rows.get(1)).contains("Declined,Declined,Declined");
    }

    @Test
    void hasAboutAsManyChildrenAsPromised() {
        var all = Arrays.stream(DemoSetting.values())
                .mapToInt(setting -> setting.groups().size() * setting.childrenInEach())
                .sum();

        assertThat(all).isBetween(230, 250);
    }

    @Test
    void hasSomebodyInEveryPostThatMustBeFilledAndAddressesThatEverySettingAllows() {
        var staff = new DemoStaff();
        for (var setting : DemoSetting.values()) {
            var roles = staff.posts().stream()
                    .filter(post -> post.setting() == setting)
                    .map(DemoStaff.Post::role)
                    .collect(Collectors.toSet());

            assertThat(roles).contains("SETTING_HEAD", "DSL", "OSC", "POLICY_OWNER", "RETURN_CONTACT");
        }
        assertThat(staff.posts()).allSatisfy(post -> {
            var domain = post.person().email().replaceAll(".*@", "");
            assertThat(domain).endsWith(".example");
            assertThat(post.role().equals("PARENT")
                            || post.setting().emailDomains().contains(domain))
                    .as(post.toString())
                    .isTrue();
        });
    }

    private static Roster roster(DemoSetting setting) {
        return new Roster(setting, TODAY, new Names());
    }
}
