package org.shouwang.workflow.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock about to start.
 *
 * @param key clock of clocks.yaml
 * @param subject the case or report
 * @param task the task whose completion may stop it
 * @param anchor what the time is counted from; its date also chooses the version
 * @param grade {@code GRADE} code, where the term depends on it
 * @param division of the subject, by which rows are guarded
 * @param sealedClass of the subject
 */
public record ClockStart(
        String key,
        UUID subject,
        @Nullable String task,
        Instant anchor,
        ClockHolder holder,
        @Nullable String grade,
        String division,
        String sealedClass) {}
