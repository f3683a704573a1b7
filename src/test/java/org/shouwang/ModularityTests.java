package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The levels of the house: imports go downwards only, and only to what a module shows. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(ShouwangApplication.class);

    @Test
    void keepsItsLevels() {
        MODULES.verify();
    }

    @Test
    void declaresWhatEachModuleMayUse() {
        // A module without a declaration may use everything, and the test above would say nothing about it.
        assertThat(MODULES.stream()).allSatisfy(module -> assertThat(
                        module.getBasePackage().getAnnotation(org.springframework.modulith.ApplicationModule.class))
                .as(module.getIdentifier().toString())
                .hasValueSatisfying(declared -> assertThat(declared.allowedDependencies())
                        .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)));
    }
}
