-- Flags on households (重点关注): each ends by itself. That there is one a village sees; what it is about, where it comes from
-- and why stands apart, for those who work on cases there.
create table household_flag (
    id           uuid primary key,
    household_id uuid        not null,
    since        date        not null,
    until        date        not null,
    set_at       timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (until > since)
);
create index household_flag_of_household on household_flag (household_id, until desc);

create table household_flag_ground (
    flag_id      uuid primary key references household_flag,
    kind         text        not null,
    source       text        not null,
    reason       bytea       not null,
    set_by       uuid        not null references officer,
    division     text        not null,
    sealed_class text        not null default 'open'
);
revoke delete, update on household_flag, household_flag_ground from shouwang_app;

alter table household_flag enable row level security;
create policy reach on household_flag to shouwang_app using (
    sealed_class = 'open' and (division <@ (select app_places('people')) or division <@ (select app_places('work_open')))
    ) with check (true);
alter table household_flag_ground enable row level security;
create policy reach on household_flag_ground to shouwang_app using (
    sealed_class = 'open' and division <@ (select app_places('work_open'))
    or set_by = any ((select app_ids('self'))::uuid[])) with check (true);

-- What an erasure takes along: a household that goes, and whose file a hint was said to be.
do $$
declare
    last   constant text := '[''household'', ''delete from household';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(last in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, last, $steps$['hint_source', 'update hint_source set person_id = null, matched_by = null, matched_at = null where person_id = any ($3)'],
        ['household_flag_ground', 'delete from household_flag_ground where flag_id in (select id from household_flag where household_id = any ($4) and not exists (select from person where household_id = household_flag.household_id))'],
        ['household_flag', 'delete from household_flag where household_id = any ($4) and not exists (select from person where household_id = household_flag.household_id)'],
        $steps$ || last);
end
$$;
