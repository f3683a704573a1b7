-- What happened, for good. xid is the writing transaction: the sealer takes a row only when no older transaction can
-- still add one before it. recorded_at is the database's own time, beside the application's `at`.
create table journal_entry (
    id          bigint generated always as identity primary key,
    xid         xid8        not null default pg_current_xact_id(),
    recorded_at timestamptz not null default clock_timestamp(),
    at          timestamptz not null,
    act         text        not null,
    subject_id  uuid,
    officer_id  uuid,
    agency_id   uuid,
    stage       text,
    reference   text,
    details     jsonb       not null default '{}'
);
create index journal_entry_subject on journal_entry (subject_id, id);
create index journal_entry_order on journal_entry (xid, id);

-- The application adds events and never says when the database wrote them, nor in which transaction or order.
revoke all on journal_entry from shouwang_app;
grant select on journal_entry to shouwang_app;
grant insert (at, act, subject_id, officer_id, agency_id, stage, reference, details) on journal_entry to shouwang_app;

-- The chain. The hash of an entry covers what the entry says; the hash of the chain covers the place it says it at.
create table journal_seal (
    seq        bigint      primary key,
    entry_id   bigint      not null unique,
    xid        xid8        not null,
    at         timestamptz not null,
    entry_hash bytea       not null,
    chain_hash bytea       not null,
    sealed_at  timestamptz not null default clock_timestamp()
);
revoke all on journal_seal from shouwang_app;
grant select, insert on journal_seal to shouwang_app;
