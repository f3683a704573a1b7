-- The long scales beside the short assessment: which tool, how many points of a hundred, and in which run of a process it
-- waits for approval.
alter table assessment
    add column tool text not null default 'screening',
    add column score integer check (score between 0 and 100),
    add column instance text;
alter table assessment alter column tool drop default;

-- A guardianship assessment (监护评估, F05): that there was one, and when. What it says is in the record.
create table guardianship_report (
    id           uuid primary key,
    case_id      uuid        not null references case_file,
    record_id    uuid,
    officer_id   uuid        not null references officer,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index guardianship_report_of_case on guardianship_report (case_id, at desc);
revoke update, delete on guardianship_report from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table guardianship_report enable row level security;
create policy reach on guardianship_report to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);

-- What a suggestion suggests, where that is to apply for the revocation of guardianship.
alter table suggestion add column about text;

-- Adds a step to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['guardianship_report', 'update guardianship_report set record_id = null where case_id = any ($1)'],
        $steps$ || first);
end
$$;
