package org.shouwang.workflow.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of tasks.
 *
 * @param next where the next page starts, null on the last
 */
public record InboxPage(List<InboxTask> items, @Nullable String next) {}
