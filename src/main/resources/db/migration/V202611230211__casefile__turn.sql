-- Why a case was taken up again, is to be reviewed early, or that there is new harm: a person's words, sealed.
create table case_turn (
    id           uuid primary key,
    case_id      uuid        not null references case_file,
    kind         text        not null check (kind in ('reopened', 'review', 'new-harm')),
    reason       bytea       not null,
    officer_id   uuid        not null,
    at           timestamptz not null,
    division     text        not null,
    sealed_class text        not null default 'open'
);
create index case_turn_of_case on case_turn (case_id, at desc);
revoke update, delete on case_turn from shouwang_app;
