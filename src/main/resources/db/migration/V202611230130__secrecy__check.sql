-- One sealed word and its blind index: a key file that does not belong to this database is noticed at start,
-- before anything is written with the wrong key.
create table secrecy_check (
    id     smallint primary key check (id = 1),
    row_id uuid     not null,
    sealed bytea    not null,
    digest bytea    not null
);
revoke update, delete, truncate on secrecy_check from shouwang_app;
