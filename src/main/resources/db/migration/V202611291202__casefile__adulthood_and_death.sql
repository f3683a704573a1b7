-- A child of an open case has turned eighteen: that it was said, and what was decided. Proposed again on the day it says.
create table adulthood (
    case_id      uuid primary key references case_file,
    proposed_at  timestamptz not null,
    outcome      text,
    again_on     date,
    record       uuid,
    division     text        not null,
    sealed_class text        not null default 'open'
);

-- A child died while its case was open. What of, and what anybody wrote, is in the record; here stand the day and who confirmed.
create table child_death (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    died_on      date        not null,
    record       uuid,
    recorded_at  timestamptz not null,
    confirmed    boolean,
    confirmed_at timestamptz,
    division     text        not null,
    sealed_class text        not null default 'open',
    check ((confirmed is null) = (confirmed_at is null))
);
create index child_death_of_case on child_death (case_id);

revoke delete on adulthood, child_death from shouwang_app;
alter table adulthood enable row level security;
create policy reach on adulthood to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'adulthood'
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table child_death enable row level security;
create policy reach on child_death to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);

-- Whoever looks for those who have grown up sees open cases and birth dates, and does nothing else.
create policy adulthood on case_file for select to shouwang_app using (
    (select app_identity('service')) = 'adulthood' and state = 'open');
create policy adulthood on person for select to shouwang_app using ((select app_identity('service')) = 'adulthood');

-- Adds two steps to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['adulthood', 'update adulthood set record = null where case_id = any ($1)'],
        ['child_death', 'update child_death set record = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
