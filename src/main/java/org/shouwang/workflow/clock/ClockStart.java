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
 * @param term what the process says instead of the rule, null where it says nothing
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
        @Nullable Term term,
        String division,
        String sealedClass) {

    public ClockStart(
            String key,
            UUID subject,
            @Nullable String task,
            Instant anchor,
            ClockHolder holder,
            @Nullable String grade,
            String division,
            String sealedClass) {
        this(key, subject, task, anchor, holder, grade, null, division, sealedClass);
    }
}
