package org.clearpost.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule fails on the fixture that breaks it, and says where. */
class HouseRulesTest {

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages("org.clearpost.fixture");

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnItsFixture(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(FIXTURE).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(culprit));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.MODELS_ARE_PLAIN_JAVA, "ModelWithAClock"),
                Arguments.of(HouseRules.NOBODY_READS_THE_WALL_CLOCK, "ModelWithAClock"),
                Arguments.of(HouseRules.CONTROLLERS_STAY_IN_THEIR_PACKAGE, "PublicController"),
                Arguments.of(HouseRules.NO_FIELD_IS_INJECTED, "PublicController.injected"),
                Arguments.of(HouseRules.FOLDERS_DO_NOT_GO_IN_CIRCLES, "org.clearpost.fixture.one.One"),
                Arguments.of(HouseRules.EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL, "Unmarked"));
    }
}
