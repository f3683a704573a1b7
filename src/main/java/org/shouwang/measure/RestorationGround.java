package org.shouwang.measure;

import java.util.UUID;
import org.shouwang.workflow.StartCondition;
import org.springframework.stereotype.Component;

/** Only what was revoked can be restored. */
@Component
class RestorationGround implements StartCondition {

    private final RestorationStore store;

    RestorationGround(RestorationStore store) {
        this.store = store;
    }

    @Override
    public String process() {
        return RestorationSummary.PROCESS;
    }

    @Override
    public boolean holds(UUID subject) {
        return store.revokedOn(subject).isPresent();
    }
}
