-- What a person concerned or a guardian asks of the file: a copy, a correction, a deletion; and the answer in writing.
create table data_request (
    id             uuid primary key,
    case_id        uuid        not null,
    person_id      uuid,
    kind           text        not null check (kind in ('copy', 'correct', 'delete')),
    asked_by       text        not null,
    identity_check text        not null,
    asker          bytea       not null,
    wish           bytea       not null,
    recorded_by    uuid        not null,
    recorded_at    timestamptz not null,
    instance       text unique,
    state          text        not null default 'open' check (state in ('open', 'granted', 'refused')),
    decision       text check (decision in ('grant', 'refuse')),
    ground         text,
    answer         bytea,
    decided_by     uuid,
    decided_at     timestamptz,
    confirmed_by   uuid,
    answered_at    timestamptz,
    division       text        not null,
    sealed_class   text        not null default 'open',
    -- Four eyes for every refusal and every deletion, whatever process the county draws.
    check (confirmed_by <> decided_by),
    check (state = 'open' or confirmed_by is not null or (kind <> 'delete' and decision = 'grant')),
    check (decision is distinct from 'refuse' or ground is not null),
    check ((state = 'open') = (answered_at is null))
);
create index data_request_of_case on data_request (case_id, recorded_at desc);
revoke delete on data_request from shouwang_app;

alter table data_request enable row level security;
create policy reach on data_request to shouwang_app using (
    case_id = any ((select app_ids('opened'))::uuid[])
    or exists (select from work_subject where work_subject.id = case_id)) with check (true);
