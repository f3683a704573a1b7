package org.shouwang.casefile;

import java.util.UUID;
import org.shouwang.workflow.ProcessBean;
import org.springframework.stereotype.Component;

/** {@code cases} in a BPMN file: what the drawing itself does to a case. */
@Component
@ProcessBean("cases")
public class ClosingCalls {

    private final Cases cases;

    ClosingCalls(Cases cases) {
        this.cases = cases;
    }

    /** Closes the case; its process has come to its end, after a person approved. */
    public void close(String subject) {
        cases.close(UUID.fromString(subject));
    }
}
