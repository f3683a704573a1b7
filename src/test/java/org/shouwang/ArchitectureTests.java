package org.shouwang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.launch.FirstRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

/** What the house holds to beyond its levels. Each rule is shown a class that breaks it, and must say so. */
class ArchitectureTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shouwang");

    private static final ArchRule ENGINE_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("org.shouwang.workflow.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..");

    private static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static final ArchRule CONTROLLERS_STAY_IN_WEB = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("org.shouwang..web");

    private static final ArchRule FIELDS_ARE_SET_BY_CONSTRUCTORS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            // Passwords and processes are older than any context and its clock.
            .resideOutsideOfPackage("org.shouwang.launch..")
            .should()
            .callMethodWhere(describe("asks for the time without a Clock", ArchitectureTests::asksTheMachine));

    private static final ArchRule NOTHING_KNOWS_HOW_IT_WAS_LAUNCHED = noClasses()
            .that()
            .resideOutsideOfPackage("org.shouwang.launch..")
            .and()
            .doNotHaveFullyQualifiedName(ShouwangApplication.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shouwang.launch..");

    private static boolean asksTheMachine(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class))
                || call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis");
    }

    private static DescribedPredicate<JavaCall<?>> describe(
            String text, java.util.function.Predicate<JavaCall<?>> predicate) {
        return DescribedPredicate.describe(text, predicate);
    }

    record Case(ArchRule rule, Class<?> offender) {}

    static Stream<Case> rules() {
        return Stream.of(
                new Case(ENGINE_STAYS_IN_ITS_ROOM, TalksToTheEngine.class),
                new Case(NAMES_SAY_WHAT_A_CLASS_IS, CaseHelper.class),
                new Case(CONTROLLERS_STAY_IN_WEB, HomelessController.class),
                new Case(FIELDS_ARE_SET_BY_CONSTRUCTORS, InjectedByField.class),
                new Case(TIME_COMES_FROM_THE_CLOCK, LooksAtTheWall.class),
                new Case(NOTHING_KNOWS_HOW_IT_WAS_LAUNCHED, KnowsTheLaunch.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(Case rule) {
        rule.rule().check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSeenWhenBroken(Case rule) {
        JavaClasses offender = new ClassFileImporter().importClasses(rule.offender());
        assertThat(rule.rule().allowEmptyShould(true).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void readsTheWholeHouse() {
        assertThat(OURS.stream().map(JavaClass::getName))
                .hasSizeGreaterThan(300)
                .contains("org.shouwang.web.Ids");
    }

    static class TalksToTheEngine {

        final List<RuntimeService> engines = List.of();
        final @Nullable RuntimeService engine = null;
    }

    static class CaseHelper {}

    @Controller
    public static class HomelessController {}

    static class InjectedByField {

        @Autowired
        @Nullable
        String injected;
    }

    static class LooksAtTheWall {

        final Instant instant = Instant.now();
        final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    }

    static class KnowsTheLaunch {

        final Class<?> first = FirstRun.class;
        final FirstRun run = new FirstRun();
    }
}
