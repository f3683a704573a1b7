-- The treatment of a child (急救 → 住院 → 康复): one row a run of its process, and one row a stage: codes and times. What the
-- doctors say, names and wards are in the records.
create table medical_rescue (
    instance       text primary key,
    case_id        uuid        not null references case_file,
    hospital_unit  uuid references agency,
    hospital_login uuid references officer,
    at             timestamptz not null,
    ended_at       timestamptz,
    division       text        not null,
    sealed_class   text        not null default 'open'
);
create index medical_rescue_of_case on medical_rescue (case_id);

create table rescue_step (
    id               uuid primary key,
    instance         text        not null references medical_rescue,
    case_id          uuid        not null references case_file,
    stage            text        not null check (stage in ('first-aid', 'admission', 'discharge', 'rehabilitation', 'review')),
    skip             text,
    way              text        not null,
    happened_at      timestamptz,
    companion        text,
    payer            text,
    green_channel    boolean,
    next_on          date,
    result           text,
    recorded_by      uuid        not null references officer,
    at               timestamptz not null,
    record           uuid        not null,
    confirmed        boolean,
    confirmed_at     timestamptz,
    confirmed_record uuid,
    division         text        not null,
    sealed_class     text        not null default 'open',
    check ((confirmed is null) = (confirmed_at is null))
);
create index rescue_step_of_case on rescue_step (case_id, at desc);
create index rescue_step_of_rescue on rescue_step (instance);
revoke delete on medical_rescue, rescue_step from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
do $$
declare
    hangs text;
begin
    foreach hangs in array array['medical_rescue', 'rescue_step'] loop
        execute format('alter table %I enable row level security', hangs);
        execute format($policy$
            create policy reach on %1$I to shouwang_app using (
                case_id = any ((select app_ids('opened'))::uuid[])
                or exists (select from work_subject where work_subject.id = %1$I.case_id)) with check (true)$policy$, hangs);
        execute format($policy$
            create policy narrow on %1$I as restrictive for select to shouwang_app using (
                exists (select from work_subject where work_subject.id = %1$I.case_id)
                and coalesce((select app_identity('service')), '')
                    not in ('matching', 'emergency', 'operations', 'board', 'tracking'))$policy$, hangs);
    end loop;
end
$$;

-- Adds a step to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['rescue_step', 'update rescue_step set skip = null, companion = null, payer = null, green_channel = null, result = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
