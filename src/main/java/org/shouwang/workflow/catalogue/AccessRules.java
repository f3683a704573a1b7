package org.shouwang.workflow.catalogue;

import java.util.List;
import org.shouwang.access.AccessMatrix;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hands {@code access-matrix.csv} to the judge of access, together with the rest of the county's files or not at all. */
@Component
@Order(1)
class AccessRules implements CatalogueListener {

    private static final String FILE = "access-matrix.csv";

    private final AccessMatrix matrix;

    AccessRules(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        if (candidate.files().find(FILE).isEmpty()) {
            faults.add(new Fault(FILE, "", "the file is missing: nobody could do anything"));
            return;
        }
        matrix.check(candidate.files().text(FILE), candidate.roles().keys())
                .forEach(fault -> faults.add(new Fault(FILE, "", fault)));
    }

    @Override
    public void take(Catalogue catalogue) {
        matrix.take(catalogue.files().text(FILE), catalogue.roles().keys());
    }
}
