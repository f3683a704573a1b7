package org.shouwang.casefile;

import java.util.UUID;
import org.shouwang.workflow.FromCodes;
import org.shouwang.workflow.ProcessBean;
import org.springframework.stereotype.Component;

/** {@code cases} in a BPMN file: what the drawing itself does to a case. */
@Component
@ProcessBean("cases")
public class CaseCalls {

    private final Cases cases;
    private final CaseStages stages;

    CaseCalls(Cases cases, CaseStages stages) {
        this.cases = cases;
        this.stages = stages;
    }

    /** A visit found new danger: wherever the case stands, somebody is called. */
    public void newHarm(String subject) {
        cases.newHarm(UUID.fromString(subject), null);
    }

    /** Closes the case; its process has come to its end, after a person approved. */
    public void close(String subject) {
        cases.close(UUID.fromString(subject));
    }

    /** The child has died, and a second person has confirmed it: the case ends, wherever it stands. */
    public void died(String subject) {
        cases.died(UUID.fromString(subject));
    }

    /** The way taken leaves out one of the linked stages, and says why. */
    public void skip(String subject, @FromCodes("STAGE") String stage, @FromCodes("SKIP_REASON") String reason) {
        stages.skip(UUID.fromString(subject), stage, reason);
    }
}
