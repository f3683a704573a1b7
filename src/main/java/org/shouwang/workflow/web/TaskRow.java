package org.shouwang.workflow.web;

import org.jspecify.annotations.Nullable;
import org.shouwang.web.ClockBadge;
import org.shouwang.workflow.inbox.InboxTask;

/**
 * A row of the inbox as it is shown.
 *
 * @param group {@code late}, {@code today}, {@code week} or {@code later}
 * @param place name of the village or township
 * @param claimable whether it waits for somebody to take it
 * @param called whether this person was rung for it
 * @param heldFor name of the officer on leave in whose hands it is; null where it is the reader's own
 */
record TaskRow(
        InboxTask task,
        String group,
        String place,
        @Nullable ClockBadge clock,
        boolean claimable,
        boolean called,
        @Nullable String heldFor) {}
