-- Which station the county's police liaison spoke for, by its key.
alter table case_police add station text;

-- Weekly sheets of the liaison that came back, and what became of their rows: numbers, references and reasons, nothing that
-- was typed. digest: a keyed hash of what was filled in, so that the same sheet comes in once.
create table police_sheet (
    id          uuid primary key,
    digest      bytea       not null,
    sent_by     uuid        not null references officer,
    received_at timestamptz not null,
    unique (sent_by, digest)
);
create table police_sheet_row (
    sheet_id  uuid    not null references police_sheet,
    no        integer not null,
    reference text    not null,
    outcome   text    not null check (outcome in ('taken', 'known', 'rejected')),
    problems  jsonb   not null,
    primary key (sheet_id, no)
);
revoke update, delete on police_sheet, police_sheet_row from shouwang_app;

-- Whoever sent it sees it.
alter table police_sheet enable row level security;
create policy own on police_sheet to shouwang_app using (
    sent_by = any ((select app_ids('self'))::uuid[])) with check (true);
alter table police_sheet_row enable row level security;
create policy own on police_sheet_row to shouwang_app using (
    exists (select from police_sheet where police_sheet.id = sheet_id)) with check (true);

-- The liaison's desk looks at the tasks of all stations, whoever they are addressed to; of restricted cases at none.
create policy liaison on inbox_task for select to shouwang_app using (
    sealed_class = 'open' and (select app_identity('service')) = 'liaison'
    and subject_id <> all ((select app_ids('barred'))::uuid[])
    and form in ('P02-police-record', 'P03-police-confirm', 'P04-case-status'));
