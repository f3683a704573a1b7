-- That something waits, and where; the sentence comes from the bundles by code and names nobody.
create table notice (
    id         uuid        primary key,
    officer_id uuid        not null,
    code       text        not null,
    subject_id uuid,
    link       text        not null check (link like '/%' and link not like '//%'),
    at         timestamptz not null,
    read_at    timestamptz
);
create index notice_officer on notice (officer_id, id desc);
create index notice_unread on notice (officer_id) where read_at is null;
revoke delete, truncate on notice from shouwang_app;
