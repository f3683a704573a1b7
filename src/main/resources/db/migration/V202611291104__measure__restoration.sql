-- An application to restore guardianship (恢复监护人资格, 民法典 第三十八条): one row a run of its process, with the bars as they
-- stood when it was recorded. The court decides.
create table restoration (
    instance     text primary key,
    case_id      uuid        not null references case_file,
    person       text        not null,
    revoked_on   date        not null,
    applied_on   date        not null,
    timing       text        not null check (timing in ('early', 'within', 'late')),
    crime        text        not null,
    decision     text,
    decided_on   date,
    at           timestamptz not null,
    record       uuid        not null,
    division     text        not null,
    sealed_class text        not null default 'open',
    check (applied_on >= revoked_on),
    check (decided_on >= applied_on)
);
create index restoration_of_case on restoration (case_id, at desc);
revoke delete on restoration from shouwang_app;

-- Whoever sees the case sees that there was one; what is archived or sealed nobody sees who does not see that.
alter table restoration enable row level security;
create policy reach on restoration to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
