package org.shouwang.assessment;

import java.util.List;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.ClosingTest;
import org.springframework.stereotype.Component;

/** The last assessment says whether the child was heard. */
@Component
class ChildHeardTest implements ClosingTest {

    private final Assessments assessments;

    ChildHeardTest(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        return assessments.of(of.id()).stream()
                .filter(each -> each.childHeard() != null)
                .limit(1)
                .filter(last -> Boolean.FALSE.equals(last.childHeard()))
                .map(last -> Unmet.of("testChild", "closing-child-not-heard"))
                .toList();
    }
}
