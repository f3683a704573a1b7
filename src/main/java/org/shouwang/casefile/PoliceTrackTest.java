package org.shouwang.casefile;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Police were told, and what came of it is not known yet. */
@Component
class PoliceTrackTest implements ClosingTest {

    private static final Set<String> OPEN_ENDED = Set.of("pending", "accepted");

    private final Cases cases;

    PoliceTrackTest(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        List<PoliceContact> police = cases.police(of.id());
        boolean known = police.isEmpty()
                || police.stream()
                        .map(PoliceContact::resultCode)
                        .anyMatch(result -> result != null && !OPEN_ENDED.contains(result));
        return known ? List.of() : List.of(Unmet.of("testPolice", "closing-police"));
    }
}
