package org.shouwang.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.ClosingTest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The last visits in a row have seen the child, and saw no danger: whom nobody can find is not closed. */
@Component
class VisitsTest implements ClosingTest {

    private final Visits visits;
    private final int inARow;

    VisitsTest(Visits visits, @Value("${shouwang.limits.visits-before-closing}") int inARow) {
        this.visits = visits;
        this.inARow = inARow;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        List<Visits.Visit> last = visits.of(of.id()).stream().limit(inARow).toList();
        List<Unmet> unmet = new ArrayList<>();
        Optional<Visits.Visit> latest = last.stream().findFirst();
        if (latest.filter(visit -> !seen(visit)).isPresent()) {
            unmet.add(Unmet.unsafe("testVisits", "closing-unreachable"));
        } else if (last.size() < inARow || !last.stream().allMatch(VisitsTest::seen)) {
            unmet.add(Unmet.of("testVisits", "closing-visits", inARow));
        }
        if (latest.filter(Visits.Visit::danger).isPresent()) {
            unmet.add(Unmet.unsafe("testDanger", "closing-danger"));
        }
        return unmet;
    }

    private static boolean seen(Visits.Visit visit) {
        return visit.outcome().equals("seen");
    }
}
