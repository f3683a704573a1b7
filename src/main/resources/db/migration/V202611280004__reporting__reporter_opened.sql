-- Who looked at who reported, on which ground. The reason is words and sealed.
create table reporter_opening (
    id           uuid primary key,
    report_id    uuid        not null references report,
    officer_id   uuid        not null references officer,
    ground       text        not null,
    reason       bytea       not null,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null
);
create index reporter_opening_by_report on reporter_opening (report_id);
alter table reporter_opening enable row level security;
create policy reach on reporter_opening to shouwang_app using (
    report_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = report_id)) with check (true);
revoke update, delete on reporter_opening from shouwang_app;

-- The one named service that reads another's sealed identity, of a report opened to it.
alter policy own on reporter to shouwang_app using (
    pseudonym = any ((select app_ids('self'))::uuid[])
    or (select app_identity('service')) = 'reporter' and report_id = any ((select app_ids('opened'))::uuid[]));

create index journal_reporter_opened on journal_entry (id desc) where act = 'reporter.opened';
