-- A measure on a guardian (监护人措施: 劝诫, 训诫, 家庭教育指导, 督促监护令): one row a run of its process, codes and dates as its
-- paper says. What it orders, and of whom by name, is in the records.
create table guardian_measure (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    measure      text        not null,
    organ        text        not null,
    person       text        not null,
    way          text        not null,
    document_no  text,
    issued_on    date        not null,
    until        date,
    sessions     integer,
    result       text,
    ended_on     date,
    at           timestamptz not null,
    record       uuid        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (until >= issued_on),
    check (ended_on >= issued_on),
    check (sessions > 0),
    check ((result is null) = (ended_on is null))
);
create index guardian_measure_of_case on guardian_measure (case_id, at desc);

-- One session of guidance that a measure orders, and whether the person came.
create table measure_session (
    id           uuid primary key,
    instance     text        not null references guardian_measure,
    case_id      uuid        not null references case_file,
    held_on      date        not null,
    giver        text        not null,
    absence      text,
    recorded_by  uuid        not null references officer,
    at           timestamptz not null,
    record       uuid        not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index measure_session_of_case on measure_session (case_id, held_on desc);
create index measure_session_of_measure on measure_session (instance);

revoke delete on guardian_measure, measure_session from shouwang_app;
revoke update on measure_session from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table guardian_measure enable row level security;
create policy reach on guardian_measure to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table measure_session enable row level security;
create policy reach on measure_session to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);

-- Adds a step to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['guardian_measure', 'update guardian_measure set document_no = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
