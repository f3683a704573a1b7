-- Conflict of interest (回避): who is related to a party, or named in a report, is kept off it and reads nothing of it.
-- It stands in `participation` as the part 'barred'. The policies know it by a setting like every other reach: the ids of
-- what the officer is kept off. What the process opens to the transaction stays open, or a report such an officer sends
-- about the same child could not join the case.
create index participation_barred on participation (officer_id) where part = 'barred' and until is null;

create or replace function parties_of(subject uuid) returns uuid[] language sql stable as $$
    select coalesce(array_agg(distinct coalesce(officer_id, agency_id)), '{}')
    from participation
    where until is null and part <> 'barred' and (subject_id = subject or subject_id = (
        select case_id from report left join case_file on case_file.id = report.case_id
        where report.id = subject and report.sealed_class in ('open', case_file.sealed_class)))
$$;

alter policy reach on work_subject to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) in ('matching', 'operations')
    or id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));

alter policy reach on case_file to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'matching'
    or id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));

alter policy reach on report to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or case_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'tracking'
    or id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))));

alter policy reach on inbox_task to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'duty'
    or subject_id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or assignee = any ((select app_ids('self'))::uuid[])
        or done_by = any ((select app_ids('self'))::uuid[])
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
        or sealed_class = 'open' and exists (
            select from inbox_candidate candidate
            where candidate.task_id = inbox_task.id
              and candidate.role || '/' || candidate.division = any ((select app_identity('posts'))::text[]))
        or exists (select from work_subject where work_subject.id = subject_id)));

alter policy reach on clock to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'sweeper'
    or subject_id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or sealed_class = 'open' and (select app_identity('service')) = 'board' and division <@ (select app_places('board'))
        or sealed_class = 'open' and exists (
            select from inbox_candidate candidate
            where candidate.task_id = clock.task_id
              and candidate.role || '/' || candidate.division = any ((select app_identity('posts'))::text[]))
        or exists (select from work_subject where work_subject.id = subject_id)));

alter policy reach on case_person to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or case_id <> all ((select app_ids('barred'))::uuid[]) and (
        sealed_class = 'open' and division <@ (select app_places('work_open'))
        or division <@ (select app_places('work_restricted'))
        or parties && (select app_ids('parties'))));

-- Why somebody is kept off, and why no longer: read by those who reach the case or the report.
create table conflict_of_interest (
    id            uuid primary key,
    subject_id    uuid        not null,
    officer_id    uuid        not null references officer,
    ground        text        not null,
    reason        bytea       not null,
    declared_by   uuid        not null references officer,
    at            timestamptz not null,
    lifted_by     uuid references officer,
    lifted_at     timestamptz,
    lifted_reason bytea,
    division      text        not null,
    sealed_class  text        not null
);
create index conflict_by_subject on conflict_of_interest (subject_id);
create unique index conflict_running on conflict_of_interest (subject_id, officer_id) where lifted_at is null;
alter table conflict_of_interest enable row level security;
create policy reach on conflict_of_interest to shouwang_app using (
    subject_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);
revoke delete on conflict_of_interest from shouwang_app;
