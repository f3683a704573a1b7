package org.shouwang.workflow.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Holds the decisions in force. */
@Component
@Order(30)
class DecisionRoom implements CatalogueListener {

    private volatile @Nullable DecisionBook book;

    DecisionBook book() {
        DecisionBook inForce = book;
        if (inForce == null) {
            throw new IllegalStateException("no decisions have been taken over yet");
        }
        return inForce;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        DecisionBook.read(candidate.files(), candidate.codes(), faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        book = DecisionBook.read(catalogue.files(), catalogue.codes(), new ArrayList<>());
    }
}
