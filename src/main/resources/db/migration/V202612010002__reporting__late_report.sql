-- What kind of unit or person reports, as a code beside the lead; who it is stays sealed. And whether one who reported late was
-- thanked for it.
alter table report add reporter_kind text, add thanked_at timestamptz;

-- A unit with the duty to report seems to have known earlier (未及时报告待核实): a kind of unit and times, nobody's name. A matter
-- of its own and restricted from birth, so that neither lead nor case shows it to anybody but the county's office; once passed
-- on, the superior authority's officer sees it too.
create table late_report (
    id           uuid primary key,
    number       text        not null,
    report_id    uuid,
    case_id      uuid,
    unit_kind    text        not null,
    known_at     timestamptz not null,
    reported_at  timestamptz,
    ground       text        not null,
    state        text        not null default 'open' check (state in ('open', 'verified', 'not', 'passed', 'answered')),
    thanked_at   timestamptz,
    organ        text,
    recipient    uuid        references officer,
    told         bytea,
    decided_by   uuid        references officer,
    decided_at   timestamptz,
    answered_at  timestamptz,
    opened_by    uuid        references officer,
    opened_at    timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'restricted',
    check (reported_at >= known_at),
    check ((state = 'open') = (decided_at is null))
);
create index late_report_of_report on late_report (report_id);
create index late_report_of_case on late_report (case_id);
revoke delete on late_report from shouwang_app;

alter table late_report enable row level security;
create policy reach on late_report to shouwang_app using (
    id = any ((select app_ids('opened'))::uuid[])
    or recipient = any ((select app_ids('self'))::uuid[])
    or exists (select from work_subject where work_subject.id = late_report.id)) with check (true);

-- What comes of a juvenile record that is sealed goes out of sight with it, for good.
create function seal_late_reports() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    gone uuid[] := array(select id from late_report where new.id in (report_id, case_id));
begin
    update late_report set sealed_class = 'sealed', number = '' where id = any (gone);
    update work_subject set sealed_class = 'sealed', number = '' where id = any (gone);
    update inbox_task set sealed_class = 'sealed', number = '' where subject_id = any (gone);
    update clock set sealed_class = 'sealed' where subject_id = any (gone);
    return null;
end
$$;
create trigger seal_late_reports after update of sealed_class on case_file
    for each row when (new.sealed_class = 'sealed') execute function seal_late_reports();
create trigger seal_late_reports after update of sealed_class on report
    for each row when (new.sealed_class = 'sealed') execute function seal_late_reports();
create policy sealed on late_report as restrictive for select to shouwang_app using (sealed_class <> 'sealed');

-- Adds steps to the list of what an erasure takes along; the list itself stands as it was.
do $$
declare
    first  constant text := '[''consent_recipient'',';
    before text := pg_get_functiondef('erase_subject(uuid)'::regprocedure);
begin
    if position(first in before) = 0 then
        raise exception 'erase_subject has another shape than expected';
    end if;
    execute replace(before, first, $steps$['late_record', 'delete from form_record where subject_id in (select id from late_report where report_id = any ($1) or case_id = any ($1))'],
        ['late_report', 'update late_report set told = null where report_id = any ($1) or case_id = any ($1)'],
        $steps$ || first);
end
$$;
