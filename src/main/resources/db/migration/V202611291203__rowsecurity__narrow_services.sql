-- What hangs on a case or a report and shows itself where its matter does: records, assessments, visits and so on. Two
-- things were too wide. A service that only looks a matter up (its number, its child, its place on a board) saw all of it,
-- because it sees the matter; and what had been opened to a transaction stayed open when the matter was sealed since.
-- Restrictive, so that whatever a permissive policy lets through has to pass here as well.
do $$
declare
    hangs record;
begin
    for hangs in
        select policy.tablename, key.column_name
        from pg_policies policy
        join information_schema.columns key on key.table_schema = 'public' and key.table_name = policy.tablename
                                           and key.column_name in ('case_id', 'subject_id') and key.data_type = 'uuid'
        where policy.policyname = 'reach' and policy.qual like '%work_subject%'
          -- These say who may look at them by themselves: where a child is, what is due, how long a thing is kept, of whom it
          -- was said that they have turned eighteen.
          and policy.tablename not in ('placement', 'inbox_task', 'inbox_candidate', 'clock', 'attachment', 'retention',
                                       'journal_entry', 'case_person', 'consent', 'consent_recipient', 'report', 'adulthood')
    loop
        execute format($policy$
            create policy narrow on %1$I as restrictive for select to shouwang_app using (
                exists (select from work_subject where work_subject.id = %1$I.%2$I)
                and coalesce((select app_identity('service')), '')
                    not in ('matching', 'emergency', 'operations', 'board', 'tracking'))$policy$,
            hangs.tablename, hangs.column_name);
    end loop;
end
$$;
