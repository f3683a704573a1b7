package org.shouwang.workflow.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * One task as the inbox holds it.
 *
 * @param subjectKind {@code case} or {@code report}
 * @param number of the case or report, as people say it
 * @param title whom it is about
 * @param state {@code open}, {@code done} or {@code cancelled}
 * @param vacant whether the role it is meant for has no holder, so that the superior has it
 * @param called the officer on duty who was called to take it
 */
public record InboxTask(
        String id,
        String instanceId,
        UUID subjectId,
        String subjectKind,
        String number,
        String title,
        String process,
        String taskKey,
        String form,
        String name,
        @Nullable String stage,
        String division,
        String sealedClass,
        @Nullable String grade,
        boolean vacant,
        @Nullable UUID assignee,
        @Nullable Instant claimedAt,
        @Nullable String roster,
        @Nullable UUID called,
        String state,
        Instant createdAt,
        @Nullable Instant dueAt,
        boolean external,
        Instant sortAt,
        @Nullable UUID doneBy,
        @Nullable String doneUnit,
        @Nullable Instant doneAt) {

    /** The case or report, as the judge of access needs it. */
    public Subject subject() {
        return Subject.of(subjectId, subjectKind, division, sealedClass);
    }

    public boolean open() {
        return state.equals("open");
    }
}
