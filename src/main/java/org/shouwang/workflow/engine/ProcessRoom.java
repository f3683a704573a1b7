package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.engine.RepositoryService;
import org.shouwang.workflow.ClockSignals;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.form.Forms;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks the processes against everything they name, and deploys those that changed: a version of a process then means
 * that the procedure changed, which is what an inspector asks.
 */
@Component
@Order(100)
class ProcessRoom implements CatalogueListener {

    private final ListableBeanFactory beans;
    private final ObjectProvider<RepositoryService> repository;

    ProcessRoom(ListableBeanFactory beans, ObjectProvider<RepositoryService> repository) {
        this.beans = beans;
        this.repository = repository;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        // What other rooms found wrong with forms and clocks they report themselves.
        List<Fault> theirs = new ArrayList<>();
        Forms forms = Forms.read(candidate.files(), candidate.codes(), theirs);
        ClockBook clocks = ClockBook.read(candidate.files(), candidate.roles().keys(), theirs);
        BpmnFiles processes = BpmnFiles.read(
                candidate.files(), BpmnContext.of(candidate, forms, clocks, BeansForProcesses.types(beans)), faults);
        new ClockTriggers(processes, forms, signals(), faults).check(clocks);
    }

    private Set<String> signals() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ClockSignals.class))
                .map(bean -> beans.findAnnotationOnBean(bean, ClockSignals.class))
                .filter(Objects::nonNull)
                .flatMap(signals -> Arrays.stream(signals.value()))
                .collect(Collectors.toSet());
    }

    @Override
    public void take(Catalogue catalogue) {
        catalogue.files().under("bpmn/").forEach((path, content) -> repository
                .getObject()
                .createDeployment()
                .name(path)
                .enableDuplicateFiltering()
                .addBytes(path, content)
                .deploy());
    }
}
