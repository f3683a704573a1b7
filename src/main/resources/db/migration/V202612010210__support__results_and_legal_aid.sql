-- Whose need it is and by which measure it is to be met; plans of other children (witnesses, siblings) in runs of their own.
alter table support_need
    add column whose text,
    add column measure text;
alter table support_plan
    alter column visitor drop not null,
    add column person_id uuid,
    add column instance text;

-- What became of a need, as a review said it: the last one counts, the earlier ones stay.
create table need_result (
    id           uuid primary key,
    plan_id      uuid        not null,
    position     int         not null,
    case_id      uuid        not null references case_file,
    result       text        not null,
    record_id    uuid,
    officer_id   uuid        not null references officer,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    foreign key (plan_id, position) references support_need
);
create index need_result_of_need on need_result (plan_id, position, at desc);
create index need_result_of_case on need_result (case_id, at desc);
revoke update, delete on need_result from shouwang_app;

-- An application for legal aid (法律援助): one row a run of its process, codes and dates.
create table legal_aid (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    whose        text        not null,
    matter       text        not null,
    applied_on   date        not null,
    decision     text,
    decided_on   date,
    objected_on  date,
    answer       text,
    assigned_on  date,
    at           timestamptz not null,
    record       uuid,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index legal_aid_of_case on legal_aid (case_id, at desc);
revoke delete on legal_aid from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table need_result enable row level security;
create policy reach on need_result to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table legal_aid enable row level security;
create policy reach on legal_aid to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);

-- Adds steps to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['need_result', 'update need_result set record_id = null where case_id = any ($1)'],
        ['legal_aid', 'update legal_aid set record = null where case_id = any ($1)'],
        ['support_plan', 'update support_plan set person_id = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
