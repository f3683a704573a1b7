package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Holds the forms in force; they change as a whole when new files are taken over. */
@Component
@Order(10)
public class FormBook implements CatalogueListener {

    private volatile @Nullable Forms current;

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        Forms.read(candidate.files(), candidate.codes(), faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        current = Forms.read(catalogue.files(), catalogue.codes(), new ArrayList<>());
    }

    public Forms current() {
        return Objects.requireNonNull(current, "the catalogue is taken over before the first request");
    }

    public Form get(String key) {
        return current().get(key);
    }
}
