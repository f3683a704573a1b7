package org.shouwang.supervision;

/** Which unit holds a task: that of whoever took it, or else those whose posts may take it. */
final class HeldBy {

    /** An expression on {@code task}, a row of {@code inbox_task}; takes {@code :today}. */
    static final String UNIT = """
            coalesce(
                (select agency.name from post join agency on agency.id = post.agency_id
                 where post.officer_id = task.assignee order by post.rank, post.id limit 1),
                (select string_agg(distinct agency.name, '、') from inbox_candidate candidate
                 join post on post.role = candidate.role and post.place = candidate.division
                     and valid_from <= :today and (valid_until is null or valid_until >= :today)
                 join agency on agency.id = post.agency_id
                 where candidate.task_id = task.id))""";

    private HeldBy() {}
}
