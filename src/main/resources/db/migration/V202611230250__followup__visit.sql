create table visit (
    id           uuid primary key,
    case_id      uuid        not null,
    record_id    uuid        not null,
    outcome      text        not null check (outcome in ('seen', 'missed', 'declined')),
    miss_reason  text,
    alone        boolean,
    danger       boolean     not null,
    visited_at   timestamptz,
    officer_id   uuid        not null,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index visit_of_case on visit (case_id, at desc);
revoke update, delete on visit from shouwang_app;
