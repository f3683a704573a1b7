-- A suit to revoke guardianship (撤销监护人资格, 民法典 第三十六条): one row a run of its process, dates and codes as the court's
-- papers say. Whose guardian, and what happened, is in the records.
create table revocation (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    ground       text        not null,
    applicant    text        not null,
    applied_on   date,
    acceptance   text,
    accepted_on  date,
    decision     text,
    decided_on   date,
    new_guardian text,
    settled_on   date,
    at           timestamptz not null,
    record       uuid        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (decided_on >= accepted_on)
);
create index revocation_of_case on revocation (case_id, at desc);
revoke delete on revocation from shouwang_app;
alter table revocation enable row level security;
create policy reach on revocation to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
