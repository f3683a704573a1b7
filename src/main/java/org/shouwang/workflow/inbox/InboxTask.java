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

    /** Processes speak Chinese, so do the names of their steps. */
    public static final String UNDER_WAY = "办理中";

    /** The case or report, as the judge of access needs it. */
    public Subject subject() {
        return Subject.of(subjectId, subjectKind, division, sealedClass);
    }

    /** What whoever does not handle the case sees of it: neither what it is nor who has it. */
    public InboxTask underWay() {
        return new InboxTask(
                id,
                instanceId,
                subjectId,
                subjectKind,
                number,
                title,
                "",
                "",
                "",
                UNDER_WAY,
                stage,
                division,
                sealedClass,
                grade,
                false,
                null,
                null,
                null,
                null,
                state,
                createdAt,
                null,
                external,
                sortAt,
                null,
                null,
                doneAt);
    }

    /** Whether it is shown as under way only. */
    public boolean hidden() {
        return taskKey.isEmpty();
    }

    public boolean open() {
        return state.equals("open");
    }
}
