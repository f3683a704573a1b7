-- On what ground which fields about whom go to which unit, until when; and what became of them after a withdrawal.
create table consent (
    id             uuid primary key,
    case_id        uuid        not null,
    person_id      uuid        not null,
    purpose        text        not null,
    ground         text        not null check (ground in ('duty', 'consent')),
    giver          text,
    without        text,
    fields         text[]      not null,
    valid_from     date        not null,
    valid_until    date,
    evidence       uuid,
    recorded_by    uuid        not null,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    withdrawn_with uuid,
    reminded_at    timestamptz,
    division       text        not null,
    sealed_class   text        not null default 'open',
    check (valid_until >= valid_from),
    check ((ground = 'consent') = (giver is not null)),
    check ((ground = 'duty') = (without is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index consent_of_case on consent (case_id, recorded_at desc);
create index consent_of_person on consent (person_id);
create index consent_ends on consent (valid_until) where withdrawn_at is null and reminded_at is null and valid_until is not null;

create table consent_recipient (
    consent_id   uuid    not null references consent,
    agency_id    uuid    not null references agency,
    case_id      uuid    not null,
    instance     text unique,
    outcome      text,
    kept_ground  text,
    by_phone     boolean not null default false,
    done_by      uuid,
    done_at      timestamptz,
    division     text    not null,
    sealed_class text    not null default 'open',
    primary key (consent_id, agency_id),
    check ((outcome is null) = (done_at is null))
);
create index consent_recipient_of_case on consent_recipient (case_id);
revoke delete on consent, consent_recipient from shouwang_app;

alter table consent enable row level security;
create policy reach on consent to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or (select app_identity('service')) = 'retention'
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
alter table consent_recipient enable row level security;
create policy reach on consent_recipient to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
