package org.shouwang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.decision.DecisionBook;
import org.shouwang.workflow.engine.BpmnContext;
import org.shouwang.workflow.engine.BpmnFiles;
import org.shouwang.workflow.form.Forms;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The county's files as they are in the repository: a fault in any of them stops the build. */
class ProcessesTests {

    @Test
    void hasNoFault() {
        List<Fault> faults = new ArrayList<>();
        Catalogue catalogue = Catalogue.read(ProcessFiles.read(Path.of("processes")), faults);
        Forms forms = Forms.read(catalogue.files(), catalogue.codes(), faults);
        ClockBook clocks = ClockBook.read(catalogue.files(), catalogue.roles().keys(), faults);
        DecisionBook.read(catalogue.files(), catalogue.codes(), faults);
        BpmnFiles.read(catalogue.files(), BpmnContext.of(catalogue, forms, clocks, beans()), faults);
        assertThat(faults).isEmpty();
    }

    /** As the application finds them, but without starting it. */
    private static Map<String, Class<?>> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
        Map<String, Class<?>> beans = new HashMap<>();
        scanner.findCandidateComponents("org.shouwang").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            ProcessBean bean = type.getAnnotation(ProcessBean.class);
            if (bean != null) {
                beans.put(bean.value(), type);
            }
        });
        return beans;
    }
}
