package org.shouwang.measure;

import java.util.List;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures on the guardians of a case's child, for whoever reads the case. */
@Service
@Transactional
public class GuardianMeasures {

    private final MeasureStore store;
    private final Cases cases;
    private final Access access;

    GuardianMeasures(MeasureStore store, Cases cases, Access access) {
        this.store = store;
        this.cases = cases;
        this.access = access;
    }

    /** The latest first; of a restricted case only for those who see what its steps are, as on its page. */
    public List<GuardianMeasure> of(UUID caseId, Actor by) {
        CaseView found = cases.read(caseId, "measures", by);
        boolean shown = found.sealedClass().equals("open") || access.may(by, "step.read", found.subject());
        return shown ? store.ofCase(caseId) : List.of();
    }
}
