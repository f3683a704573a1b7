package org.shouwang.placement;

import java.util.List;
import java.util.Set;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.ClosingTest;
import org.springframework.stereotype.Component;

/** A child who is nowhere for good, or nowhere at all, is not out of danger. */
@Component
class PlaceTest implements ClosingTest {

    private static final Set<String> FOR_GOOD = Set.of("home", "other-guardian", "relative", "boarding");

    private final Placements placements;

    PlaceTest(Placements placements) {
        this.placements = placements;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        return placements.of(of.id()).stream()
                .limit(1)
                .filter(last -> last.until() != null || !FOR_GOOD.contains(last.place()))
                .map(PlaceTest::unmet)
                .toList();
    }

    private static Unmet unmet(Placement last) {
        if (last.until() != null) {
            return Unmet.unsafe("testDanger", "closing-place-unknown");
        }
        String code = last.place().equals("missing") ? "closing-missing" : "closing-placed";
        return Unmet.unsafe("testDanger", code);
    }
}
