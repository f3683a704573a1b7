-- Emergency aid (紧急救助金): one row a run of its process: codes, yuan and dates. Why it is needed and who received it stand in
-- the records.
create table emergency_aid (
    instance       text primary key,
    case_id        uuid        not null references case_file,
    rule           text        not null,
    ground         text        not null,
    amount         integer     not null check (amount > 0),
    applicant      text        not null,
    urgent         boolean     not null,
    decider        text        not null check (decider in ('township', 'county')),
    most           integer     not null,
    township_limit integer     not null,
    requested_by   uuid        not null references officer,
    requested_at   timestamptz not null,
    granted        boolean,
    granted_amount integer check (granted_amount between 1 and amount),
    simplified     boolean     not null default false,
    decided_by     uuid references officer,
    decided_at     timestamptz,
    paid_on        date,
    paid_amount    integer check (paid_amount between 1 and granted_amount),
    paid_by        text,
    receipt_no     text,
    papers_on      date,
    at             timestamptz not null,
    record         uuid        not null,
    division       text        not null,
    sealed_class   text        not null default 'open',
    check (decided_by <> requested_by),
    check (granted is not true or granted_amount is not null),
    check (not simplified or urgent)
);
create index emergency_aid_of_case on emergency_aid (case_id, at desc);
revoke delete on emergency_aid from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table emergency_aid enable row level security;
create policy reach on emergency_aid to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
create policy narrow on emergency_aid as restrictive for select to shouwang_app using (
    exists (select from work_subject where work_subject.id = emergency_aid.case_id)
    and coalesce((select app_identity('service')), '')
        not in ('matching', 'emergency', 'operations', 'board', 'tracking'));

-- Adds a step to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['emergency_aid', 'update emergency_aid set receipt_no = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
