package org.shouwang.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwang.casefile.CaseTrend;
import org.springframework.stereotype.Component;

/** The assessments in force as a trend on the case's page. */
@Component
class AssessmentTrend implements CaseTrend {

    private final Assessments assessments;

    AssessmentTrend(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public List<Point> trend(UUID caseId) {
        return assessments.of(caseId).stream()
                .filter(each -> each.state().equals("in-force"))
                .map(each -> new Point(each.at(), each.record(), each.tool(), each.score(), each.decided()))
                .sorted(Comparator.comparing(Point::at))
                .toList();
    }
}
