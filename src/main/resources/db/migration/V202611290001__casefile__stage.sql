-- The linked stages (五位一体) a case went through, one after the other, each as often as it came to it, and those a step
-- of its process left out, with the reason as a code. Which unit acted in a stage is told by its tasks.
create table case_stage (
    id           uuid primary key,
    case_id      uuid        not null references case_file,
    stage        text        not null,
    entered_at   timestamptz,
    left_at      timestamptz,
    skipped_at   timestamptz,
    skip_reason  text,
    division     text        not null,
    sealed_class text        not null default 'open',
    check ((entered_at is null) = (skipped_at is not null)),
    check ((skipped_at is null) = (skip_reason is null)),
    check (left_at >= entered_at)
);
create unique index case_stage_now on case_stage (case_id) where entered_at is not null and left_at is null;
create unique index case_stage_skipped on case_stage (case_id, stage) where skipped_at is not null;
create index case_stage_of_case on case_stage (case_id);

-- What earlier cases went through, as far as their tasks tell: a stage begins with the first task of another stage.
insert into case_stage (id, case_id, stage, entered_at, left_at, division, sealed_class)
select gen_random_uuid(), id, stage, created_at,
       coalesce(lead(created_at) over (partition by id order by created_at, task),
                case when closed_at is not null then greatest(created_at, closed_at) end), division, sealed_class
from (select file.id, file.division, file.sealed_class, file.closed_at, task.stage, task.created_at, task.id task,
             lag(task.stage) over (partition by file.id order by task.created_at, task.id) before
      from case_file file join inbox_task task on task.subject_id = file.id where task.stage is not null) step
where before is distinct from stage;

-- Before its first step a case was in the stage of the report it came from.
insert into case_stage (id, case_id, stage, entered_at, left_at, division, sealed_class)
select gen_random_uuid(), file.id, 'reporting', least(report.received_at, first.entered_at),
       coalesce(first.entered_at, greatest(report.received_at, file.closed_at)), file.division, file.sealed_class
from case_file file
join report on report.id = file.source_report
left join lateral (select min(entered_at) entered_at from case_stage where case_id = file.id) first on true
where first.entered_at is not null or file.closed_at is not null;

revoke delete on case_stage from shouwang_app;
alter table case_stage enable row level security;
create policy reach on case_stage to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
