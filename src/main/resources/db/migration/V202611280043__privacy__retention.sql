-- How long a closed case, or a lead that became none, is kept. Numbers, classes and dates; nobody's name.
create table retention (
    subject_id   uuid primary key,
    kind         text        not null check (kind in ('case', 'report')),
    number       text        not null,
    class        text        not null,
    closed_on    date        not null,
    archive_on   date        not null,
    erase_on     date,
    told_at      timestamptz,
    archived_at  timestamptz,
    archived_by  uuid,
    erased_at    timestamptz,
    division     text        not null,
    sealed_class text        not null,
    check (erase_on >= archive_on),
    check ((archived_at is null) = (archived_by is null))
);
create index retention_archive on retention (archive_on, subject_id) where archived_at is null and erased_at is null;
create index retention_erase on retention (erase_on, subject_id) where erased_at is null and erase_on is not null;
create index retention_kept on retention (archived_at, subject_id) where archived_at is not null and erased_at is null;

-- An erasure, proposed by one person and approved by another; afterwards the record that it was done.
create table erasure (
    id           uuid primary key,
    subject_id   uuid        not null references retention,
    basis        text        not null check (basis in ('term', 'request')),
    request_id   uuid,
    police_over  boolean     not null default false,
    reason       bytea       not null,
    proposed_by  uuid        not null references officer,
    proposed_at  timestamptz not null,
    approved_by  uuid references officer,
    approved_at  timestamptz,
    state        text        not null default 'proposed' check (state in ('proposed', 'approved', 'done', 'withdrawn')),
    rows         jsonb       not null default '{}',
    files        integer     not null default 0,
    division     text        not null,
    sealed_class text        not null,
    check (approved_by <> proposed_by),
    check ((state in ('approved', 'done')) = (approved_by is not null))
);
create unique index erasure_waiting on erasure (subject_id) where state = 'proposed';
create index erasure_by_state on erasure (state, proposed_at desc, id);
revoke delete on retention, erasure from shouwang_app;
grant delete on retention to shouwang_app;

create function keep_erasure() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'insufficient_privilege', message = 'The record of an erasure stays as it is.';
end
$$;
create trigger keep_erasure before update on erasure
    for each row when (old.state in ('done', 'withdrawn')) execute function keep_erasure();
create trigger keep_retention before delete on retention
    for each row when (old.archived_at is not null or old.erased_at is not null) execute function keep_erasure();

alter table retention enable row level security;
create policy reach on retention to shouwang_app using (
    (select app_identity('service')) = 'retention'
    or exists (select from work_subject where work_subject.id = subject_id)) with check (true);
alter table erasure enable row level security;
create policy reach on erasure to shouwang_app using (
    (select app_identity('service')) = 'retention') with check (true);
