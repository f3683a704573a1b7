package org.shouwang.workflow.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** Holds the book in force; it changes as a whole when new files are taken over. */
@Component
public class ClockBooks implements CatalogueListener {

    private volatile @Nullable ClockBook current;

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        current = read(catalogue, new ArrayList<>());
    }

    private static ClockBook read(Catalogue catalogue, List<Fault> faults) {
        return ClockBook.read(catalogue.files(), catalogue.roles().keys(), faults);
    }

    public ClockBook current() {
        return Objects.requireNonNull(current, "the catalogue is taken over before the first request");
    }
}
