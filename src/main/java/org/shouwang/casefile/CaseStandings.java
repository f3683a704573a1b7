package org.shouwang.casefile;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Standings;
import org.springframework.stereotype.Component;

/** Tells the judge of access where a case stands. */
@Component
class CaseStandings implements Standings {

    private final CaseStore store;

    CaseStandings(CaseStore store) {
        this.store = store;
    }

    @Override
    public Optional<Standing> of(UUID subject) {
        return store.standing(subject);
    }
}
