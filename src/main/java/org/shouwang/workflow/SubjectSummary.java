package org.shouwang.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.web.Crumb;
import org.shouwang.workflow.inbox.InboxTask;

/** What somebody working on a task needs to know of its subject, told by the module that owns it. */
public interface SubjectSummary {

    /** {@code case} or {@code report}. */
    String kind();

    /** What the lines are headed with: the message {@code task.summary.<heading>}. */
    default String heading() {
        return kind();
    }

    /** Whether the form answers to these lines, so that they stand before it and not among what one may look up. */
    default boolean first() {
        return false;
    }

    /** Other subjects whose records belong with this one's: the report a case came from. */
    default List<UUID> before(UUID subject) {
        return List.of();
    }

    /** Where somebody with the task may want to go at once, each with its words. */
    default List<Crumb> links(InboxTask task, Locale locale) {
        return List.of();
    }

    /** A path where whoever has completed the task goes on; the inbox, unless the answers want something right after. */
    default Optional<String> after(InboxTask task) {
        return Optional.empty();
    }

    /**
     * Short lines, only called for somebody who has a task of the subject.
     *
     * @param whole whether they may read the subject: why this grade, who is on it. Otherwise only what the task cannot
     *     be done without: whom it is about and whom to ask
     */
    List<String> lines(UUID subject, boolean whole, Locale locale);

    /** As {@link #lines(UUID, boolean, Locale)}, for what depends on the task itself. */
    default List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return lines(task.subjectId(), whole, locale);
    }
}
