package org.shouwang.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.access.Divisions;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** Where there is emergency aid and up to what, as the county's {@code aid.yaml} says. */
@Component
class AidRules implements CatalogueListener {

    private final Divisions divisions;
    private final Clock clock;
    private volatile AidFile.Read inForce = new AidFile.Read(List.of(), "");

    AidRules(Divisions divisions, Clock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        AidFile.read(candidate, faults);
    }

    @Override
    public void take(Catalogue catalogue) {
        inForce = AidFile.read(catalogue, new ArrayList<>());
    }

    /** What holds in a place today: its own, else that of the nearest place above it; empty where there is no such aid. */
    Optional<AidRule> of(String division) {
        LocalDate today = LocalDate.now(clock);
        return divisions.upwards(division).stream()
                .flatMap(place -> inForce.rules().stream()
                        .filter(rule -> rule.division().equals(place.code()) && rule.holds(today)))
                .findFirst();
    }

    /** On what urgent aid is decided before its papers are complete. */
    String urgentBasis() {
        return inForce.urgent();
    }
}
