package org.shouwang.casefile;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.stereotype.Component;

/** The grade the case has by now: visits are to run at the lowest one, and red means danger. */
@Component
class GradeTest implements ClosingTest {

    private static final String RED = "1";

    private final Catalogues catalogues;

    GradeTest(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        List<Unmet> unmet = new ArrayList<>();
        if (of.grade().equals(RED)) {
            unmet.add(Unmet.unsafe("testDanger", "closing-red"));
        }
        if (!of.grade().equals(lowest())) {
            unmet.add(Unmet.of("testVisits", "closing-grade"));
        }
        return unmet;
    }

    private String lowest() {
        List<String> grades = catalogues.current().codes().get("GRADE").keys();
        return grades.get(grades.size() - 1);
    }
}
