package org.clearpost.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/**
 * How code of this house is built. A service runs them with {@code @ArchTest static final ArchTests rules =
 * ArchTests.in(HouseRules.class)}; each rule has a fixture it fails on.
 */
public final class HouseRules {

    @ArchTest
    public static final ArchRule MODELS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "java.time.chrono.internal..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .allowEmptyShould(true)
            .because("rules are decided by arguments alone, so that they can be replayed");

    @ArchTest
    public static final ArchRule NOBODY_READS_THE_WALL_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.clearpost.kit..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .allowEmptyShould(true)
            .because("the clock is injected");

    @ArchTest
    public static final ArchRule CONTROLLERS_STAY_IN_THEIR_PACKAGE = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("a request reads in one folder");

    @ArchTest
    public static final ArchRule NO_FIELD_IS_INJECTED = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .allowEmptyShould(true)
            .because("what a class needs stands in its constructor");

    @ArchTest
    public static final ArchRule FOLDERS_DO_NOT_GO_IN_CIRCLES = slices().matching("org.clearpost.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("features meet in the model or through events");

    @ArchTest
    public static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL = classes()
            .that()
            .resideInAPackage("org.clearpost..")
            .should(liveInNullMarkedPackage())
            .allowEmptyShould(true)
            .because("null is either written down or absent");

    private HouseRules() {}

    private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " lives in an unmarked package"));
            }
        };
    }
}
