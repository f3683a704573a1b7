package org.shouwang.casefile;

import java.util.List;
import org.springframework.stereotype.Component;

/** A death is recorded and confirmed in its own process, which closes the case; a closing report does not. */
@Component
class DeathTest implements ClosingTest {

    @Override
    public List<Unmet> unmet(CaseView of) {
        return List.of(Unmet.barring("death", "closing-death"));
    }
}
