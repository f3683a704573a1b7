package org.shouwang.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.CatalogueListener;
import org.shouwang.workflow.catalogue.Fault;
import org.springframework.stereotype.Component;

/** The county's terms in force. */
@Component
public class RetentionRules implements CatalogueListener {

    private static final Set<String> LEADS = Set.of("untrue", "referred", "answered", "out-of-scope");

    private volatile List<RetentionClass> classes = List.of();

    @Override
    public void check(Catalogue candidate, List<Fault> faults) {
        for (RetentionClass each : RetentionFile.read(candidate.files(), faults)) {
            Set<String> known = each.of().equals("report")
                    ? LEADS
                    : candidate
                            .codes()
                            .find("CLOSE_REASON")
                            .map(list -> Set.copyOf(list.keys()))
                            .orElse(Set.of());
            each.outcomes().stream()
                    .filter(outcome -> !known.contains(outcome))
                    .forEach(outcome -> faults.add(
                            new Fault(RetentionFile.NAME, each.key() + ".outcomes", "nothing ends with " + outcome)));
        }
    }

    @Override
    public void take(Catalogue catalogue) {
        classes = RetentionFile.read(catalogue.files(), new ArrayList<>());
    }

    /** The first that fits; there is one for everything. */
    RetentionClass of(String matter, String outcome, boolean harmful) {
        return classes.stream()
                .filter(each -> each.fits(matter, outcome, harmful))
                .findFirst()
                .orElseThrow();
    }

    /** As it reads now; empty for a class that the county has taken out since. */
    public Optional<RetentionClass> find(String key) {
        return classes.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
