package org.shouwang.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.access.Jurisdictions;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.JurisdictionRules;
import org.shouwang.workflow.catalogue.ProcessFiles;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.decision.DecisionBook;
import org.shouwang.workflow.engine.BpmnContext;
import org.shouwang.workflow.engine.BpmnFiles;
import org.shouwang.workflow.engine.ClockTriggers;
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
        new NoticeFiles().check(catalogue, faults);
        AccessRules.check(catalogue, sentences()::contains, faults);
        new JurisdictionRules(new Jurisdictions()).check(catalogue, faults);
        DecisionBook.read(catalogue.files(), catalogue.codes(), faults);
        BpmnFiles processes =
                BpmnFiles.read(catalogue.files(), BpmnContext.of(catalogue, forms, clocks, beans()), faults);
        new ClockTriggers(processes, forms, signals(), faults).check(clocks);
        assertThat(faults).isEmpty();
    }

    /** The acts that a refusal has a sentence for. */
    private static Set<String> sentences() {
        Set<String> acts = new HashSet<>();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path bundle : bundles.toList()) {
                Files.readAllLines(bundle).stream()
                        .filter(line -> line.startsWith("problem.forbidden."))
                        .map(line -> line.substring("problem.forbidden.".length(), line.indexOf('=')))
                        .forEach(acts::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return acts;
    }

    /** As the application finds them, but without starting it. */
    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new HashMap<>();
        marked(ProcessBean.class)
                .forEach(type -> beans.put(type.getAnnotation(ProcessBean.class).value(), type));
        return beans;
    }

    private static Set<String> signals() {
        return marked(ClockSignals.class)
                .flatMap(type ->
                        Arrays.stream(type.getAnnotation(ClockSignals.class).value()))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> marked(Class<? extends Annotation> annotation) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(annotation));
        return scanner.findCandidateComponents("org.shouwang").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }
}
