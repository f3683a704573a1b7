package org.shouwang.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that has been completed and stored as a record; the transaction is still open.
 *
 * @param record id of the immutable record
 * @param subject the case or report it belongs to
 * @param task the task it completed, null when the form stood alone (a report)
 * @param instance the run of the process it belongs to, empty when the form stood alone
 * @param form key of the form, such as {@code F04-screening}
 * @param data the answers, checked against the form's schema
 */
public record Completion(
        UUID record,
        UUID subject,
        @Nullable String task,
        String instance,
        String form,
        ObjectNode data,
        Actor by,
        Instant at) {}
