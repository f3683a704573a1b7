-- What is known about a file; its content lies sealed in the store under its digest, which is keyed: whoever holds a
-- copy of the database cannot tell whether a known picture is among the files.
create table attachment (
    id           uuid        primary key,
    subject_id   uuid        not null,
    digest       bytea       not null,
    name         bytea       not null,
    extension    text        not null,
    type         text        not null,
    size         bigint      not null,
    division     text        not null,
    sealed_class text        not null default 'open' check (sealed_class in ('open', 'restricted')),
    officer_id   uuid        not null,
    at           timestamptz not null,
    state        text        not null default 'draft' check (state in ('draft', 'kept'))
);
create index attachment_subject on attachment (subject_id, at, id);
revoke delete, truncate on attachment from shouwang_app;
