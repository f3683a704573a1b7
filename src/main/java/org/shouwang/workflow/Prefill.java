package org.shouwang.workflow;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Puts into a form what the system knows already, so that nobody types it twice. */
public interface Prefill {

    /** The form this prefill answers for. */
    String form();

    /** Answers known before the person starts, by field name. */
    ObjectNode prefill(UUID subject);
}
