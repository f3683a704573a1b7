package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.flowable.engine.RepositoryService;
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
        BpmnFiles.read(
                candidate.files(), BpmnContext.of(candidate, forms, clocks, BeansForProcesses.types(beans)), faults);
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
