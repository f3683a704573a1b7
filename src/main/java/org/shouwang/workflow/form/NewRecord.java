package org.shouwang.workflow.form;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A completed form about to be kept.
 *
 * @param subject the case or report it belongs to
 * @param task the task it completes; null when the form stood alone. One record a task, held by the database.
 * @param data checked answers
 * @param agency for which unit the officer acted
 */
public record NewRecord(
        UUID subject,
        @Nullable String task,
        Form form,
        ObjectNode data,
        String division,
        String sealedClass,
        @Nullable UUID officer,
        @Nullable UUID agency,
        Instant at) {}
