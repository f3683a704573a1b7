-- Planned checks (排查): whom a county or township wants looked at, in which villages, from when to when; and what each
-- village answered. What was found about whom stands in the record of its form.
create table check_plan (
    id           uuid primary key,
    screened     text        not null,
    valid_from   date        not null,
    valid_until  date        not null,
    set_by       uuid        not null references officer,
    agency       uuid        not null references agency,
    set_at       timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (valid_until >= valid_from)
);
create index check_plan_by_division on check_plan (division, set_at desc);

create sequence village_check_number;
create table village_check (
    id           uuid primary key,
    plan_id      uuid    not null references check_plan,
    number       text    not null unique,
    households   integer,
    found        integer,
    record_id    uuid,
    done_at      timestamptz,
    division     text    not null,
    sealed_class text    not null default 'open',
    unique (plan_id, division),
    check ((done_at is null) = (found is null))
);
revoke delete on check_plan, village_check from shouwang_app;

-- A plan names no person: whom it is about is a group, and where it stands is each village's answer or none.
alter table check_plan enable row level security;
create policy reach on check_plan to shouwang_app using (
    division <@ (select app_places('work_open'))
    or set_by = any ((select app_ids('self'))::uuid[])
    or exists (select from village_check where village_check.plan_id = check_plan.id)) with check (true);
alter table village_check enable row level security;
create policy reach on village_check to shouwang_app using (
    exists (select from work_subject where work_subject.id = village_check.id)) with check (true);
create policy narrow on village_check as restrictive for select to shouwang_app using (
    coalesce((select app_identity('service')), '') not in ('matching', 'emergency', 'operations', 'board', 'tracking'));
